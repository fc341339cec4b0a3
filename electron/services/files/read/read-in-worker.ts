// Runs a reader in a worker thread of its own, with a limit on time and memory.
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#core/host/errors.ts";
import type { ReadFile, Reader } from "#core/host/open-files.ts";
import type { Failure } from "#core/lib/result.ts";
import { limits } from "./limits.ts";

/** What the worker posts, once. */
export type WorkerAnswer =
  | { readonly kind: "read"; readonly file: ReadFile }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly facts: Failure["facts"] };

const memoryMegabytes = 1024;

/**
 * `worker` is the built read-worker. Beyond what the readers throw: `file/timeout` (facts: seconds) after
 * `milliseconds`, `file/stopped` once `signal` is aborted, `file/too-large` where the worker ran out of memory.
 */
export function readInWorker(worker: URL, milliseconds: number = limits.milliseconds): Reader {
  return (job, signal) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(worker, {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
        env: {},
        stdin: false,
      });
      const alarm = setTimeout(() => {
        reject(new AppError("file/timeout", { seconds: Math.round(milliseconds / 1000) }));
        void thread.terminate();
      }, milliseconds);
      signal.addEventListener("abort", () => {
        reject(new AppError("file/stopped"));
        void thread.terminate();
      });
      thread.once("message", (answer: WorkerAnswer) => {
        if (answer.kind === "read") resolve(answer.file);
        else reject(new AppError(answer.code, answer.facts));
      });
      thread.once("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new AppError("file/too-large", { limitMegabytes: 50 }) : error);
      });
      thread.once("exit", (code) => {
        clearTimeout(alarm);
        reject(new Error(`read worker ended with ${code} before it answered`)); // no effect once it has
      });
    });
}
