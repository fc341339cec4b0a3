// How a frame is closed against reading and change. The null seal only makes change noticeable; the vault has a cipher.
import { hash } from "node:crypto";

/** Where a frame stands: part of what its tag vouches for, so that it cannot be moved, dropped or replayed unnoticed. */
interface FramePlace {
  readonly number: number;
  /** Tag of the frame before; zeros before the first. */
  readonly previousTag: Uint8Array;
}

export interface Sealed {
  readonly nonce: Uint8Array;
  readonly tag: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Bound to one vault and epoch when made. */
export interface Seal {
  /** As the headers of vault and journal files name it. */
  readonly name: string;
  readonly nonceBytes: number;
  readonly tagBytes: number;
  seal(place: FramePlace, plain: Uint8Array): Sealed;
  /** The plain bytes, or null where place, tag or bytes do not belong together. */
  open(place: FramePlace, sealed: Sealed): Uint8Array | null;
}

/** Vault id and epoch that the frames of a journal belong to. The epoch rises when the key changes. */
export interface SealContext {
  readonly vault: string;
  readonly epoch: number;
}

/** No encryption: bytes stay as they are; the tag is a SHA-256 over vault, epoch, number, previous tag and bytes. */
export function nullSeal(context: SealContext): Seal {
  const tagOf = (place: FramePlace, plain: Uint8Array): Buffer => {
    const text = `chancery\n${context.vault}\n${context.epoch}\n${place.number}\n`;
    return hash("sha256", Buffer.concat([Buffer.from(text), place.previousTag, plain]), "buffer");
  };
  return {
    name: "none",
    nonceBytes: 12,
    tagBytes: 32,
    seal: (place, plain) => ({ nonce: new Uint8Array(12), tag: tagOf(place, plain), bytes: plain }),
    open: (place, { tag, bytes }) => (tagOf(place, bytes).equals(tag) ? bytes : null),
  };
}
