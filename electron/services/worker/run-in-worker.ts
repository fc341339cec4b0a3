// One job in a worker thread of its own, with a limit on time and memory, news on the way and a way to stop it.
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#core/host/errors.ts";
import type { StopSignal } from "#core/host/open-files.ts";
import type { Failure } from "#core/lib/result.ts";

/** What a worker posts: news as often as it likes, then how it ended, once. */
export type WorkerMessage<Answer, News> =
  | { readonly kind: "news"; readonly news: News }
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly facts: Failure["facts"] };

const memoryMegabytes = 1024;

/** What jobs make is soon garbage: with less room for it, it is collected sooner, and the host stays smaller by as much. */
const youngMegabytes = 12;

export interface WorkerTerms<News = never> {
  /** Left out, it may take as long as it takes. */
  readonly milliseconds?: number;
  /** What is told of a job that needs more memory than there is for it; left out, only the system limits it. */
  readonly tooLarge?: AppError;
  readonly signal?: StopSignal;
  readonly hear?: (news: News) => void;
}

/**
 * `worker` is a built script that answers by `workAsWorker`. Throws what the job does, `file/timeout` (facts: seconds), and
 * `file/stopped` once the signal is aborted. Whatever it throws, the thread has ended by then.
 */
export async function runInWorker<Answer, News = never>(
  worker: URL,
  job: unknown,
  { milliseconds, tooLarge, signal, hear }: WorkerTerms<News> = {},
): Promise<Answer> {
  if (signal?.aborted) throw new AppError("file/stopped");
  const thread = new Worker(worker, {
    workerData: job,
    env: {},
    stdin: false,
    ...(tooLarge
      ? {
          resourceLimits: {
            maxOldGenerationSizeMb: memoryMegabytes,
            maxYoungGenerationSizeMb: youngMegabytes,
          },
        }
      : {}),
  });
  let alarm: NodeJS.Timeout | undefined;
  let answer: Answer;
  try {
    answer = await new Promise<Answer>((resolve, reject) => {
      if (milliseconds !== undefined) {
        const seconds = Math.round(milliseconds / 1000);
        alarm = setTimeout(() => reject(new AppError("file/timeout", { seconds })), milliseconds);
      }
      signal?.addEventListener("abort", () => reject(new AppError("file/stopped")));
      thread.on("message", (message: WorkerMessage<Answer, News>) => {
        if (message.kind === "news") hear?.(message.news);
        else if (message.kind === "done") resolve(message.answer);
        else reject(new AppError(message.code, message.facts));
      });
      thread.once("error", (error: NodeJS.ErrnoException) => {
        reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" && tooLarge ? tooLarge : error);
      });
      // No effect once it has answered.
      thread.once("exit", (code) => reject(new Error(`worker ended with ${code} before it answered`)));
    });
  } finally {
    clearTimeout(alarm);
    thread.removeAllListeners("message");
    await thread.terminate();
  }
  // Stopped when it had answered, and its thread was yet to end.
  if (signal?.aborted) throw new AppError("file/stopped");
  return answer;
}
