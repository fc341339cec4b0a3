// One attachment as it lies on disk: a first line that is known beforehand, then chunks, each sealed to its file and place.
import { hash } from "node:crypto";
import type { Seal, SealContext } from "../journal/seal.ts";

const chunkBytes = 256 * 1024;
/** The content's length stands before it, for zeros fill up what follows. */
const lengthBytes = 8;
const smallest = 4096;

/** What the bytes of an attachment are bound to beside its name. */
export interface FileSeal {
  readonly seal: Seal;
  readonly context: SealContext;
}

/** The file in parts, to be written one after another. `name` is the file's own. */
export function* sealedParts(
  { seal, context }: FileSeal,
  name: string,
  content: Uint8Array,
): Generator<Uint8Array> {
  yield firstLine(seal, context);
  const plain = filledUp(content);
  let previousTag: Uint8Array = Buffer.alloc(seal.tagBytes);
  for (let at = 0, number = 1; at < plain.byteLength; at += chunkBytes, number += 1) {
    const isLast = at + chunkBytes >= plain.byteLength;
    const place = { number, previousTag: linkTo(name, isLast, previousTag) };
    const { nonce, tag, bytes } = seal.seal(place, plain.subarray(at, at + chunkBytes));
    yield Buffer.concat([nonce, tag, bytes]);
    previousTag = tag;
  }
}

/** The content, or null where a bit of the file is not as it was written under this name. */
export function contentOf({ seal, context }: FileSeal, name: string, file: Buffer): Buffer | null {
  const line = firstLine(seal, context);
  if (!file.subarray(0, line.byteLength).equals(line)) return null;
  const before = seal.nonceBytes + seal.tagBytes;
  const plain: Uint8Array[] = [];
  let previousTag: Uint8Array = Buffer.alloc(seal.tagBytes);
  let number = 1;
  for (let at = line.byteLength; at < file.byteLength; at += before + chunkBytes, number += 1) {
    const chunk = file.subarray(at, at + before + chunkBytes);
    const isLast = at + before + chunkBytes >= file.byteLength;
    const [nonce, tag] = [chunk.subarray(0, seal.nonceBytes), chunk.subarray(seal.nonceBytes, before)];
    const place = { number, previousTag: linkTo(name, isLast, previousTag) };
    const opened = seal.open(place, { nonce, tag, bytes: chunk.subarray(before) });
    if (!opened) return null;
    plain.push(opened);
    previousTag = tag;
  }
  return withoutFill(Buffer.concat(plain));
}

function firstLine(seal: Seal, { vault, epoch }: SealContext): Buffer {
  const line = { chancery: "attachment", format: 1, vault, epoch, cipher: seal.name };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

/** What a chunk's tag vouches for beside its number: which file, whether it ends there, and the chunk before. */
function linkTo(name: string, isLast: boolean, previousTag: Uint8Array): Uint8Array {
  const text = `chancery attachment\n${name}\n${isLast ? "last" : "more"}\n`;
  return hash("sha256", Buffer.concat([Buffer.from(text), previousTag]), "buffer");
}

/** An exact length would tell a thief which known document this is. */
function filledUp(content: Uint8Array): Buffer {
  const plain = Buffer.alloc(filledSize(lengthBytes + content.byteLength));
  plain.writeBigUInt64LE(BigInt(content.byteLength));
  plain.set(content, lengthBytes);
  return plain;
}

function withoutFill(plain: Buffer): Buffer | null {
  if (plain.byteLength < lengthBytes) return null;
  const end = lengthBytes + Number(plain.readBigUInt64LE());
  return end <= plain.byteLength ? plain.subarray(lengthBytes, end) : null;
}

/** Padmé: a length keeps only as many leading bits as its own magnitude has, so at most an eighth is added. */
function filledSize(bytes: number): number {
  if (bytes <= smallest) return smallest;
  const exponent = Math.floor(Math.log2(bytes));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(bytes / step) * step;
}
