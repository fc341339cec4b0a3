// The worker thread that reads one file, so that a hostile one can neither block the host nor outstay its time.
import { workerData } from "node:worker_threads";
import type { ReadJob } from "#core/host/open-files.ts";
import { workAsWorker } from "#services/worker/work-as-worker.ts";
import { readers } from "./index.ts";

const job = workerData as ReadJob;
await workAsWorker(() => readers[job.kind].read(job));
