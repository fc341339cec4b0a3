// One job in a worker thread of its own, with a limit on time and memory.
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#core/host/errors.ts";
import type { Failure } from "#core/lib/result.ts";

/** What a worker posts, once. */
export type WorkerAnswer<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly facts: Failure["facts"] };

const memoryMegabytes = 1024;

export interface WorkerLimits {
  readonly milliseconds: number;
  /** What is told of a job that needs more memory than there is for it. */
  readonly tooLarge: AppError;
}

/** `worker` is a built script that answers by `answerAsWorker`. Throws what the job does, and `file/timeout` (facts: seconds). */
export function runInWorker<T>(worker: URL, job: unknown, limits: WorkerLimits): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      env: {},
      stdin: false,
    });
    const alarm = setTimeout(() => {
      reject(new AppError("file/timeout", { seconds: Math.round(limits.milliseconds / 1000) }));
      void thread.terminate();
    }, limits.milliseconds);
    thread.once("message", (answer: WorkerAnswer<T>) => {
      if (answer.kind === "done") resolve(answer.value);
      else reject(new AppError(answer.code, answer.facts));
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? limits.tooLarge : error);
    });
    thread.once("exit", (code) => {
      clearTimeout(alarm);
      reject(new Error(`worker ended with ${code} before it answered`)); // no effect once it has
    });
  });
}

/** Inside the worker: what can be expected to go wrong is an answer; the rest ends the thread. */
export async function answerOf<T>(work: () => Promise<T>): Promise<WorkerAnswer<T>> {
  try {
    return { kind: "done", value: await work() };
  } catch (error) {
    if (error instanceof AppError) return { kind: "failed", code: error.code, facts: error.facts };
    throw error;
  }
}
