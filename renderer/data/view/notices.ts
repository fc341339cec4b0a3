// Tells this window and the others of the same workspace which rows have changed.
import { tableNames } from "#core/model/tables.ts";
import type { ChangedRows } from "../fold-into.ts";
import type { Notice } from "./view.ts";

type Table = Notice["table"];
type Hear = (table: Table, ids: readonly string[] | null) => void;

export class Notices {
  readonly #versions = new Map<Table, number>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #channel: BroadcastChannel;
  readonly #hearStrange: Hear;

  /** `hearStrange` is told before all others of what this window has not shown itself; ids null: anything may have changed. */
  constructor(workspaceId: string, hearStrange: Hear) {
    this.#hearStrange = hearStrange;
    this.#channel = new BroadcastChannel(`chancery-view-${workspaceId}`);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Parameters<Hear>>) => {
      this.#hearStrange(...data);
      this.#tell(...data);
    });
  }

  version(table: Table): number {
    return this.#versions.get(table) ?? 0;
  }

  /** Tells this window alone. */
  announceHere(rows: ChangedRows): void {
    for (const [table, some] of rows) this.#tell(table, idsOf(some));
  }

  /** Tells the other windows of rows, and all of them of what waits for a decision. */
  announceStored(rows: ChangedRows): void {
    for (const [table, some] of rows) this.#post(table, idsOf(some));
    if (rows.size > 0) this.#tellAndPost("conflicts");
  }

  announceAll(): void {
    for (const table of [...tableNames, "conflicts" as const]) {
      this.#hearStrange(table, null);
      this.#tellAndPost(table);
    }
  }

  listen(hear: (notice: Notice) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }

  #tellAndPost(table: Table): void {
    this.#tell(table, null);
    this.#post(table, null);
  }

  #post(...notice: Parameters<Hear>): void {
    // A channel reaches windows of this origin only; it takes no target as a window does.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#channel.postMessage(notice);
  }

  #tell(table: Table, ids: readonly string[] | null): void {
    const version = this.version(table) + 1;
    this.#versions.set(table, version);
    for (const hear of this.#listeners) hear({ table, version, ids });
  }
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}
