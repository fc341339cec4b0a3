// A run of one log as it travels: what it says of itself, the sender's signature on that, the deflated lines.
import { createHash, hash, type KeyObject, sign, verify } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { headAfter } from "#core/host/entry-check.ts";
import { AppError } from "#core/host/errors.ts";
import type { PouchRun } from "#core/host/pouch.ts";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";
import { parsed } from "./parsed.ts";

/** A segment ends at whichever comes first. */
const mostEntries = 1000;
const mostText = 256 * 1024;
const signatureBytes = 64;
/** One entry may be longer than a segment is meant to be: an import is one entry. */
const mostInflated = 130_000_000;

const metaShape = z.strictObject({
  log: z.string().max(300),
  from: z.int().min(1),
  to: z.int().min(1),
  previous: z.string().length(64),
  first: z.string().length(64),
  last: z.string().length(64),
  text: z.string().length(64),
  textBytes: z.int().min(1).max(mostInflated),
});

export interface Segment extends PouchRun {
  readonly entries: readonly EntryLines[];
}

/** Entries of one log, as they stand in the journal, parted into segments. */
export function* segmentsOf(entries: readonly EntryLines[]): Generator<readonly EntryLines[]> {
  let some: EntryLines[] = [];
  let length = 0;
  for (const entry of entries) {
    const more = entry.h.length + (entry.b?.length ?? 0);
    if (some.length > 0 && (some.length === mostEntries || length + more > mostText)) {
      yield some;
      some = [];
      length = 0;
    }
    some.push(entry);
    length += more;
  }
  if (some.length > 0) yield some;
}

/** `run` as the journal vouches for it. */
export function encodeSegment(
  run: PouchRun & { readonly first: string },
  entries: readonly EntryLines[],
  key: KeyObject,
): Buffer {
  const text = Buffer.from(entries.map(({ h, b }) => `${h}\n${b ?? ""}\n`).join(""));
  const meta = Buffer.from(
    JSON.stringify({
      log: run.log,
      from: run.from,
      to: run.to,
      previous: run.previous,
      first: run.first,
      last: run.last,
      text: createHash("sha256").update(text).digest("hex"),
      textBytes: text.byteLength,
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.byteLength);
  return Buffer.concat([length, meta, sign(null, meta, key), deflateRawSync(text)]);
}

/** Verified to the last entry's hash. Throws `pouch/damaged` (facts: part), `pouch/bad-signature`. */
export function decodeSegment(bytes: Uint8Array, key: KeyObject, part: string): Segment {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): AppError => new AppError("pouch/damaged", { part });
  if (buffer.byteLength < 4) throw damaged();
  const metaEnd = 4 + buffer.readUInt32LE(0);
  if (metaEnd + signatureBytes > buffer.byteLength) throw damaged();
  const metaBytes = buffer.subarray(4, metaEnd);
  if (!verify(null, metaBytes, key, buffer.subarray(metaEnd, metaEnd + signatureBytes))) {
    throw new AppError("pouch/bad-signature");
  }
  const meta = metaShape.safeParse(parsed(metaBytes));
  if (!meta.success) throw damaged();
  const text = inflated(buffer.subarray(metaEnd + signatureBytes), meta.data.textBytes);
  if (!text || createHash("sha256").update(text).digest("hex") !== meta.data.text) throw damaged();
  const entries = linesOf(text);
  const { log, from, to, previous, first, last } = meta.data;
  try {
    const ends = chainEnds(log, from, previous, entries);
    if (ends.first !== first || ends.last !== last || entries.length !== to - from + 1) throw damaged();
  } catch (error) {
    if (error instanceof AppError) throw damaged();
    throw error;
  }
  return { log, from, to, previous, last, entries };
}

/** Hash of the first and the last header. Throws what the journal throws of an entry that does not follow. */
function chainEnds(
  log: string,
  from: number,
  previous: string,
  entries: readonly EntryLines[],
): { first: string; last: string } {
  let head: LogHead = { seq: from - 1, hash: previous };
  let first = "";
  for (const lines of entries) {
    const hashes = {
      header: hash("sha256", lines.h),
      body: lines.b === null ? null : hash("sha256", lines.b),
    };
    const after = headAfter(lines, hashes, () => head);
    if (after.log !== log) throw new AppError("journal/bad-entry", { what: "log" });
    head = after.head;
    if (first === "") first = head.hash;
  }
  return { first, last: head.hash };
}

function linesOf(text: Buffer): EntryLines[] {
  const lines = text.toString("utf8").split("\n");
  const entries: EntryLines[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2)
    entries.push({ h: lines[at] ?? "", b: lines[at + 1] || null });
  return entries;
}

function inflated(bytes: Uint8Array, length: number): Buffer | null {
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: length + 1 });
    return text.byteLength === length ? text : null;
  } catch {
    return null;
  }
}
