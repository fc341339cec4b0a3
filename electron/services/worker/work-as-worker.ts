// The worker's side: does the one job it was started for. What can be expected to go wrong is an answer; the rest ends the thread.
import { parentPort, type TransferListItem } from "node:worker_threads";
import { AppError } from "#core/host/errors.ts";
import type { WorkerMessage } from "./run-in-worker.ts";

/** `moved` says what of the answer is handed over rather than copied. */
export async function workAsWorker<Answer>(
  work: (tell: (news: unknown) => void) => Promise<Answer>,
  moved: (answer: Answer) => readonly TransferListItem[] = () => [],
): Promise<void> {
  const post = (message: WorkerMessage<Answer, unknown>, transfer: readonly TransferListItem[] = []): void =>
    parentPort?.postMessage(message, transfer);
  try {
    const answer = await work((news) => post({ kind: "news", news }));
    post({ kind: "done", answer }, moved(answer));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    post({ kind: "failed", code: error.code, facts: error.facts });
  }
}
