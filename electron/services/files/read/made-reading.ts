// For tests of any reader: what is wrong with how it took a file, whatever the file.
import { AppError } from "#core/host/errors.ts";
import { type ReadFile, readAsFound, type ReadTable } from "#core/host/open-files.ts";
import type { FileKind, TableRow } from "#core/host/shapes.ts";
import { readContent } from "./index.ts";

/** Empty where the reader answered a table whose rejects have reasons, or a text; or refused the file by name. */
export function readingFaults(kind: FileKind, bytes: Uint8Array): readonly string[] {
  const polluted =
    ({} as { polluted?: unknown }).polluted === undefined ? [] : ["an object's parts are polluted"];
  let file: ReadFile;
  try {
    file = readContent({ kind, bytes, ...readAsFound });
  } catch (error) {
    return error instanceof AppError && error.code.startsWith("file/")
      ? polluted
      : [`threw ${String(error)}`];
  }
  const { table } = file;
  const rejects = (table?.rejects ?? []).filter(({ line, code }) => line < 1 || !code.startsWith("file/"));
  const rows = (table ? allRows(table) : []).filter(
    ({ line, cells }) => line < 1 || cells.length !== table?.headings.length,
  );
  return [
    ...polluted,
    ...rejects.map(({ line, code }) => `reject of line ${line} for ${code}`),
    ...rows.map(({ line }) => `row of line ${line} does not fit its headings`),
    ...(file.text.includes("\u0000") ? ["a NUL in the text"] : []),
  ];
}

function allRows({ rows }: Pick<ReadTable, "rows">): readonly TableRow[] {
  return rows.slice(0, rows.length);
}

export interface ListedTable extends ReadTable {
  readonly rows: readonly TableRow[];
}

/** The table of a file, with its rows as a list. Throws where it is none. */
export function listedTable({ table }: Pick<ReadFile, "table">): ListedTable {
  if (!table) throw new Error("no table");
  return { ...table, rows: allRows(table) };
}

/** How many random files a test reads. */
export const fuzzRuns = { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 300), seed: 20_261_124 };
