// Turns told writes into journal entries of several devices, as if each office had worked and the pouches had arrived.
import { buildEntries } from "../log/build.ts";
import { partsOfLog } from "../log/entry.ts";
import { foldEntry, type RowStates } from "../log/fold.ts";
import type { RowState } from "../log/row-state.ts";
import { nextStamp } from "../log/stamp.ts";
import type { EntryLines, LogHead } from "../host/shapes.ts";
import type { TableName } from "../model/tables.ts";
import type { SampleWrite } from "./shape.ts";

/** Entries of each write in turn; the journal may take any run of them as one frame. `hash` is hex SHA-256 of UTF-8. */
export async function* entriesOf(
  writes: Iterable<SampleWrite>,
  hash: (text: string) => Promise<string>,
): AsyncGenerator<readonly EntryLines[]> {
  const states = new MapStates();
  const heads: Record<string, LogHead> = {};
  const clocks = new Map<string, string>();
  let count = 0;
  for (const write of writes) {
    const stamp = nextStamp(clocks.get(write.device) ?? null, new Date(write.at).toISOString());
    clocks.set(write.device, stamp);
    count += 1;
    const built = await buildEntries(write.changes, {
      writer: { deviceId: write.device, user: write.user },
      stamp,
      group: `${write.device}-${count}`,
      kind: "tx",
      heads,
      stateOf: (table, id) => unseenLeftOut(states.get(table as TableName, id), write.unseen),
      hash,
    });
    for (const { header, body, lines } of built) {
      foldEntry(states, { header, body });
      heads[header.l] = { seq: header.s, hash: await hash(lines.h) };
    }
    yield built.map(({ lines }) => lines);
  }
}

class MapStates implements RowStates {
  readonly #all = new Map<string, RowState>();

  get(table: TableName, id: string): RowState | null {
    return this.#all.get(`${table}/${id}`) ?? null;
  }

  set(state: RowState): void {
    this.#all.set(`${state.table}/${state.id}`, state);
  }
}

/** The row as a writer knew it who had not received the logs of some devices. */
function unseenLeftOut(state: RowState | null, unseen: readonly string[]): RowState | null {
  if (!state || unseen.length === 0) return state;
  const isSeen = (log: string) => !unseen.includes(partsOfLog(log)?.deviceId ?? "");
  const cells = [...state.cells].map(
    ([path, cell]) =>
      [
        path,
        {
          seen: Object.fromEntries(Object.entries(cell.seen).filter(([log]) => isSeen(log))),
          held: cell.held.filter(({ log }) => isSeen(log)),
        },
      ] as const,
  );
  return { ...state, cells: new Map(cells) };
}
