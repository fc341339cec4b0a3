// From the changes of one command to the entries of the logs they belong to.
import { groupBy } from "../lib/group-by.ts";
import { dataVersion } from "../model/versions/index.ts";
import type { Scope } from "../model/scope.ts";
import type { EntryLines, LogHead } from "../host/shapes.ts";
import { contextFor, emptyCell, joined } from "./cell.ts";
import type { Change } from "./change.ts";
import {
  type Context,
  type EntryBody,
  type EntryHeader,
  type EntryKind,
  logOf,
  noHash,
  type Op,
} from "./entry.ts";
import { wholeRowContext } from "./row.ts";
import { deletedPath, type RowState } from "./row-state.ts";
import type { Stamp } from "./stamp.ts";

interface Writer {
  readonly deviceId: string;
  readonly user: string;
}

/** The group an undo takes back, or the undo that a redo takes back. */
export type Undoes = { readonly of: string } | { readonly again: string };

export interface BuildOptions {
  readonly writer: Writer;
  readonly stamp: Stamp;
  /** Joins the entries of this write; a new id. */
  readonly group: string;
  readonly kind: EntryKind;
  readonly why?: string;
  readonly undoes?: Undoes;
  readonly heads: Readonly<Record<string, LogHead>>;
  /** State of the row as the writer saw it, or null for a new one. */
  readonly stateOf: (table: string, id: string) => RowState | null;
  /** Hex SHA-256 of the text in UTF-8. */
  readonly hash: (text: string) => Promise<string>;
}

export interface BuiltEntry {
  readonly header: EntryHeader;
  readonly body: EntryBody;
  readonly lines: EntryLines;
}

/** Changes of one entry. An import of very many becomes several, none of which is too much to read or to show at once. */
const changesAnEntry = 500;

/** Entries for each scope the changes touch, a genesis before them where the log is new. Rows keep their scope. */
export async function buildEntries(changes: readonly Change[], options: BuildOptions): Promise<BuiltEntry[]> {
  const byScope = groupBy(
    changes,
    ({ table, id, scope }): Scope => options.stateOf(table, id)?.scope ?? scope,
  );
  const built: BuiltEntry[] = [];
  for (const [scope, some] of byScope) built.push(...(await entriesOfLog(scope, some, options)));
  return built;
}

async function entriesOfLog(
  scope: Scope,
  changes: readonly Change[],
  options: BuildOptions,
): Promise<BuiltEntry[]> {
  const log = logOf(options.writer.deviceId, scope);
  const built: BuiltEntry[] = [];
  let head = options.heads[log] ?? { seq: 0, hash: noHash };
  const add = async (kind: EntryKind, body: EntryBody): Promise<void> => {
    const entry = await seal(log, head, kind, body, options);
    built.push(entry);
    head = { seq: entry.header.s, hash: await options.hash(entry.lines.h) };
  };
  if (head.seq === 0) await add("genesis", { g: options.group, o: [] });
  for (let from = 0; from < changes.length; from += changesAnEntry) {
    const some = changes.slice(from, from + changesAnEntry);
    await add(options.kind, {
      g: options.group,
      o: some.map((change) => toOp(change, log, options)),
      ...(options.why === undefined ? {} : { why: options.why }),
      ...options.undoes,
    });
  }
  return built;
}

async function seal(
  log: string,
  previous: LogHead,
  kind: EntryKind,
  body: EntryBody,
  options: BuildOptions,
): Promise<BuiltEntry> {
  const b = JSON.stringify(body);
  const header: EntryHeader = {
    l: log,
    s: previous.seq + 1,
    p: previous.hash,
    h: options.stamp,
    u: options.writer.user,
    v: dataVersion,
    k: kind,
    b: await options.hash(b),
  };
  return { header, body, lines: { h: JSON.stringify(header), b } };
}

function toOp(change: Change, log: string, options: BuildOptions): Op {
  const state = options.stateOf(change.table, change.id);
  const contexts: Record<string, Context> = {};
  for (const path of Object.keys(change.values)) {
    const cell = state?.cells.get(path) ?? emptyCell;
    const seen = path === deletedPath && state ? joined(cell.seen, wholeRowContext(state)) : cell.seen;
    const context = contextFor({ seen, held: [] }, log);
    if (Object.keys(context).length > 0) contexts[path] = context;
  }
  return [change.table, change.id, change.values as Op[2], contexts];
}
