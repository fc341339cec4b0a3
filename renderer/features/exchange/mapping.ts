// How a file is read: which column into which field, what its words mean, in which order it writes days.
import { type Column, guessMapping, headingKey, type Mapping } from "#core/exchange/column.ts";
import { type DayOrderFound, dayOrderOf, type DayOrder } from "#core/exchange/day-order.ts";
import { knownWords, partsOf, type ReadRules, saidIn } from "#core/exchange/read-cell.ts";
import { allColumns, type Target, type TargetName, targetNames } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import type { ImportFile } from "./import-file.ts";

/** Everything a person says of a file before the plan is made. */
export interface ImportSettings {
  readonly target: TargetName;
  readonly mapping: Mapping;
  /** Field -> word of the file -> member of its list. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dayOrder: DayOrder | null;
  readonly postId: string | null;
  readonly directiveId: string | null;
}

/** The target most of whose columns the headings name; of equals the first. */
export function likelyTarget(headings: readonly string[]): TargetName {
  const [first] = targetNames
    .map((name) => ({ name, found: guessMapping(targets[name].columns, headings).size }))
    .toSorted((a, b) => b.found - a.found);
  return first?.name ?? "posts";
}

export function guessedSettings(target: TargetName, headings: readonly string[]): ImportSettings {
  const mapping = guessMapping(allColumns(targets[target]), headings);
  return { target, mapping, words: new Map(), dayOrder: null, postId: null, directiveId: null };
}

/** The same mapping with one field read from another column, or from none. A column serves one field. */
export function withColumn(mapping: Mapping, field: string, column: number | null): Mapping {
  const next = new Map([...mapping].filter(([name, at]) => name !== field && at !== column));
  if (column !== null) next.set(field, column);
  return next;
}

/** The same words with one of them explained another way, or not at all. */
export function withWord(
  words: ImportSettings["words"],
  field: string,
  word: string,
  member: string | null,
): ImportSettings["words"] {
  const own = new Map(words.get(field));
  if (member === null) own.delete(word);
  else own.set(word, member);
  return new Map(words).set(field, own);
}

/** What stands in a column: its first cell that is not empty among the first twenty rows. */
export function exampleOf({ rows }: Pick<ImportFile, "rows">, column: number): string {
  for (const { cells } of rows.slice(0, 20)) {
    const cell = cells[column]?.trim() ?? "";
    if (cell !== "") return cell;
  }
  return "";
}

function* cellsOf(
  { rows }: Pick<ImportFile, "rows">,
  columns: readonly Column[],
  mapping: Mapping,
): Generator<string> {
  for (const { field } of columns) {
    const at = mapping.get(field);
    if (at === undefined) continue;
    for (const { cells } of rows) {
      const text = saidIn(cells[at]);
      if (text !== "") yield text;
    }
  }
}

/** Whether the mapped days leave their order open, and which it is where they do not. */
export function dayOrderIn(file: Pick<ImportFile, "rows">, target: Target, mapping: Mapping): DayOrderFound {
  const days = target.columns.filter(({ kind }) => kind === "day" || kind === "instant");
  return dayOrderOf(cellsOf(file, days, mapping));
}

/** A word that no member of the list is known by, as the file writes it first. */
export interface UnknownWord {
  readonly key: string;
  readonly text: string;
  readonly rows: number;
}

/** Beyond this many different words a column is no closed list: they are shown in the plan, row by row. */
const mostWords = 30;

/** The words of a mapped choice that are not understood without a person's help, the most frequent first. */
export function unknownWords(
  file: Pick<ImportFile, "rows">,
  column: Column & { readonly kind: "choice" },
  mapping: Mapping,
  shown: ReadRules["shown"],
): readonly UnknownWord[] {
  const known = knownWords(column, { words: new Map(), shown });
  const found = new Map<string, UnknownWord>();
  for (const text of cellsOf(file, [column], mapping)) {
    const key = headingKey(text);
    if (known.has(key)) continue;
    const met = found.get(key);
    found.set(key, { key, text: met?.text ?? text, rows: (met?.rows ?? 0) + 1 });
    if (found.size > mostWords) return [];
  }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows);
}

/** Names of tags and people come several in one cell; the preview shows how they are parted. */
export function exampleFor(column: Column, text: string): string {
  return column.kind === "list" ? partsOf(text).join(" · ") : text;
}
