// A table file as the host has read it, brought over row by row in batches.
import type { HostBridge } from "#core/host/bridge.ts";
import type { OpenedFile, RejectedLine, TableRow } from "#core/host/shapes.ts";
import { done, failed, type Result } from "#core/lib/result.ts";

export interface ReadTable {
  readonly name: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly rejects: readonly RejectedLine[];
}

/** Rows that cross the bridge at a time. */
const batch = 5000;

/** All rows of an opened table; the host's hold on the file is let go whatever happens. */
export async function readTable(host: HostBridge, file: OpenedFile): Promise<Result<ReadTable>> {
  const { handle, table, name, sha256, byteCount } = file;
  if (!table) return failed("file/not-a-table");
  const rows: TableRow[] = [];
  try {
    while (rows.length < table.rowCount) {
      const answer = await host.call("files.rows", { handle, from: rows.length, count: batch });
      if (!answer.ok) return answer;
      if (answer.value.rows.length === 0) return failed("file/gone");
      rows.push(...answer.value.rows);
    }
  } finally {
    await host.call("files.close", { handle });
  }
  return done({ name, sha256, byteCount, headings: table.headings, rows, rejects: table.rejects });
}
