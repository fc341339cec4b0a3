// Full-text search over the view, built when it is first asked and kept current by the notices.
import MiniSearch from "minisearch";
import type { Entity } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { isPrivateTable, type TableName, tableNames } from "#core/model/tables.ts";
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import type { RowModel } from "./row-model.ts";
import type { Hit, Notice } from "./view.ts";
import type { ViewRow } from "./view-row.ts";

interface Indexed {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Name of the post it belongs to: what happened there is looked for by that too. */
  readonly post: string;
}

const searchable: readonly TableName[] = tableNames.filter((table) => !isPrivateTable(table));

export class SearchIndex {
  readonly #rows: RowModel;
  #index: Promise<MiniSearch<Indexed>> | null = null;
  /** Updates wait for each other, so that two notices of one row cannot cross. */
  #work: Promise<void> = Promise.resolve();

  constructor(rows: RowModel) {
    this.#rows = rows;
  }

  async find(text: string, limit: number): Promise<readonly Hit[]> {
    this.#index ??= this.#build();
    const index = await this.#index;
    await this.#work;
    return index.search(text).slice(0, limit).map(toHit);
  }

  hear({ table, ids }: Notice): void {
    if (!this.#index || table === "conflicts" || !searchable.includes(table)) return;
    // A post's name stands with all that belongs to it.
    if (ids === null || table === "posts") {
      this.#index = null;
      return;
    }
    const building = this.#index;
    this.#work = this.#work.then(async () => this.#refresh(await building, table, ids));
  }

  async #build(): Promise<MiniSearch<Indexed>> {
    const index = new MiniSearch<Indexed>({
      idField: "key",
      fields: ["title", "text", "post"],
      storeFields: ["title"],
      processTerm: (term) => folded(term),
      searchOptions: {
        boost: { title: 3, post: 0.5 },
        prefix: true,
        // A number found "nearly" is another number.
        fuzzy: (term) => (/\d/u.test(term) ? false : 0.2),
        combineWith: "AND",
      },
    });
    const names = await this.#postNames();
    for (const table of searchable) {
      const rows = await this.#rows.all(table);
      await index.addAllAsync(rows.filter((row) => !row.deleted).map((row) => toIndexed(table, row, names)));
    }
    return index;
  }

  async #refresh(index: MiniSearch<Indexed>, table: TableName, ids: readonly string[]): Promise<void> {
    const [rows, names] = await Promise.all([this.#rows.get(table, ids), this.#postNames()]);
    ids.forEach((id, at) => {
      const key = keyOf(table, id);
      if (index.has(key)) index.discard(key);
      const row = rows[at];
      if (row && !row.deleted) index.add(toIndexed(table, row, names));
    });
  }

  async #postNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#rows.all("posts")).map((post) => [post.id, asText(post["name"])]));
  }
}

function toIndexed(table: TableName, row: ViewRow, postNames: ReadonlyMap<string, string>): Indexed {
  const entity: Entity = entities[table];
  const texts = Object.entries(entity.fields)
    .filter(([, field]) => field.search)
    .map(([name]) => asText(row[name]));
  const title = texts.find((text) => text !== "") ?? row.id;
  return {
    key: keyOf(table, row.id),
    title: title.slice(0, 200),
    text: texts.join("\n").slice(0, 20_000),
    post: postNames.get(asText(row["postId"])) ?? "",
  };
}

function toHit(result: { id: unknown; score: number; [field: string]: unknown }): Hit {
  const key = String(result.id);
  const slash = key.indexOf("/");
  return {
    table: key.slice(0, slash) as TableName,
    id: key.slice(slash + 1),
    title: String(result["title"]),
    score: result.score,
  };
}

function keyOf(table: TableName, id: string): string {
  return `${table}/${id}`;
}
