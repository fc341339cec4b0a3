// The query door over plain rows and the few indexes the model names.
import type { Collection } from "dexie";
import { asText } from "#core/lib/as-text.ts";
import { distinctValues, stateOf, type StoredRow, valueAt } from "#core/log/row.ts";
import { partsOfLog } from "#core/log/entry.ts";
import { instantOf, isLater } from "#core/log/stamp.ts";
import type { Entity } from "#core/model/entity.ts";
import { entities, type Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Db } from "../open-db.ts";
import { Notices } from "./notices.ts";
import { filterOf, type Page, type Query, sorted, type Test } from "./query.ts";
import { SearchIndex } from "./search-index.ts";
import type { Hit, Notice, SurvivingValue, View, Waiting } from "./view.ts";

export class DexieView implements View {
  readonly #db: Db;
  readonly #notices: Notices;
  readonly #search: SearchIndex;

  constructor(db: Db, workspaceId: string) {
    this.#db = db;
    this.#notices = new Notices(workspaceId);
    this.#search = new SearchIndex(db);
    this.#notices.listen((notice) => this.#search.hear(notice));
  }

  async page<T extends TableName>(table: T, query: Query): Promise<Page<Rows[T]>> {
    const version = this.#notices.version(table);
    const all = sorted(await this.#matching(table, query), query.sort);
    const from = query.offset ?? 0;
    const rows = all.slice(from, query.limit === undefined ? undefined : from + query.limit);
    return { total: all.length, version, rows: rows as unknown as readonly Rows[T][] };
  }

  async get<T extends TableName>(
    table: T,
    ids: readonly string[],
  ): Promise<readonly (Rows[T] | undefined)[]> {
    return (await this.#db.rows(table).bulkGet([...ids])) as unknown as (Rows[T] | undefined)[];
  }

  async aggregate(
    table: TableName,
    query: { readonly by: readonly string[] } & Pick<Query, "where" | "text">,
  ): Promise<readonly { readonly key: readonly string[]; readonly count: number }[]> {
    const counts = new Map<string, { key: string[]; count: number }>();
    for (const row of await this.#matching(table, query)) {
      const key = query.by.map((path) => asText(valueAt(row, path)));
      const known = counts.get(JSON.stringify(key));
      if (known) known.count += 1;
      else counts.set(JSON.stringify(key), { key, count: 1 });
    }
    return [...counts.values()];
  }

  find(text: string, limit: number): Promise<readonly Hit[]> {
    return this.#search.find(text, limit);
  }

  async waiting(): Promise<readonly Waiting[]> {
    return this.#db.conflicts.toArray();
  }

  async values(table: TableName, id: string, path: string): Promise<readonly SurvivingValue[]> {
    const row = await this.#db.rows(table).get(id);
    const cell = row && stateOf(table, row).cells.get(path);
    if (!cell) return [];
    return distinctValues(cell)
      .toSorted((a, b) => (isLater(a, b) ? -1 : 1))
      .map(({ value, stamp, log, user }) => ({
        value,
        user,
        at: instantOf(stamp),
        deviceId: partsOfLog(log)?.deviceId ?? log,
      }));
  }

  onChange(hear: (notice: Notice) => void): () => void {
    return this.#notices.listen(hear);
  }

  /** Called by the write door once rows are stored. */
  notice(changed: ReadonlyMap<TableName, ReadonlySet<string>>): void {
    this.#notices.announce(changed);
  }

  noticeAll(): void {
    this.#notices.announceAll();
  }

  close(): void {
    this.#notices.close();
  }

  async #matching(table: TableName, query: Query): Promise<StoredRow[]> {
    const entity: Entity = entities[table];
    const passes = filterOf(entity, query);
    return (await this.#narrowed(table, entity, query.where ?? {}).toArray()).filter(passes);
  }

  /** Uses the first index that a test can be answered from; the filter then checks all tests again. */
  #narrowed(
    table: TableName,
    entity: Entity,
    where: Readonly<Record<string, Test>>,
  ): Collection<StoredRow, string> {
    const rows = this.#db.rows(table);
    for (const [field, test] of Object.entries(where)) {
      if (field !== "id" && !entity.indexes.includes(field)) continue;
      if ("eq" in test) {
        if (isKey(test.eq)) return rows.where(field).equals(test.eq);
      } else if ("in" in test) {
        if (test.in.every(isKey)) return rows.where(field).anyOf(test.in.filter(isKey));
      } else if (test.from !== undefined && test.to !== undefined) {
        return rows.where(field).between(test.from, test.to, true, true);
      }
    }
    return rows.toCollection();
  }
}

/** What IndexedDB can keep in an index; null and booleans are not among it. */
function isKey(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
