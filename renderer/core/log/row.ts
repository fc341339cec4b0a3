// From the state of a row to the row that screens see and the view stores, and back.
import { type Entity, initialValues, type RowBase } from "../model/entity.ts";
import type { TableName } from "../model/tables.ts";
import { type Cell, type Held, joined } from "./cell.ts";
import type { Context } from "./entry.ts";
import { deletedPath, type RowState, type Touch } from "./row-state.ts";
import { instantOf, isLater } from "./stamp.ts";

/**
 * The compact memory a stored row keeps of its writes. Most fields have one value and one writer: they are listed by
 * write (`w`), their values standing in the row. The rest (several values, or several logs seen) is spelled out in `x`.
 */
interface StoredState {
  readonly c: readonly [stamp: string, log: string, user: string];
  readonly m: readonly [stamp: string, log: string, user: string];
  readonly w: readonly (readonly [
    log: string,
    seq: number,
    stamp: string,
    user: string,
    paths: readonly string[],
  ])[];
  readonly x: Readonly<Record<string, { readonly s: Context; readonly v: readonly StoredValue[] }>>;
}
type StoredValue = readonly [log: string, seq: number, stamp: string, user: string, value: unknown];

/** A row as the view keeps it. `_` is for the fold alone. */
export type StoredRow = RowBase & Readonly<Record<string, unknown>> & { readonly _: StoredState };

/** The value of a cell that is shown: the latest by hybrid clock, ties by log. */
export function shownValue(cell: Cell): Held | null {
  return cell.held.reduce<Held | null>(
    (best, held) => (best === null || isLater(held, best) ? held : best),
    null,
  );
}

/** Distinct surviving values: more than one is a conflict, equal decisions count once. */
export function distinctValues(cell: Cell): readonly Held[] {
  if (cell.held.length < 2) return cell.held;
  const seen = new Set<string>();
  return cell.held.filter((held) => {
    const key = JSON.stringify(held.value);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

/** The stored row of a state: a pure function, so equal states are equal rows to the byte. */
export function toRow(entity: Entity, state: RowState): StoredRow {
  const values: Record<string, unknown> = { ...initialValues(entity) };
  const conflicts: string[] = [];
  const cells = sortedCells(state);
  for (const [path, cell] of cells) {
    const shown = shownValue(cell);
    if (distinctValues(cell).length > 1) conflicts.push(path);
    if (shown) place(values, path, shown.value);
  }
  const deleted = values[deletedPath] === true;
  if (deleted && hasUnseenEdit(state)) conflicts.push(deletedPath);
  return {
    ...values,
    id: state.id,
    scope: state.scope,
    createdAt: instantOf(state.created.stamp),
    changedAt: instantOf(state.changed.stamp),
    changedBy: state.changed.user,
    conflicts,
    deleted,
    _: packState(state, cells),
  };
}

/** The state a stored row was made from. */
export function stateOf(table: TableName, row: StoredRow): RowState {
  const cells = new Map<string, Cell>();
  for (const [log, seq, stamp, user, paths] of row._.w) {
    for (const path of paths) {
      cells.set(path, { seen: { [log]: seq }, held: [{ log, seq, stamp, user, value: valueAt(row, path) }] });
    }
  }
  for (const [path, { s, v }] of Object.entries(row._.x)) {
    cells.set(path, {
      seen: s,
      held: v.map(([log, seq, stamp, user, value]) => ({ log, seq, stamp, user, value })),
    });
  }
  return {
    table,
    id: row.id,
    scope: row.scope,
    created: touch(row._.c),
    changed: touch(row._.m),
    cells,
  };
}

/** Reads `field` or `field/key` of a row. */
export function valueAt(row: Readonly<Record<string, unknown>>, path: string): unknown {
  const slash = path.indexOf("/");
  if (slash < 0) return row[path];
  const map = row[path.slice(0, slash)];
  const key = path.slice(slash + 1);
  return isPlainMap(map) && Object.hasOwn(map, key) ? map[key] : null;
}

function place(values: Record<string, unknown>, path: string, value: unknown): void {
  const slash = path.indexOf("/");
  if (slash < 0) {
    values[path] = value;
    return;
  }
  if (value === null) return;
  const field = path.slice(0, slash);
  const map = values[field];
  values[field] = { ...(isPlainMap(map) ? map : {}), [path.slice(slash + 1)]: value };
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A deletion that had not seen some later edit of another log must be decided, not obeyed silently. */
export function hasUnseenEdit(state: RowState): boolean {
  const seenByDelete = state.cells.get(deletedPath)?.seen ?? {};
  return [...state.cells].some(
    ([path, cell]) =>
      path !== deletedPath && cell.held.some((held) => held.seq > (seenByDelete[held.log] ?? 0)),
  );
}

/** What a delete must have seen to bring the whole row along: every log that wrote any field. */
export function wholeRowContext(state: RowState): Context {
  return [...state.cells.values()].reduce<Context>((all, cell) => joined(all, cell.seen), {});
}

type SortedCells = readonly (readonly [path: string, cell: Cell])[];

function sortedCells(state: RowState): SortedCells {
  return [...state.cells].sort(([a], [b]) => (a < b ? -1 : 1));
}

function packState(state: RowState, cells: SortedCells): StoredState {
  const plain = new Map<string, [string, number, string, string, string[]]>();
  const rest: [string, { s: Context; v: StoredValue[] }][] = [];
  for (const [path, cell] of cells) {
    const only = cell.held[0];
    const isPlain =
      only !== undefined &&
      cell.held.length === 1 &&
      Object.keys(cell.seen).length === 1 &&
      cell.seen[only.log] === only.seq;
    if (isPlain) {
      const key = `${only.log} ${only.seq}`;
      const group = plain.get(key) ?? [only.log, only.seq, only.stamp, only.user, []];
      group[4].push(path);
      plain.set(key, group);
    } else {
      rest.push([
        path,
        { s: cell.seen, v: cell.held.map((h) => [h.log, h.seq, h.stamp, h.user, h.value] as const) },
      ]);
    }
  }
  return {
    c: [state.created.stamp, state.created.log, state.created.user],
    m: [state.changed.stamp, state.changed.log, state.changed.user],
    w: [...plain.values()].sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)),
    x: Object.fromEntries(rest),
  };
}

function touch([stamp, log, user]: StoredState["c"]): Touch {
  return { stamp, log, user };
}
