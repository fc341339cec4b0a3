// How a file was read, kept for the next one with the same headings.
import { headingsKey } from "#core/exchange/column.ts";
import { dayOrders } from "#core/exchange/day-order.ts";
import { allColumns, type TargetName, targetNames } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import type { TableInfo } from "#core/host/shapes.ts";
import type { ImportReading } from "#core/model/settings.ts";
import { sha256 } from "#data/hash.ts";
import { guessedSettings, type ImportSettings, likelyTarget } from "./mapping.ts";

export function readingKey(headings: readonly string[]): Promise<string> {
  return sha256(headingsKey(headings));
}

export function readingOf({ mapping, words, ...rest }: ImportSettings): ImportReading {
  return {
    ...rest,
    mapping: Object.fromEntries(mapping),
    words: Object.fromEntries([...words].map(([field, some]) => [field, Object.fromEntries(some)])),
  };
}

/**
 * What was said the last time, else what the headings suggest. `into` is the target a person came for: it counts where
 * a file does not itself say what its rows are, as cards and calendars do.
 */
export async function startSettings(
  { headings, head }: Pick<TableInfo, "headings" | "head">,
  kept: Readonly<Record<string, ImportReading>>,
  wanted: TargetName | null,
): Promise<{ readonly settings: ImportSettings; readonly isAsLastTime: boolean }> {
  const into = head.length === 0 ? null : wanted;
  const key = await readingKey(headings);
  const before = Object.hasOwn(kept, key) ? settingsOf(kept[key], headings) : null;
  if (before !== null && (into === null || before.target === into))
    return { settings: before, isAsLastTime: true };
  return { settings: guessedSettings(into ?? likelyTarget(headings), headings), isAsLastTime: false };
}

/** What another version kept may name targets and fields there are no longer: those are left out. */
function settingsOf(kept: ImportReading | undefined, headings: readonly string[]): ImportSettings | null {
  const target = targetNames.find((name) => name === kept?.target);
  if (kept === undefined || target === undefined) return null;
  const fields = new Set(allColumns(targets[target]).map(({ field }) => field));
  const mapping = Object.entries(kept.mapping).filter(
    ([field, at]) => fields.has(field) && at < headings.length,
  );
  return {
    target,
    mapping: new Map(mapping),
    words: new Map(Object.entries(kept.words).map(([field, some]) => [field, new Map(Object.entries(some))])),
    dayOrder: dayOrders.find((order) => order === kept.dayOrder) ?? null,
    postId: kept.postId,
    directiveId: kept.directiveId,
  };
}
