// Reads a sheet of a workbook. What a workbook can do beside holding values is left alone, and named.
import { AppError } from "#core/host/errors.ts";
import type { TableInfo } from "#core/host/shapes.ts";
import { groupBy } from "#core/lib/group-by.ts";
import type { Grid, GridLine } from "./grid.ts";
import { type Merge, readSheet, type Sheet, type SheetLine } from "./sheet.ts";
import { limits } from "./limits.ts";
import type { Tell } from "./tell.ts";
import { readWorkbook, textOf, type Workbook } from "./workbook.ts";
import { ZipArchive } from "./zip.ts";

export interface OpenBook {
  readonly archive: ZipArchive;
  readonly book: Workbook;
}

/** Other archives of office programs, and a part that each has. */
const others: readonly { readonly looksLike: string; readonly part: RegExp }[] = [
  { looksLike: "ODS, ODT", part: /^content\.xml$/ },
  { looksLike: "XLSB", part: /^xl\/workbook\.bin$/i },
  { looksLike: "Numbers, Pages", part: /^Index(?:\/|\.zip$)/ },
  { looksLike: "PPTX", part: /^ppt\// },
];

/** Throws `file/bad-archive`, `file/bad-workbook`, and `file/binary` (fact: looksLike) for an archive of another kind. */
export function openBook(bytes: Uint8Array, tell: Tell): OpenBook {
  const archive = new ZipArchive(bytes);
  const other = others.find(({ part }) => archive.names.some((name) => part.test(name)));
  if (other) throw new AppError("file/binary", { looksLike: other.looksLike });
  if (!archive.names.some((name) => /^xl\//i.test(name))) {
    throw new AppError("file/binary", { looksLike: "ZIP" });
  }
  return { archive, book: readWorkbook(archive, tell) };
}

/** The cells of a sheet, from 0. Throws `file/bad-workbook`, `file/empty`, and what `readSheet` does. */
export function sheetGrid({ archive, book }: OpenBook, at: number, tell: Tell): Grid {
  const part = book.sheets[at]?.part ?? "";
  const xml = textOf(archive, part);
  if (xml === null) throw new AppError("file/bad-workbook", { part });
  const sheet = readSheet(xml, part, book, tell);
  if (sheet.lines.length === 0) throw new AppError("file/empty");
  return {
    format: "xlsx",
    delimiter: "",
    sheets: book.sheets.map(({ name }) => name),
    sheet: at,
    ignored: ignoredIn(archive.names, sheet),
    lines: withMerges(sheet),
  };
}

function ignoredIn(names: readonly string[], { hasFormulas }: Sheet): TableInfo["ignored"] {
  const has = (start: RegExp): boolean => names.some((name) => start.test(name));
  return [
    ...(hasFormulas ? (["formulas"] as const) : []),
    ...(has(/vbaProject\.bin$/i) ? (["macros"] as const) : []),
    ...(has(/externalLinks\//i) ? (["links"] as const) : []),
    ...(has(/\/(?:embeddings|activeX|media|drawings)\//i) ? (["objects"] as const) : []),
  ];
}

/** How far down a sheet its headings may stand. */
const headingZone = 20;

/**
 * A value merged over rows belongs to each of them. A heading merged over columns is read together with the line below
 * it, where that line goes on beneath it alone.
 */
function withMerges({ lines, merges }: Sheet): readonly GridLine[] {
  const zoneEnd = lines[Math.min(headingZone, lines.length) - 1]?.line ?? 0;
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const places = new Map(lines.map(({ line }, at) => [line, at]));
  const wideAt = groupBy(
    merges.filter(({ top, bottom, left, right }) => bottom === top && right > left),
    ({ top }) => top,
  );
  const spanning = lines.map((line) => spansBelow(line, byLine, wideAt.get(line.line) ?? []));
  // As many as there are cells, where no merge lies over another.
  let steps = lines.length * limits.columns;
  for (const merge of merges) {
    const top = byLine.get(merge.top);
    const text = top?.cells[merge.left] ?? "";
    if (!top || text === "") continue;
    const place = places.get(merge.top) ?? lines.length;
    for (let at = place + 1; at < lines.length && steps > 0; at += 1) {
      const line = lines[at];
      if (line === undefined || line.line > merge.bottom) break;
      fill(line, merge.left, text);
      steps -= 1;
    }
    // A title over the whole table is no heading.
    if (merge.top > zoneEnd || !isDivided(top)) continue;
    const isJoined = spanning[place] === true;
    for (let column = merge.left + 1; column <= Math.min(merge.right, width - 1); column += 1) {
      fill(top, column, isJoined ? text : `${text} ${column - merge.left + 1}`);
    }
  }
  return lines.map((line, at) => {
    const above = spanning[at - 1] ? lines[at - 1] : undefined;
    const cells = above
      ? line.cells.map((cell, column) => joined(above.cells[column] ?? "", cell))
      : line.cells;
    const { fault } = line;
    return {
      line: line.line,
      cells,
      ...(fault === undefined ? {} : { fault }),
      ...(spanning[at] ? { spansBelow: true } : {}),
    };
  });
}

function fill(line: SheetLine, column: number, text: string): void {
  while (line.cells.length <= column) line.cells.push("");
  if (line.cells[column] === "") line.cells[column] = text;
}

function joined(above: string, below: string): string {
  return above === "" || above === below ? below : below === "" ? above : `${above} ${below}`;
}

/** More than one cell is filled. */
function isDivided({ cells }: SheetLine): boolean {
  return cells.filter((cell) => cell !== "").length > 1;
}

/** Some headings span columns, the line below divides them, and beneath the others it is blank. */
function spansBelow(
  line: SheetLine,
  byLine: ReadonlyMap<number, SheetLine>,
  wide: readonly Merge[],
): boolean {
  const below = byLine.get(line.line + 1);
  if (wide.length === 0 || !isDivided(line) || below === undefined) return false;
  const isWide = (column: number): boolean =>
    wide.some(({ left, right }) => left <= column && column <= right);
  return line.cells.every(
    (cell, column) => cell === "" || isWide(column) || (below.cells[column] ?? "") === "",
  );
}
