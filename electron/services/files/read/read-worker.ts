// The worker thread that reads one file, so that a hostile one can neither block the host nor outstay its time.
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import type { WorkerAnswer } from "./read-in-worker.ts";
import { readers } from "./index.ts";

const job = workerData as ReadJob;
parentPort?.postMessage(await answerTo(job), []);

async function answerTo({ kind, ...rest }: ReadJob): Promise<WorkerAnswer> {
  try {
    return { kind: "read", file: await readers[kind].read({ kind, ...rest }) };
  } catch (error) {
    if (error instanceof AppError) return { kind: "failed", code: error.code, facts: error.facts };
    throw error;
  }
}
