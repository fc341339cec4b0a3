// What a frame holds once opened: the heads it leaves behind, and the deflated lines of its entries.
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { z } from "zod";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Fast rather than small: an import of many records must not hold up the answer "saved". */
const level = 3;

const headList = z.array(z.tuple([z.string(), z.int().min(1), z.string()]));

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
  const bytes = Buffer.concat([lengths, headText, await deflate(text, { level })]);
  return { bytes, textBytes: text.byteLength };
}

/** Throws where the bytes, though their tag was right, are no payload: written by other code than this. */
export function decodePayload(bytes: Uint8Array): Payload {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headsEnd = 8 + buffer.readUInt32LE(0);
  const heads = headList.parse(JSON.parse(buffer.toString("utf8", 8, headsEnd)));
  return {
    heads: new Map(heads.map(([log, seq, hash]) => [log, { seq, hash }])),
    textBytes: buffer.readUInt32LE(4),
    deflated: buffer.subarray(headsEnd),
  };
}

export async function decodeEntries(payload: Payload): Promise<readonly EntryLines[]> {
  const text = (await inflate(payload.deflated, { maxOutputLength: payload.textBytes + 1 })).toString("utf8");
  const lines = text.split("\n");
  const entries: EntryLines[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    entries.push({ h: lines[at] ?? "", b: lines[at + 1] || null });
  }
  return entries;
}
