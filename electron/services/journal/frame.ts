// A frame's bytes: magic, sealed length, number, nonce, tag, check of these, then the sealed bytes.
import { crc32 } from "node:zlib";
import type { Seal, Sealed } from "./seal.ts";

const magic = Buffer.from("CHF1", "latin1");
const fixedBytes = 16; // magic 4, sealed length 4, number 8; little-endian
const checkBytes = 4;

export interface FrameHead {
  readonly number: number;
  readonly sealedBytes: number;
  readonly nonce: Buffer;
  readonly tag: Buffer;
}

export function frameHeadBytes(seal: Seal): number {
  return fixedBytes + seal.nonceBytes + seal.tagBytes + checkBytes;
}

export function encodeFrame(vault: string, number: number, sealed: Sealed): Buffer {
  const fixed = Buffer.alloc(fixedBytes);
  magic.copy(fixed);
  fixed.writeUInt32LE(sealed.bytes.byteLength, 4);
  fixed.writeBigUInt64LE(BigInt(number), 8);
  const head = Buffer.concat([fixed, sealed.nonce, sealed.tag]);
  return Buffer.concat([head, checkOf(vault, head), sealed.bytes]);
}

/**
 * The head that stands at `offset`, or null where none does. Its own check makes the length trustworthy, so that a
 * frame cut short by a crash is told from one whose length was damaged.
 */
export function frameHeadAt(bytes: Buffer, offset: number, vault: string, seal: Seal): FrameHead | null {
  const end = offset + frameHeadBytes(seal);
  if (end > bytes.byteLength || bytes.compare(magic, 0, 4, offset, offset + 4) !== 0) return null;
  const head = bytes.subarray(offset, end - checkBytes);
  if (!checkOf(vault, head).equals(bytes.subarray(end - checkBytes, end))) return null;
  const number = Number(head.readBigUInt64LE(8));
  if (!Number.isSafeInteger(number)) return null;
  return {
    number,
    sealedBytes: head.readUInt32LE(4),
    nonce: head.subarray(fixedBytes, fixedBytes + seal.nonceBytes),
    tag: head.subarray(fixedBytes + seal.nonceBytes),
  };
}

/** Whether the head of any frame with a number of at least `number` stands after `offset`. */
export function hasFrameAfter(
  bytes: Buffer,
  offset: number,
  number: number,
  vault: string,
  seal: Seal,
): boolean {
  for (let at = bytes.indexOf(magic, offset + 1); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    const head = frameHeadAt(bytes, at, vault, seal);
    if (head && head.number >= number) return true;
  }
  return false;
}

/** Against accidents only, and bound to the vault; the tag is what vouches for a frame. */
function checkOf(vault: string, head: Buffer): Buffer {
  const check = Buffer.alloc(checkBytes);
  check.writeUInt32LE(crc32(head, crc32(vault)));
  return check;
}
