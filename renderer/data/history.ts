// What happened to some records: every write of them, who made it and why, with the value before and after.
import { cellOf, type Deed, inOrder, madeRow, shownBefore } from "#core/log/deeds.ts";
import { partsOfLog } from "#core/log/entry.ts";
import { shownValue } from "#core/log/row.ts";
import { instantOf } from "#core/log/stamp.ts";
import { initialAt } from "#core/log/undo.ts";
import type { Scope } from "#core/model/scope.ts";
import { entities } from "#core/model/index.ts";
import { withAttachments } from "./attachments.ts";
import type { CaseFile } from "./case-file.ts";
import { deedsOn } from "./deeds-on.ts";
import { namedBy, titlesOf } from "./record-titles.ts";
import type { Session } from "./session.ts";
import { recordKey, type RecordName } from "./touches.ts";
import type { View } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";
import { withWriteLock } from "./write-lock.ts";

export interface HistoryChange {
  /** `field` or `field/key`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** True where the field still shows what this write put there. */
  readonly isShown: boolean;
}

/** What one write did to one record. */
export interface RecordChange extends RecordName {
  /** True where the write made the record. */
  readonly isNew: boolean;
  readonly changes: readonly HistoryChange[];
}

/** One write, as history shows it. */
export interface HistoryLine {
  readonly group: string;
  readonly at: string;
  readonly user: string;
  readonly deviceId: string;
  readonly kind: Deed["kind"];
  readonly why: string | null;
  readonly records: readonly RecordChange[];
}

export interface History {
  /** Newest first. */
  readonly lines: readonly HistoryLine[];
  /** What records and the ids in their values are called, by "table/id". */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * With what happened to their attachments. `view` is the one a live question is asked of, so that it is asked again when
 * a record changes.
 */
export async function historyOf(
  session: Session,
  view: View,
  asked: readonly RecordName[],
): Promise<History> {
  // The database is stored behind an answered write; what is asked now must find it there.
  await withWriteLock(session.workspace.id, () => Promise.resolve());
  const records = await withAttachments(view, asked);
  const deeds = await deedsOn(session.db, session.host, records);
  const lines = new Map<string, HistoryLine & { records: RecordChange[] }>();
  for (const { table, id } of records) {
    const all = deeds.get(recordKey(table, id)) ?? [];
    for (const deed of inOrder(all)) {
      const line = lines.get(deed.group) ?? lineOf(deed);
      line.records.push({ table, id, isNew: madeRow(all, deed), changes: changesOf(table, all, deed) });
      lines.set(deed.group, line);
    }
  }
  const newestFirst = [...lines.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  return { lines: newestFirst, titles: await titlesOf(view, [...records, ...namedIn(newestFirst)]) };
}

function lineOf({ group, stamp, user, log, kind, why }: Deed): HistoryLine & { records: RecordChange[] } {
  const deviceId = partsOfLog(log)?.deviceId ?? log;
  return { group, at: instantOf(stamp), user, deviceId, kind, why, records: [] };
}

function changesOf(table: RecordName["table"], all: readonly Deed[], deed: Deed): readonly HistoryChange[] {
  return Object.entries(deed.values).map(([path, after]) => {
    const before = shownBefore(all, path, deed);
    const now = shownValue(cellOf(all, path));
    return {
      path,
      before: before ? before.value : initialAt(entities[table], path),
      after,
      isShown: now?.log === deed.log && now.seq === deed.seq,
    };
  });
}

/** Records that values and map keys point to. */
function namedIn(lines: readonly HistoryLine[]): readonly RecordName[] {
  return lines.flatMap(({ records }) =>
    records.flatMap(({ table, changes }) =>
      changes.flatMap(({ path, before, after }) => namedBy(table, path, [before, after])),
    ),
  );
}

/** All records that make up a directive's case. */
export function recordsOfCase(file: CaseFile): readonly RecordName[] {
  return [
    ...named("directives", [file.directive]),
    ...named("talkingPoints", file.points),
    ...named("demarcheTasks", file.tasks),
    ...named("engagements", file.engagements),
    ...named("responses", file.responses),
    ...named("followUps", file.followUps),
    ...named("references", file.references),
  ];
}

function named(table: RecordName["table"], rows: readonly { readonly id: string }[]): readonly RecordName[] {
  return rows.map(({ id }) => ({ table, id }));
}

/** A former value made to stand again, by an ordinary write. */
export function bringBack(
  { table, id }: RecordName,
  scope: Scope,
  path: string,
  value: unknown,
  why: string,
): WriteRequest {
  return { changes: [{ table, id, scope, values: { [path]: value } }], why };
}

/** Where a record lives; an existing row keeps its scope, so any will do for one that is not there. */
export async function scopeOf(view: View, { table, id }: RecordName): Promise<Scope> {
  const [row] = await view.get(table, [id]);
  return row?.scope ?? "local";
}
