// Runs a reader in a worker thread of its own, with a limit on time and memory.
import { AppError } from "#core/host/errors.ts";
import type { ReadFile, Reader, ReadTable } from "#core/host/open-files.ts";
import { runInWorker } from "#services/worker/run-in-worker.ts";
import { limitMegabytes, millisecondsFor } from "./limits.ts";
import { PackedRows, type RowBatch } from "./packed-rows.ts";
import { inBytes } from "./tell.ts";

/** What the worker answers: a file whose rows can be moved from thread to thread. */
export interface SentFile extends Omit<ReadFile, "table"> {
  readonly table: SentTable | null;
}

interface SentTable extends Omit<ReadTable, "rows"> {
  readonly batches: readonly RowBatch[];
}

/**
 * `worker` is the built read-worker. Beyond what the readers throw: `file/timeout` (facts: seconds) after
 * `milliseconds` (of itself as long as its size allows), `file/stopped` once `signal` is aborted, `file/too-large` where the worker ran out of memory.
 */
export function readInWorker(worker: URL, milliseconds?: number): Reader {
  return async (job, signal, hear) => {
    const total = job.bytes.byteLength;
    const { table, ...file } = await runInWorker<SentFile, number>(worker, job, {
      milliseconds: milliseconds ?? millisecondsFor(total),
      signal,
      tooLarge: new AppError("file/too-large", { limitMegabytes }),
      hear: inBytes(hear, total),
    });
    return { ...file, table: table && received(table) };
  };
}

function received({ batches, ...info }: SentTable): ReadTable {
  return { ...info, rows: new PackedRows(batches) };
}
