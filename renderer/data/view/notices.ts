// Tells this window and the others of the same workspace which rows have changed.
import type { TableName } from "#core/model/tables.ts";
import { tableNames } from "#core/model/tables.ts";
import type { Notice } from "./view.ts";

type Table = Notice["table"];

export class Notices {
  readonly #versions = new Map<Table, number>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #channel: BroadcastChannel;

  constructor(workspaceId: string) {
    this.#channel = new BroadcastChannel(`chancery-view-${workspaceId}`);
    this.#channel.addEventListener(
      "message",
      ({ data }: MessageEvent<{ table: Table; ids: readonly string[] | null }>) =>
        this.#tell(data.table, data.ids),
    );
  }

  version(table: Table): number {
    return this.#versions.get(table) ?? 0;
  }

  announce(changed: ReadonlyMap<TableName, ReadonlySet<string>>): void {
    for (const [table, ids] of changed) this.#announce(table, [...ids]);
    if (changed.size > 0) this.#announce("conflicts", null);
  }

  announceAll(): void {
    for (const table of [...tableNames, "conflicts" as const]) this.#announce(table, null);
  }

  listen(hear: (notice: Notice) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }

  #announce(table: Table, ids: readonly string[] | null): void {
    this.#tell(table, ids);
    // A channel reaches windows of this origin only; it takes no target as a window does.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#channel.postMessage({ table, ids });
  }

  #tell(table: Table, ids: readonly string[] | null): void {
    const version = this.version(table) + 1;
    this.#versions.set(table, version);
    for (const hear of this.#listeners) hear({ table, version, ids });
  }
}
