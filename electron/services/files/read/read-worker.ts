// The worker thread that reads one file, so that a hostile one can neither block the host nor outstay its time.
import { workerData } from "node:worker_threads";
import type { ReadJob } from "#core/host/open-files.ts";
import { workAsWorker } from "#services/worker/work-as-worker.ts";
import { readers } from "./index.ts";
import type { PackedTable } from "./packed-rows.ts";
import type { SentFile } from "./read-in-worker.ts";
import { nowAndThen } from "./tell.ts";

const job = workerData as ReadJob;
await workAsWorker(
  async (tell): Promise<SentFile> => {
    const { table, ...file } = await readers[job.kind].read(job, nowAndThen(tell));
    return { ...file, table: table && sent(table) };
  },
  ({ table }) => table?.batches.map(({ bytes }) => bytes.buffer) ?? [],
);

function sent({ rows, ...info }: PackedTable): SentFile["table"] {
  return { ...info, batches: rows.batches };
}
