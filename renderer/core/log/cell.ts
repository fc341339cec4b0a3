// One field of one row as a register that may hold several values: the heart of the merge.
import type { Context } from "./entry.ts";
import type { Stamp } from "./stamp.ts";

/** One surviving value and the write it came from. */
export interface Held {
  readonly log: string;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly user: string;
  readonly value: unknown;
}

/** `seen` covers every write ever folded in, alive or replaced; `held` are those no later write had seen. Sorted by log. */
export interface Cell {
  readonly seen: Context;
  readonly held: readonly Held[];
}

export const emptyCell: Cell = { seen: {}, held: [] };

/**
 * Folds one write in. It replaces what it had seen and what its own log wrote before; what it had not seen stays
 * beside it. Any order and any repetition of the same writes gives the same cell.
 */
export function foldWrite(cell: Cell, write: Held, context: Context): Cell {
  const known = (cell.seen[write.log] ?? 0) >= write.seq;
  const replaced = joined(context, { [write.log]: write.seq - 1 });
  const held = cell.held.filter((other) => other.seq > (replaced[other.log] ?? 0));
  if (!known) held.push(write);
  held.sort((a, b) => (a.log < b.log ? -1 : a.log > b.log ? 1 : a.seq - b.seq));
  return { seen: joined(joined(cell.seen, replaced), { [write.log]: write.seq }), held };
}

/** The context a write must carry to replace everything this cell holds: what other logs have written. */
export function contextFor(cell: Cell, log: string): Context {
  return Object.fromEntries(Object.entries(cell.seen).filter(([other]) => other !== log));
}

/** The higher number of each log, keys in order, so that equal contexts are equal text. */
export function joined(a: Context, b: Context): Context {
  const [logsOfA, logsOfB] = [Object.keys(a), Object.keys(b)];
  // Most records have one writer, and this is asked for each of their fields.
  if (logsOfA.length === 0 && logsOfB.length < 2) return b;
  if (logsOfB.length === 0 && logsOfA.length < 2) return a;
  const [only = ""] = logsOfA;
  if (logsOfA.length === 1 && logsOfB.length === 1 && only === logsOfB[0]) {
    return (a[only] ?? 0) < (b[only] ?? 0) ? b : a;
  }
  const logs = [...new Set([...logsOfA, ...logsOfB])].sort();
  return Object.fromEntries(logs.map((log) => [log, Math.max(a[log] ?? 0, b[log] ?? 0)]));
}
