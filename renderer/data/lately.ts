// The states of the rows this window wrote last, so that the next key in the same field asks no database.
import type { RowState } from "#core/log/row-state.ts";
import type { TableName } from "#core/model/tables.ts";
import type { BatchStates, KnownStates } from "./fold-into.ts";

const mostKept = 200;

export class LatelyWritten implements KnownStates {
  readonly #states = new Map<string, RowState>();

  readonly of = (table: TableName, id: string): RowState | undefined => this.#states.get(`${table}/${id}`);

  keep(states: Pick<BatchStates, "changedCount" | "changedStates">): void {
    if (states.changedCount > mostKept) this.forget();
    else for (const state of states.changedStates()) this.#states.set(`${state.table}/${state.id}`, state);
    for (const key of this.#states.keys()) {
      if (this.#states.size <= mostKept) break;
      this.#states.delete(key);
    }
  }

  /** To be called whenever somebody else may have written. */
  forget(): void {
    this.#states.clear();
  }
}
