// Pairs that may be one: found over the whole workspace, said to be two, merged field by field, and taken apart again.
import { shownValue } from "#core/log/row.ts";
import { cellOf } from "#core/log/deeds.ts";
import { undoRow } from "#core/log/undo.ts";
import { deletedPath } from "#core/log/row-state.ts";
import type { Change } from "#core/log/change.ts";
import type { Result } from "#core/lib/result.ts";
import type { Counterpart } from "#core/model/counterpart.ts";
import { entities } from "#core/model/index.ts";
import type { Organization } from "#core/model/organization.ts";
import { askedPeople, likeBodies, likePeople, type LikePair } from "#core/rules/duplicate-pairs.ts";
import { mergedValues, type Take } from "#core/rules/merge.ts";
import { keptById, type MergeableTable } from "#core/rules/merged.ts";
import { betweenFrames } from "./between-frames.ts";
import { pairKeyStart, type Waiting } from "./decisions.ts";
import { deedsOn } from "./deeds-on.ts";
import { namedBy, titlesOf } from "./record-titles.ts";
import type { Session } from "./session.ts";
import { recordKey, type RecordName } from "./touches.ts";
import { pointersTo } from "./trash.ts";
import type { Ask, View } from "./view/view.ts";
import { write, type WriteRequest, type Written } from "./write.ts";

/** A record of one of the tables that can be merged. */
export type MergeableRow = Counterpart | Organization;

export interface FoundPair extends Omit<LikePair<MergeableRow>, "pair"> {
  readonly table: MergeableTable;
  readonly pair: readonly [MergeableRow, MergeableRow];
}

/** A pair put off comes back once either of its records is written again. */
export function waitingPair({ table, pair: [one, other] }: FoundPair): Waiting {
  const at = one.changedAt > other.changedAt ? one.changedAt : other.changedAt;
  return { key: `${pairKeyStart}${table}/${one.id}/${other.id}`, at };
}

/** People first, then bodies; the likeliest first, but for those an import asked about. */
export const likePairs: Ask<readonly FoundPair[]> = async (view) => {
  const [people, bodies] = await Promise.all([view.page("counterparts", {}), view.page("organizations", {})]);
  const ofPeople = await betweenFrames(likePeople(people.rows));
  const ofBodies = await betweenFrames(likeBodies(bodies.rows));
  return [
    ...(ofPeople ?? []).map((found): FoundPair => ({ table: "counterparts", ...found })),
    ...(ofBodies ?? []).map((found): FoundPair => ({ table: "organizations", ...found })),
  ];
};

/** Only the pairs an import left to a person, without looking for more. */
export const askedPairs: Ask<readonly FoundPair[]> = async (view) => {
  const { rows } = await view.page("counterparts", {});
  return askedPeople(rows).map((pair) => ({
    table: "counterparts",
    pair,
    score: 1,
    because: [],
    isAsked: true,
  }));
};

type Placed = Pick<MergeableRow, "id" | "scope">;

/** Said on the record with the lower id, so that two devices that say it write one register. */
export function saySeparate(table: MergeableTable, pair: readonly [Placed, Placed]): WriteRequest {
  const [one, other] = pair.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!one || !other) return { changes: [] };
  return {
    changes: [{ table, id: one.id, scope: one.scope, values: { [`differsFrom/${other.id}`]: true } }],
  };
}

/** Records of one table that name a record. */
interface Pointing {
  readonly table: RecordName["table"];
  readonly count: number;
  /** What the first of them are called. */
  readonly titles: readonly string[];
}

export interface MergeFile {
  readonly table: MergeableTable;
  readonly kept: MergeableRow;
  readonly other: MergeableRow;
  /** True where the other is merged into the kept one already. */
  readonly isMerged: boolean;
  /** What names the other, and shows the kept one once they are merged. */
  readonly moves: readonly Pointing[];
  /** What records in the fields of both are called, by "table/id". */
  readonly titles: ReadonlyMap<string, string>;
  readonly postNames: ReadonlyMap<string, string>;
}

/** How many of the records that move are named. */
const mostNamed = 8;

