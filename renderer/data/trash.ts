// The trash: what is in it, what goes there together, and who else points to what goes.
import type { Change } from "#core/log/change.ts";
import { valueAt } from "#core/log/row.ts";
import type { Entity } from "#core/model/entity.ts";
import { entities, type Rows } from "#core/model/index.ts";
import { isPrivateTable, type TableName, tableNames } from "#core/model/tables.ts";
import { titlesOf } from "./record-titles.ts";
import { recordKey, type RecordName } from "./touches.ts";
import type { Ask, View } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

type AnyRow = Rows[TableName];
export type Placed = Pick<Change, "table" | "id" | "scope">;

/** Rows that mean nothing without the one they belong to, and go to the trash with it. */
const belongings: Partial<Record<TableName, readonly (readonly [TableName, string])[]>> = {
  directives: [
    ["talkingPoints", "directiveId"],
    ["references", "directiveId"],
    ["demarcheTasks", "directiveId"],
    ["documents", "directiveId"],
  ],
  demarcheTasks: [["documents", "taskId"]],
  posts: [["documents", "postId"]],
  engagements: [
    ["responses", "engagementId"],
    ["positions", "engagementId"],
    ["documents", "engagementId"],
  ],
  counterparts: [["documents", "counterpartId"]],
  followUps: [["documents", "followUpId"]],
};

const kept = tableNames.filter((table) => !isPrivateTable(table));

export interface TrashPlan {
  /** The record and what goes with it. */
  readonly goes: readonly Placed[];
  /** How many other records of each table point to it. */
  readonly pointers: readonly { readonly table: TableName; readonly count: number }[];
}

export async function planTrash(view: View, record: RecordName): Promise<TrashPlan> {
  const [row] = await view.get(record.table, [record.id]);
  if (!row) return { goes: [], pointers: [] };
  const all = [placed(record.table, row), ...(await belongingTo(view, record))];
  const going = new Map(all.map((one) => [recordKey(one.table, one.id), one]));
  const goes = [...going.values()];
  const pointers = await pointersTo(view, record);
  const counts = pointers.map(({ table, ids }) => ({
    table,
    count: ids.filter((id) => !going.has(recordKey(table, id))).length,
  }));
  return { goes, pointers: counts.filter(({ count }) => count > 0) };
}

/** What only says how records of one table stand to each other: it moves with neither. */
const amongThemselves: ReadonlySet<string> = new Set(["mergedIntoId", "differsFrom", "maybeSameAs"]);

/** Records that name a record, by table. */
export async function pointersTo(
  view: View,
  record: RecordName,
): Promise<readonly { readonly table: TableName; readonly ids: readonly string[] }[]> {
  const found = await Promise.all(
    kept.map(async (table) => {
      const { rows } = await view.page(table, {});
      return { table, ids: rows.filter((other) => pointsTo(table, other, record)).map(({ id }) => id) };
    }),
  );
  return found.filter(({ ids }) => ids.length > 0);
}

/** What belongs to a record, and what belongs to that: a task's attachments go with its directive. */
async function belongingTo(view: View, { table, id }: RecordName): Promise<readonly Placed[]> {
  const found = await Promise.all(
    (belongings[table] ?? []).map(async ([other, field]) => {
      const { rows } = await view.page(other, { where: { [field]: { eq: id } } });
      const further = await Promise.all(rows.map((row) => belongingTo(view, { table: other, id: row.id })));
      return [...rows.map((row) => placed(other, row)), ...further.flat()];
    }),
  );
  return found.flat();
}

function placed(table: TableName, { id, scope }: AnyRow): Placed {
  return { table, id, scope };
}

function holdsOfficeIn({ offices }: Pick<Rows["counterparts"], "offices">, bodyId: string): boolean {
  return Object.values(offices).some(({ organizationId }) => organizationId === bodyId);
}

/** True where a field of the row names the record, or a key of one of its maps does. */
function pointsTo(table: TableName, row: AnyRow, record: RecordName): boolean {
  const entity: Entity = entities[table];
  if (record.table === "organizations" && "offices" in row && holdsOfficeIn(row, record.id)) return true;
  return Object.entries(entity.fields).some(([name, field]) => {
    if (field.to !== record.table || amongThemselves.has(name)) return false;
    const value = valueAt(row as unknown as Readonly<Record<string, unknown>>, name);
    if (field.kind === "ref") return value === record.id;
    return typeof value === "object" && value !== null && Object.hasOwn(value, record.id);
  });
}

export function moveToTrash(goes: readonly Placed[]): WriteRequest {
  return { changes: goes.map((one): Change => ({ ...one, values: { deleted: true } })) };
}

export function restore(goes: readonly Placed[]): WriteRequest {
  return { changes: goes.map((one): Change => ({ ...one, values: { deleted: false } })) };
}

/** What went to the trash in one act. */
export interface TrashLine {
  readonly key: string;
  readonly table: TableName;
  readonly title: string;
  readonly at: string;
  readonly user: string;
  /** All that went together, the one it was about first. */
  readonly records: readonly Placed[];
}

/** The latest first. */
export const trashed: Ask<readonly TrashLine[]> = async (view) => {
  const found = await Promise.all(
    kept.map(async (table) => {
      const query = { where: { deleted: { eq: true } }, withDeleted: true } as const;
      const { rows } = await view.page(table, query);
      return Promise.all(
        rows.map(async (row) => {
          const [last] = await view.values(table, row.id, "deleted");
          return { ...placed(table, row), at: last?.at ?? row.changedAt, user: last?.user ?? row.changedBy };
        }),
      );
    }),
  );
  const acts = new Map<string, TrashLine & { records: Placed[] }>();
  const titles = await titlesOf(view, found.flat());
  // Tables come in the order a reader meets them, so the first record met is what the act was about.
  for (const { at, user, ...record } of found.flat()) {
    const key = `${at} ${user}`;
    const title = titles.get(recordKey(record.table, record.id)) ?? record.id;
    const act = acts.get(key) ?? { key, table: record.table, title, at, user, records: [] };
    act.records.push(record);
    acts.set(key, act);
  }
  return [...acts.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
};
