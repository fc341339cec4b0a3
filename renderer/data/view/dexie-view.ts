// The query door over the rows in memory.
import { asText } from "#core/lib/as-text.ts";
import { distinctValues, stateOf, valueAt } from "#core/log/row.ts";
import { partsOfLog } from "#core/log/entry.ts";
import { instantOf, isLater } from "#core/log/stamp.ts";
import type { Entity } from "#core/model/entity.ts";
import { entities, type Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { ChangedRows } from "../fold-into.ts";
import type { Db } from "../open-db.ts";
import { Notices } from "./notices.ts";
import { filterOf, type Page, type Query, sorted } from "./query.ts";
import { RowModel } from "./row-model.ts";
import { SearchIndex } from "./search-index.ts";
import type { Hit, Notice, SurvivingValue, View, Waiting } from "./view.ts";
import type { ViewRow } from "./view-row.ts";

export class DexieView implements View {
  readonly #db: Db;
  readonly #notices: Notices;
  readonly #rows: RowModel;
  readonly #search: SearchIndex;

  constructor(db: Db, workspaceId: string) {
    this.#db = db;
    this.#rows = new RowModel(db, workspaceId);
    this.#notices = new Notices(workspaceId, (table, ids) => this.#rows.hear(table, ids));
    this.#search = new SearchIndex(this.#rows);
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
    return (await this.#rows.get(table, ids)) as unknown as (Rows[T] | undefined)[];
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

  /** Called by the write door once rows are on disk in the journal: this window shows them from now on. */
  show(rows: ChangedRows): void {
    for (const [table, some] of rows) this.#rows.take(table, some);
    this.#notices.announceHere(rows);
  }

  /** Called once they are in the database too, where the other windows read them. */
  stored(rows: ChangedRows): void {
    for (const [table, some] of rows) this.#rows.stored(table, some);
    this.#notices.announceStored(rows);
  }

  noticeAll(): void {
    this.#notices.announceAll();
  }

  close(): void {
    this.#notices.close();
    this.#rows.close();
  }

  async #matching(table: TableName, query: Query): Promise<readonly ViewRow[]> {
    const entity: Entity = entities[table];
    return (await this.#rows.all(table)).filter(filterOf(entity, query));
  }
}
