// Two histories under the numbers of one log: where they part, what the other holds, and what of it the records here would take.
import { joined } from "#core/log/cell.ts";
import { type Context, type Entry, noHash, type Op, partsOfLog } from "#core/log/entry.ts";
import { toRow, valueAt } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { entities } from "#core/model/index.ts";
import type { SettledTip } from "#core/model/office.ts";
import { isTableName, type TableName } from "#core/model/tables.ts";
import { initialAt } from "#core/log/undo.ts";
import type { PouchFate, PouchField, PouchRow } from "./pouch-plan.ts";
import type { ReadRun } from "./verdict.ts";

/** An entry with the hash of its header. */
export interface Link {
  readonly entry: Entry;
  readonly hash: string;
}

/** Each header holds the hash of the one before it; a run tells that of its last. */
export function linksOf({ entries, last }: Pick<ReadRun, "entries" | "last">): readonly Link[] {
  return entries.map((entry, at) => ({ entry, hash: entries[at + 1]?.header.p ?? last }));
}

export interface OtherHistory {
  /** Hash of its last header. */
  readonly tip: string;
  /** Last number that both histories share; null where the beginning of this one is not here. */
  readonly after: number | null;
  /** What nobody has decided on yet, in the order of its numbers. */
  readonly links: readonly Link[];
}

/**
 * The histories that part from the one here. `ours`: by number, the hash of the entry that stands here. What only goes
 * on where the history here ends is none, and what was decided on before is left out.
 */
export function otherHistories(
  links: readonly Link[],
  ours: ReadonlyMap<number, string>,
  settled: readonly SettledTip[],
): readonly OtherHistory[] {
  const foreign = new Map(
    links.filter(({ entry, hash }) => ours.get(entry.header.s) !== hash).map((link) => [link.hash, link]),
  );
  const followed = new Set([...foreign.values()].map(({ entry }) => entry.header.p));
  const decided = new Map(settled.map(({ hash, after }) => [hash, after]));
  const hashHere = (seq: number) => (seq === 0 ? noHash : ours.get(seq));
  return [...foreign.values()].flatMap((tip): OtherHistory[] => {
    if (followed.has(tip.hash) || decided.has(tip.hash)) return [];
    const chain: Link[] = [];
    let after: number | null = null;
    for (let link: Link | undefined = tip; link; link = foreign.get(link.entry.header.p)) {
      chain.push(link);
      const { s, p } = link.entry.header;
      after = decided.get(p) ?? (hashHere(s - 1) === p ? s - 1 : null);
      if (after !== null) break;
    }
    return after === ours.size ? [] : [{ tip: tip.hash, after, links: chain.toReversed() }];
  });
}

/**
 * Entries of another history as they can be folded beside the one here: under a name of their own, and having seen of
 * their log only what both share. `nth`: another for each history of the log.
 */
export function besideOurs(
  { after, links }: Pick<OtherHistory, "after" | "links">,
  nth: number,
): readonly Entry[] {
  return links.map(({ entry: { header, body } }): Entry => {
    const place = partsOfLog(header.l);
    const name = `${place?.deviceId}~${nth}:${place?.scope}`;
    const seenBy = (context: Context): Context => {
      const { [header.l]: own = 0, ...others } = context;
      const shared: Context = after === null || after === 0 ? {} : { [header.l]: after };
      return joined({ ...others, ...(own > (after ?? 0) ? { [name]: own } : {}) }, shared);
    };
    const o = (body?.o ?? []).map(([table, id, values, contexts]): Op => [
      table,
      id,
      values,
      Object.fromEntries(
        Object.keys(values).map((path) => [
          path,
          seenBy(Object.hasOwn(contexts, path) ? (contexts[path] ?? {}) : {}),
        ]),
      ),
    ]);
    return { header: { ...header, l: name }, body: body && { ...body, o } };
  });
}

/**
 * What another history says of each record beside what stands here. Where both wrote a field, the one here is kept
 * unless a person says otherwise.
 */
export function forkRows(
  entries: readonly Entry[],
  before: (table: TableName, id: string) => RowState | null,
  after: (table: TableName, id: string) => RowState | null,
): readonly PouchRow[] {
  const said = new Map<string, { table: TableName; id: string; by: string; values: Map<string, unknown> }>();
  for (const { header, body } of entries) {
    for (const [table, id, values] of body?.o ?? []) {
      if (!isTableName(table)) continue;
      const key = `${table}/${id}`;
      const row = said.get(key) ?? { table, id, by: "", values: new Map<string, unknown>() };
      row.by = header.u;
      for (const [path, value] of Object.entries(values)) row.values.set(path, value);
      said.set(key, row);
    }
  }
  return [...said.values()].flatMap(({ table, id, by, values }): PouchRow[] => {
    const [was, made] = [before(table, id), after(table, id)];
    if (!made) return [];
    const old = was && toRow(entities[table], was);
    const { conflicts } = toRow(entities[table], made);
    const fields = [...values].flatMap(([path, theirs]): PouchField[] => {
      const here = old ? valueAt(old, path) : initialAt(entities[table], path);
      const isSame = JSON.stringify(here) === JSON.stringify(theirs);
      return isSame ? [] : [{ path, before: here, after: theirs, isConflict: conflicts.includes(path) }];
    });
    const isDisputed = fields.some(({ isConflict }) => isConflict);
    const fate: PouchFate = !was
      ? "create"
      : isDisputed
        ? "conflict"
        : fields.length > 0
          ? "update"
          : "unchanged";
    return [{ table, id, scope: made.scope, fate, fields, by, keepsOurs: isDisputed }];
  });
}

/**
 * What is written of a row that was decided on: all the other history says; of one that keeps what stands here, only
 * what nobody wrote here since the two parted, and of a change that disputes nothing, none of it.
 */
export function takenOver({ fate, fields, keepsOurs }: PouchRow): Readonly<Record<string, unknown>> {
  const taken = keepsOurs ? (fate === "conflict" ? fields.filter((field) => !field.isConflict) : []) : fields;
  return Object.fromEntries(taken.map(({ path, after }) => [path, after]));
}

/**
 * Values that stand here undisputed by entries after number `after` of a log, by record: written once more in this
 * device's name, nobody who saw the same numbers of another history can replace them unseen.
 */
export function standingOf(
  log: string,
  after: number,
  states: Iterable<RowState>,
): readonly (Pick<RowState, "table" | "id" | "scope"> & { readonly values: Record<string, unknown> })[] {
  return [...states].flatMap(({ table, id, scope, cells }) => {
    const values: Record<string, unknown> = {};
    for (const [path, { held }] of cells) {
      const [only] = held;
      if (held.length === 1 && only?.log === log && only.seq > after) values[path] = only.value;
    }
    return Object.keys(values).length > 0 ? [{ table, id, scope, values }] : [];
  });
}
