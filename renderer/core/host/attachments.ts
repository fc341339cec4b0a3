// What a host takes as an attachment: any file up to what one ask over the wire may carry.

export const maxAttachmentMegabytes = 50;
export const maxAttachmentBytes = maxAttachmentMegabytes * 1024 * 1024;
