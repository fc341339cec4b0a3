// Tells a file that is no text by its first bytes, whatever its name says.

const signatures: readonly { readonly looksLike: string; readonly bytes: readonly number[] }[] = [
  { looksLike: "ZIP, DOCX, XLSX", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { looksLike: "PDF", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { looksLike: "DOC, XLS, MSG", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { looksLike: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { looksLike: "JPEG", bytes: [0xff, 0xd8, 0xff] },
  { looksLike: "GIF", bytes: [0x47, 0x49, 0x46, 0x38] },
  { looksLike: "GZIP", bytes: [0x1f, 0x8b, 0x08] },
];

/** Names of formats the bytes begin like, or null. */
export function looksLike(bytes: Uint8Array): string | null {
  return (
    signatures.find(({ bytes: first }) => first.every((byte, at) => bytes[at] === byte))?.looksLike ?? null
  );
}

/** Beyond this many control characters, and this share of them, a text is none; the first part is looked at. */
const toleratedControls = 8;
const controlShare = 0.01;
export const sampleLength = 65_536;

export function isMostlyControls(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  return controlsIn(sample) > Math.max(toleratedControls, sample.length * controlShare);
}

/** Counts C0 controls and DEL, without tab, line feed, form feed and carriage return. */
export function controlsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLayout = code === 9 || code === 10 || code === 12 || code === 13;
    if ((code < 32 && !isLayout) || code === 127) count += 1;
  }
  return count;
}
