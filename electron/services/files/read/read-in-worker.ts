// Runs a reader in a worker thread of its own, with a limit on time and memory.
import { AppError } from "#core/host/errors.ts";
import type { ReadFile, Reader } from "#core/host/open-files.ts";
import { runInWorker } from "#services/worker/run-in-worker.ts";
import { limitMegabytes, limits } from "./limits.ts";

/**
 * `worker` is the built read-worker. Beyond what the readers throw: `file/timeout` (facts: seconds) after
 * `milliseconds`, `file/stopped` once `signal` is aborted, `file/too-large` where the worker ran out of memory.
 */
export function readInWorker(worker: URL, milliseconds: number = limits.milliseconds): Reader {
  return (job, signal) =>
    runInWorker<ReadFile>(worker, job, {
      milliseconds,
      signal,
      tooLarge: new AppError("file/too-large", { limitMegabytes }),
    });
}
