// What a frame holds once opened: the heads it leaves behind, and the deflated lines of its entries.
import { promisify } from "node:util";
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from "node:zlib";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";

const deflateAside = promisify(deflateRaw);
const inflateAside = promisify(inflateRaw);

/** Up to this many bytes of text the work is done at once: the way to a thread and back would take longer. */
const smallBytes = 64 * 1024;

/** Fast rather than small: an import of many records must not hold up the answer "saved". */
const level = 3;

/** The heads stand apart from the entries, so that opening a journal need not inflate and parse them all. */
export interface Payload {
  readonly heads: ReadonlyMap<string, LogHead>;
  /** Length of the entries' text in UTF-8, before deflating. */
  readonly textBytes: number;
  readonly deflated: Buffer;
}

export async function encodePayload(
  heads: ReadonlyMap<string, LogHead>,
  entries: readonly EntryLines[],
): Promise<{ bytes: Buffer; textBytes: number }> {
  const headText = Buffer.from(JSON.stringify([...heads].map(([log, head]) => [log, head.seq, head.hash])));
  const text = Buffer.from(entries.map(({ h, b }) => `${h}\n${b ?? ""}\n`).join(""));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(headText.byteLength, 0);
  lengths.writeUInt32LE(text.byteLength, 4);
  const bytes = Buffer.concat([lengths, headText, await deflate(text)]);
  return { bytes, textBytes: text.byteLength };
}

/** Of bytes whose tag was right. */
export function decodePayload(bytes: Uint8Array): Payload {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headsEnd = 8 + buffer.readUInt32LE(0);
  // The tag has vouched for these bytes: they are as `encodePayload` wrote them.
  const heads = JSON.parse(buffer.toString("utf8", 8, headsEnd)) as readonly [string, number, string][];
  return {
    heads: new Map(heads.map(([log, seq, hash]) => [log, { seq, hash }])),
    textBytes: buffer.readUInt32LE(4),
    deflated: buffer.subarray(headsEnd),
  };
}

export async function decodeEntries(payload: Payload): Promise<readonly EntryLines[]> {
  const lines = (await inflate(payload)).toString("utf8").split("\n");
  const entries: EntryLines[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    entries.push({ h: lines[at] ?? "", b: lines[at + 1] || null });
  }
  return entries;
}

async function deflate(text: Buffer): Promise<Buffer> {
  return text.byteLength > smallBytes ? deflateAside(text, { level }) : deflateRawSync(text, { level });
}

async function inflate({ deflated, textBytes }: Payload): Promise<Buffer> {
  const limit = { maxOutputLength: textBytes + 1 };
  return textBytes > smallBytes ? inflateAside(deflated, limit) : inflateRawSync(deflated, limit);
}
