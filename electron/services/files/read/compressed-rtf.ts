// RTF as Outlook compresses it (MS-OXRTFCP): references into the last 4096 bytes, which begin with a known text.
import { crc32 } from "node:zlib";
import { limits } from "./limits.ts";

const headBytes = 16;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const windowBytes = 4096;

const known = Buffer.from(
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans " +
    "SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx",
  "latin1",
);

/** Throws RangeError where the bytes are cut off, altered, or more than a file may be. */
export function decompressRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength < headBytes) throw new RangeError("no head");
  const head = new DataView(bytes.buffer, bytes.byteOffset, headBytes);
  const [size, rawSize] = [head.getUint32(0, true), head.getUint32(4, true)];
  const kind = head.getUint32(8, true);
  if (rawSize > limits.fileBytes) throw new RangeError("too large");
  if (kind === uncompressed) return bytes.subarray(headBytes, headBytes + rawSize);
  if (kind !== compressed) throw new RangeError("unknown compression");
  // The size counts what follows it.
  const content = bytes.subarray(headBytes, size + 4);
  if (content.byteLength !== size + 4 - headBytes) throw new RangeError("cut off");
  if (checkOf(content) !== head.getUint32(12, true)) throw new RangeError("altered");
  return inflated(content, rawSize);
}

/** As CRC-32, but neither begun nor ended with ones. */
function checkOf(bytes: Uint8Array): number {
  return ~crc32(bytes, 0xffffffff) >>> 0;
}

function inflated(content: Uint8Array, rawSize: number): Uint8Array {
  const raw = new Uint8Array(rawSize);
  const window = new Uint8Array(windowBytes);
  window.set(known);
  let end = known.length;
  let made = 0;
  const put = (byte: number): void => {
    if (made === rawSize) throw new RangeError("more than it says");
    raw[made] = byte;
    made += 1;
    window[end] = byte;
    end = (end + 1) % windowBytes;
  };
  let at = 0;
  const next = (): number => {
    const byte = content[at];
    if (byte === undefined) throw new RangeError("cut off");
    at += 1;
    return byte;
  };
  for (;;) {
    const flags = next();
    for (let bit = 0; bit < 8; bit += 1) {
      // Some writers leave out the mark of the end.
      if (at === content.byteLength && made === rawSize) return raw;
      if (((flags >> bit) & 1) === 0) {
        put(next());
        continue;
      }
      const reference = (next() << 8) | next();
      const from = reference >> 4;
      if (from === end) return raw.subarray(0, made);
      for (let step = 0; step < (reference & 15) + 2; step += 1)
        put(window[(from + step) % windowBytes] ?? 0);
    }
  }
}
