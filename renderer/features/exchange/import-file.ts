// A table file as the host has read it, brought over row by row in batches. The host keeps it open, to read it another way.
import type { HostBridge } from "#core/host/bridge.ts";
import type { OpenedFile, TableInfo, TableRow } from "#core/host/shapes.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import type { UnderWay } from "../parts/use-progress.ts";

export interface ImportFile extends Pick<
  OpenedFile,
  "handle" | "name" | "sha256" | "byteCount" | "encoding"
> {
  readonly table: TableInfo;
  readonly rows: readonly TableRow[];
}

/** Rows that cross the bridge at a time. */
const batch = 5000;

/** All rows of an opened table, or those until `work` is stopped; it is told how many have come. The file is let go where that fails. */
export async function readRows(
  host: HostBridge,
  file: OpenedFile,
  work: Pick<UnderWay, "signal" | "tell">,
): Promise<Result<ImportFile>> {
  const { handle, table, name, sha256, byteCount, encoding } = file;
  const rows: TableRow[] = [];
  if (!table) {
    await host.call("files.close", { handle });
    return failed("file/not-a-table");
  }
  while (rows.length < table.rowCount && !work.signal.aborted) {
    const answer = await host.call("files.rows", { handle, from: rows.length, count: batch });
    if (!answer.ok || answer.value.rows.length === 0) {
      await host.call("files.close", { handle });
      return answer.ok ? failed("file/gone") : answer;
    }
    rows.push(...answer.value.rows);
    work.tell("fetching", rows.length, table.rowCount);
  }
  const { rowCount: _, ...info } = table;
  return done({ handle, name, sha256, byteCount, encoding, table: info, rows });
}
