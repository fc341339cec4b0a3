// What every host checks of an entry before it is put on record: shape, chain and body hash.
import { noHash } from "../log/entry.ts";
import { AppError } from "./errors.ts";
import type { EntryLines, LogHead } from "./shapes.ts";

const sha256Hex = /^[0-9a-f]{64}$/;

/** Hashes of an entry's two lines (hex SHA-256 of their UTF-8 bytes), made by whoever can hash. */
export interface EntryHashes {
  readonly header: string;
  readonly body: string | null;
}

/**
 * The head of the entry's log once it is appended. `headOf` answers the head the log has now. Keys and kinds this
 * version does not know are let through: the bytes are what is kept. Throws `journal/bad-entry` for a malformed
 * entry, `journal/stale-head` (facts: log, seq, wanted) for one that does not follow on.
 */
export function headAfter(
  lines: EntryLines,
  hashes: EntryHashes,
  headOf: (log: string) => LogHead | undefined,
): { readonly log: string; readonly head: LogHead } {
  const { log, seq, previous, body } = headerOf(lines.h);
  if (lines.b !== null && !isOneLine(lines.b)) throw badEntry("body");
  if (hashes.body !== null && hashes.body !== body) throw badEntry("body hash");
  const now = headOf(log) ?? { seq: 0, hash: noHash };
  if (seq !== now.seq + 1 || previous !== now.hash) {
    throw new AppError("journal/stale-head", { log, seq, wanted: now.seq + 1 });
  }
  return { log, head: { seq, hash: hashes.header } };
}

function headerOf(text: string): { log: string; seq: number; previous: string; body: string } {
  if (!isOneLine(text)) throw badEntry("header");
  const header = parsed(text);
  const { l: log, s: seq, p: previous, b: body } = header;
  if (typeof log !== "string" || !isLogName(log)) throw badEntry("log");
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq < 1) throw badEntry("sequence");
  if (typeof previous !== "string" || !sha256Hex.test(previous)) throw badEntry("previous hash");
  if (typeof body !== "string" || !sha256Hex.test(body)) throw badEntry("body hash");
  for (const key of ["h", "u", "v", "k"]) if (!Object.hasOwn(header, key)) throw badEntry(key);
  return { log, seq, previous, body };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Falls through: what cannot be parsed is as malformed as what is no object.
  }
  throw badEntry("header");
}

/** Entries are kept as lines, hashed as UTF-8: a line break or half a surrogate pair would not come back the same. */
function isOneLine(text: string): boolean {
  return text.length > 0 && !text.includes("\n") && text.isWellFormed();
}

function isLogName(name: string): boolean {
  return /^[ -\u{10ffff}]{1,300}$/u.test(name) && name !== "__proto__";
}

function badEntry(what: string): AppError {
  return new AppError("journal/bad-entry", { what });
}
