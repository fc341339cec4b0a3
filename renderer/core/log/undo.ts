// Taking one write back: the values that stood before it, where its own still stand.
import { type Entity, initialValues } from "../model/entity.ts";
import type { EntryBody } from "./entry.ts";
import { cellOf, type Deed, madeRow, shownBefore, willsBehind } from "./deeds.ts";
import { shownValue, valueAt } from "./row.ts";
import { deletedPath } from "./row-state.ts";
import { deviceSettingsId } from "../model/settings.ts";

/** What taking a group back writes to one row, and the paths it leaves because somebody changed them since. */
export interface RowUndo {
  readonly values: Readonly<Record<string, unknown>>;
  readonly left: readonly string[];
}

/**
 * Undo of what `group` did to a row whose deeds are all of `deeds`. A row the group made goes to the trash, whole or not
 * at all; the settings, which every workspace has, get their values back instead.
 */
export function undoRow(entity: Entity, deeds: readonly Deed[], group: string): RowUndo {
  const own = deeds.find((deed) => deed.group === group);
  if (!own) return { values: {}, left: [] };
  if (entity.table !== "settings" && madeRow(deeds, own)) return undoMaking(deeds, own);
  const values: Record<string, unknown> = {};
  const left: string[] = [];
  for (const path of Object.keys(own.values)) {
    const { held } = cellOf(deeds, path);
    const before = shownBefore(deeds, path, own);
    const wills = willsBehind(deeds, path, held[0] ?? null);
    if (held.length === 1 && wills.includes(own)) {
      values[path] = before ? before.value : initialAt(entity, path);
    } else if (held.length > 1 || author(wills) !== author(willsBehind(deeds, path, before))) {
      left.push(path);
    }
  }
  return { values, left };
}

function undoMaking(deeds: readonly Deed[], own: Deed): RowUndo {
  if (deeds.length === 1) return { values: { [deletedPath]: true }, left: [] };
  const paths = new Set(deeds.flatMap(({ values }) => Object.keys(values)));
  const left = [...paths].filter((path) => {
    const { held } = cellOf(deeds, path);
    const by = author(willsBehind(deeds, path, held[0] ?? null));
    return held.length > 1 || (by !== null && by !== own);
  });
  return left.length === 0 ? { values: { [deletedPath]: true }, left } : { values: {}, left };
}

/**
 * Undo of what a pouch brought to one row: `isMerged` tells its deeds. A row it made goes to the trash; elsewhere the
 * values come back that stood beside or before its own. What somebody changed since is left.
 */
export function undoMerged(
  entity: Entity,
  deeds: readonly Deed[],
  isMerged: (deed: Deed) => boolean,
): RowUndo {
  const merged = deeds.filter(isMerged);
  const others = deeds.filter((deed) => !isMerged(deed));
  const paths = [...new Set(merged.flatMap(({ values }) => Object.keys(values)))];
  if (others.length === 0) return { values: { [deletedPath]: true }, left: [] };
  const values: Record<string, unknown> = {};
  const left: string[] = [];
  for (const path of paths) {
    const { held } = cellOf(deeds, path);
    const isTheirs = held.some(({ log, seq }) => merged.some((deed) => deed.log === log && deed.seq === seq));
    const before = shownValue(cellOf(others, path));
    if (isTheirs) values[path] = before ? before.value : initialAt(entity, path);
    else left.push(path);
  }
  return { values, left };
}

/** Who first meant the value to stand; null where that is an undo back to a new row's state. */
function author(wills: readonly Deed[]): Deed | null {
  const last = wills.at(-1);
  return last === undefined || last.undone !== null ? null : last;
}

/** What a path shows before anybody has written it. */
export function initialAt(entity: Entity, path: string): unknown {
  return path === deletedPath ? false : valueAt(initialValues(entity), path);
}

/** A group of entries as the journal tells them, for the stacks below. */
export interface Step {
  readonly group: string;
  readonly of: string | null;
  readonly again: string | null;
}

/** Newest first: the first group that Undo takes back, which is a write or a redo that still stands. */
export async function nextUndo<S extends Step>(newestFirst: AsyncIterable<S>): Promise<S | null> {
  const gone = new Set<string>();
  for await (const step of newestFirst) {
    if (step.of !== null) gone.add(step.of);
    else if (!gone.has(step.group)) return step;
  }
  return null;
}

/** Newest first: the undo that Redo takes back; null once something else was written after it. */
export async function nextRedo<S extends Step>(newestFirst: AsyncIterable<S>): Promise<S | null> {
  const gone = new Set<string>();
  for await (const step of newestFirst) {
    if (step.again !== null) gone.add(step.again);
    else if (step.of === null) return null;
    else if (!gone.has(step.group)) return step;
  }
  return null;
}

/** Newest first: whether what `group` wrote has not been taken back, or has been brought again. True where nobody tells of it. */
export async function stands(newestFirst: AsyncIterable<Step>, group: string): Promise<boolean> {
  const gone = new Set<string>();
  for await (const step of newestFirst) {
    if (step.group === group) break;
    const turned = step.of ?? step.again;
    if (turned !== null && !gone.has(step.group)) gone.add(turned);
  }
  return !gone.has(group);
}

/** True for what a person did: drafts keep themselves until one is thrown away, and the look of one device is no part of the record. */
export function isUndoable(ops: EntryBody["o"]): boolean {
  return ops.some(([table, id, values]) => {
    // What left has left, and what another office says of itself is for it to say.
    if (table === "access" || table === "pouches") return false;
    if (table === "offices") return Object.keys(values).some((path) => !isToldByOffice(path));
    if (table === "drafts") return Object.hasOwn(values, deletedPath);
    return table !== "settings" || id !== deviceSettingsId;
  });
}

function isToldByOffice(path: string): boolean {
  return path.startsWith("acked/") || path === "lastNumber" || path === "office" || path === "person";
}
