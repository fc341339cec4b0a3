// An entry of a log: two lines of text, hashed as exact bytes and never written again from their values.
import { z } from "zod";
import { isScope, type Scope } from "../model/scope.ts";

const entryKinds = ["genesis", "tx", "import", "undo", "ack", "cert", "revoke", "redact"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** log, sequence, hash of the previous header, hybrid clock, user, data version, kind, hash of the body. Hashes are hex SHA-256. */
const header = z.object({
  l: z.string(),
  s: z.int().min(1),
  p: z.string(),
  h: z.string(),
  u: z.string(),
  v: z.int().min(1),
  k: z.enum(entryKinds),
  b: z.string(),
});
export type EntryHeader = z.infer<typeof header>;

/** Sequence numbers by log: "all writes of this log up to this number had been seen". */
export type Context = Readonly<Record<string, number>>;

/** What has been read as JSON is JSON: to look at every value of every entry once more is what opening a workspace would cost. */
const json = z.custom<z.core.util.JSONType>();

/** table, id, new value by field path (`field` or `field/key`), and by path the context where other logs had written it. */
const op = z.tuple([
  z.string(),
  z.string(),
  z.record(z.string(), json),
  z.record(z.string(), z.record(z.string(), z.int())),
]);
export type Op = z.infer<typeof op>;

/**
 * `g` joins the entries of one write across its logs, so that they are undone as one. An entry of kind `undo` names the
 * group it takes back (`of`), or the undo it takes back in its turn (`again`).
 */
const body = z.object({
  g: z.string(),
  o: z.array(op),
  why: z.string().optional(),
  of: z.string().optional(),
  again: z.string().optional(),
});
export type EntryBody = z.infer<typeof body>;

export interface Entry {
  readonly header: EntryHeader;
  /** Null where the body was lawfully erased. */
  readonly body: EntryBody | null;
}

/** Hash that stands before the first entry of a log. */
export const noHash = "0".repeat(64);

/** One log belongs to one device and one scope; only that device writes it. */
export function logOf(deviceId: string, scope: Scope): string {
  return `${deviceId}:${scope}`;
}

export function partsOfLog(log: string): { deviceId: string; scope: Scope } | null {
  const colon = log.indexOf(":");
  const scope = log.slice(colon + 1);
  return colon > 0 && isScope(scope) ? { deviceId: log.slice(0, colon), scope } : null;
}

/** Reads the two lines of an entry this version understands. Throws on a shape it does not know: the journal verified the bytes, so that is a fault of ours. */
export function readEntry(lines: { readonly h: string; readonly b: string | null }): Entry {
  return {
    header: header.parse(JSON.parse(lines.h)),
    body: lines.b === null ? null : body.parse(JSON.parse(lines.b)),
  };
}
