// The writes to one row, as its entries tell them: what history shows and undo reckons with.
import { type Cell, emptyCell, foldWrite, type Held } from "./cell.ts";
import type { Context, Entry, EntryKind } from "./entry.ts";
import { shownValue } from "./row.ts";
import { deletedPath } from "./row-state.ts";
import type { Stamp } from "./stamp.ts";

/** What one entry did to one row. */
export interface Deed {
  readonly log: string;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly user: string;
  readonly kind: EntryKind;
  readonly group: string;
  /** Group of the write or the undo that this one takes back. */
  readonly undone: string | null;
  readonly why: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly contexts: Readonly<Record<string, Context>>;
}

/** The deeds of an entry, by the row each was done to. Where one row is named twice, the first value of a path counts, as in the fold. */
export function deedsOf({ header, body }: Entry): readonly { table: string; id: string; deed: Deed }[] {
  const found = new Map<string, { table: string; id: string; deed: Deed }>();
  for (const [table, id, values, contexts] of body?.o ?? []) {
    const key = `${table}/${id}`;
    const known = found.get(key)?.deed;
    const deed: Deed = {
      log: header.l,
      seq: header.s,
      stamp: header.h,
      user: header.u,
      kind: header.k,
      group: body?.g ?? "",
      undone: body?.of ?? body?.again ?? null,
      why: body?.why ?? null,
      values: { ...values, ...known?.values },
      contexts: { ...contexts, ...known?.contexts },
    };
    found.set(key, { table, id, deed });
  }
  return [...found.values()];
}

/** A row's deeds in the order of their clocks. */
export function inOrder(deeds: readonly Deed[]): readonly Deed[] {
  return deeds.toSorted((a, b) =>
    a.stamp === b.stamp
      ? a.log === b.log
        ? a.seq - b.seq
        : a.log < b.log
          ? -1
          : 1
      : a.stamp < b.stamp
        ? -1
        : 1,
  );
}

/** The register of a path after all of `deeds`. */
export function cellOf(deeds: readonly Deed[], path: string): Cell {
  return deeds.reduce<Cell>((cell, deed) => {
    if (!Object.hasOwn(deed.values, path)) return cell;
    const { log, seq, stamp, user, values } = deed;
    return foldWrite(cell, { log, seq, stamp, user, value: values[path] }, contextOf(deed, path));
  }, emptyCell);
}

/** What `deed` found shown at a path before it wrote there; null where nobody had written it. */
export function shownBefore(deeds: readonly Deed[], path: string, deed: Deed): Held | null {
  const seen = { ...contextOf(deed, path), [deed.log]: deed.seq - 1 };
  return shownValue(
    cellOf(
      deeds.filter(({ log, seq }) => seq <= (seen[log] ?? 0)),
      path,
    ),
  );
}

/**
 * Whose will a value is: its writer's first; where that put back what an undo found, then whoever had written it before,
 * and so on. Empty: nobody's, the field stands as it does in a new row.
 */
export function willsBehind(
  deeds: readonly Deed[],
  path: string,
  writer: Pick<Held, "log" | "seq"> | null,
): readonly Deed[] {
  const deed = writer && deeds.find(({ log, seq }) => log === writer.log && seq === writer.seq);
  if (!deed) return [];
  if (deed.undone === null) return [deed];
  const undone = deeds.find(({ group, values }) => group === deed.undone && Object.hasOwn(values, path));
  return [deed, ...willsBehind(deeds, path, undone ? shownBefore(deeds, path, undone) : null)];
}

/** The last value of a path that all of some writers had seen when they wrote; null where they had none in common. */
export function sharedBefore(
  deeds: readonly Deed[],
  path: string,
  writers: readonly Pick<Held, "log" | "seq">[],
): Held | null {
  const seen = writers.map(({ log, seq }): Context => {
    const deed = deeds.find((one) => one.log === log && one.seq === seq);
    return deed ? { ...contextOf(deed, path), [log]: seq - 1 } : {};
  });
  const shared = ({ log, seq }: Deed) => seen.every((one) => seq <= (one[log] ?? 0));
  return shownValue(cellOf(deeds.filter(shared), path));
}

/** Values that a deletion would take away unread: those that nobody who deleted the row had seen. */
export function unseenByDeletion(deeds: readonly Deed[]): readonly (Held & { readonly path: string })[] {
  const { seen } = cellOf(deeds, deletedPath);
  const paths = new Set(deeds.flatMap(({ values }) => Object.keys(values)));
  paths.delete(deletedPath);
  return [...paths].toSorted().flatMap((path) =>
    cellOf(deeds, path)
      .held.filter(({ log, seq }) => seq > (seen[log] ?? 0))
      .map((held) => ({ ...held, path })),
  );
}

function contextOf({ contexts }: Deed, path: string): Context {
  return Object.hasOwn(contexts, path) ? (contexts[path] ?? {}) : {};
}

/** True where no deed on the row came before this one: it made the row. */
export function madeRow(deeds: readonly Deed[], deed: Deed): boolean {
  return inOrder(deeds)[0] === deed;
}
