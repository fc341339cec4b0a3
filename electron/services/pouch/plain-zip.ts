// The archive a pouch is: files stored one after another, with no field in which anything could be said unseen.
import { zipSync } from "fflate";
import { AppError } from "#core/host/errors.ts";

const noTime = new Date(1980, 0, 1);
/** 1 January 1980, midnight, as a zip writes it. */
const noTimeField = 0x00210000;
const localLength = 30;
const entryLength = 46;

/** Stored: nothing in a pouch can be deflated further. No times: when it was made stands inside, sealed. */
export function plainZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(files, { level: 0, mtime: noTime });
}

/**
 * Throws `pouch/damaged` where an archive of `count` files, already read strictly, says anything a pouch does not say:
 * a time, an attribute, a comment, bytes between the files. So no bit of it can be turned unnoticed.
 */
export function mustBePlain(bytes: Uint8Array, count: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number): number => (at + 2 <= bytes.byteLength ? view.getUint16(at, true) : -1);
  const u32 = (at: number): number => (at + 4 <= bytes.byteLength ? view.getUint32(at, true) : -1);
  let at = 0;
  const starts: number[] = [];
  for (let file = 0; file < count; file += 1) {
    // Version 2.0, no flags, stored, no time, no extra field.
    const isPlain =
      u16(at + 4) === 20 &&
      u16(at + 6) === 0 &&
      u16(at + 8) === 0 &&
      u32(at + 10) === noTimeField &&
      u16(at + 28) === 0;
    if (!isPlain) throw notPlain();
    starts.push(at);
    at += localLength + u16(at + 26) + u32(at + 18);
  }
  for (const start of starts) {
    // As above; then no comment, first disk, no attributes.
    const isPlain =
      u16(at + 4) === 20 &&
      u16(at + 6) === 20 &&
      u16(at + 8) === 0 &&
      u16(at + 10) === 0 &&
      u32(at + 12) === noTimeField &&
      u32(at + 30) === 0 &&
      u32(at + 34) === 0 &&
      u32(at + 38) === 0 &&
      u32(at + 42) === start;
    if (!isPlain) throw notPlain();
    at += entryLength + u16(at + 28);
  }
  if (u16(at + 6) !== 0 || u16(at + 20) !== 0 || at + 22 !== bytes.byteLength) throw notPlain();
}

function notPlain(): AppError {
  return new AppError("pouch/damaged", { part: "zip" });
}