/** Two records side by side; undefined where one of them is gone. */
export const mergeFile =
  (table: MergeableTable, keptId: string, otherId: string): Ask<MergeFile | undefined> =>
  async (view) => {
    const [kept, other] = (await view.get(table, [keptId, otherId])) as (MergeableRow | undefined)[];
    if (!kept || !other || kept === other || kept.deleted || other.deleted) return undefined;
    const { rows } = await view.page(table, {});
    const now = keptById(rows as readonly MergeableRow[]);
    const posts = await view.page("posts", {});
    return {
      table,
      kept,
      other,
      isMerged: now.get(otherId)?.id === keptId,
      moves: await movesOf(view, { table, id: otherId }),
      titles: await titlesOf(view, [...namedIn(table, kept), ...namedIn(table, other)]),
      postNames: new Map(posts.rows.map(({ id, name }) => [id, name])),
    };
  };

async function movesOf(view: View, record: RecordName): Promise<readonly Pointing[]> {
  const groups = await pointersTo(view, record);
  return Promise.all(
    groups.map(async ({ table, ids }) => {
      const first = ids.slice(0, mostNamed).map((id) => ({ table, id }));
      const titles = await titlesOf(view, first);
      return {
        table,
        count: ids.length,
        titles: first.map(({ id }) => titles.get(recordKey(table, id)) ?? ""),
      };
    }),
  );
}

function namedIn(table: MergeableTable, row: MergeableRow): readonly RecordName[] {
  const offices = "offices" in row ? Object.values(row.offices) : [];
  return [
    ...Object.entries(row).flatMap(([name, value]) => namedBy(table, name, [value])),
    ...offices.flatMap(({ organizationId }) =>
      organizationId === null ? [] : [{ table: "organizations" as const, id: organizationId }],
    ),
  ];
}

/** The other record ends as merged into the kept one, which takes over what was chosen. One write, undone as one. */
export function merge(
  table: MergeableTable,
  kept: MergeableRow,
  other: MergeableRow,
  takes: Readonly<Record<string, Take>>,
): WriteRequest {
  // Where the kept one was merged into the other before, it must stand for itself: a ring would be cut at either.
  const values = {
    ...mergedValues(entities[table], valuesIn(kept), valuesIn(other), takes),
    ...(kept.mergedIntoId === other.id ? { mergedIntoId: null } : {}),
  };
  const taken: Change[] =
    Object.keys(values).length === 0 ? [] : [{ table, id: kept.id, scope: kept.scope, values }];
  return {
    changes: [{ table, id: other.id, scope: other.scope, values: { mergedIntoId: kept.id } }, ...taken],
  };
}

function valuesIn(row: MergeableRow): Readonly<Record<string, unknown>> {
  return row as unknown as Readonly<Record<string, unknown>>;
}

/**
 * Takes a merge back, whoever made it and however long ago: the other record stands for itself again, and the kept one
 * gives back what it took over, except where somebody has written since.
 */
export async function unmerge(
  session: Session,
  table: MergeableTable,
  otherId: string,
): Promise<Result<Written>> {
  return write(session, async () => {
    const deeds = (await deedsOn(session.db, session.host, [{ table, id: otherId }])).get(
      recordKey(table, otherId),
    );
    const merging = shownValue(cellOf(deeds ?? [], "mergedIntoId"));
    const deed = deeds?.find(({ log, seq }) => log === merging?.log && seq === merging.seq);
    const [other] = await session.view.get(table, [otherId]);
    const keptId = merging?.value;
    if (!other || !deed || typeof keptId !== "string") return { changes: [] };
    const apart: Change = { table, id: otherId, scope: other.scope, values: { mergedIntoId: null } };
    const given = await takenBack(session, table, keptId, deed.group);
    return { changes: [apart, ...given], kind: "undo", undoes: { of: deed.group } };
  });
}

async function takenBack(
  session: Session,
  table: MergeableTable,
  keptId: string,
  group: string,
): Promise<readonly Change[]> {
  const [kept] = await session.view.get(table, [keptId]);
  if (!kept) return [];
  const deeds = await deedsOn(session.db, session.host, [{ table, id: keptId }]);
  const { values } = undoRow(entities[table], deeds.get(recordKey(table, keptId)) ?? [], group);
  // Where the kept record came to be with the merge, it stays all the same.
  return Object.keys(values).length === 0 || Object.hasOwn(values, deletedPath)
    ? []
    : [{ table, id: keptId, scope: kept.scope, values }];
}
