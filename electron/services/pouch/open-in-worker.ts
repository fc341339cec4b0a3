// Opens a pouch in a worker thread, so that a hostile one can neither block the host nor outstay its time.
import { AppError } from "#core/host/errors.ts";
import type { HearProgress, StopSignal } from "#core/host/open-files.ts";
import { limitMegabytes } from "../files/read/limits.ts";
import { inBytes } from "../files/read/tell.ts";
import { runInWorker } from "../worker/run-in-worker.ts";
import type { Opener, OpenPouch } from "./open-pouch.ts";

export interface PouchJob {
  readonly bytes: Uint8Array;
  readonly opener: Opener;
}

/** Throws what `openPouch` does, `file/timeout`, and `file/stopped` once `signal` is aborted. */
export type PouchOpener = (job: PouchJob, signal: StopSignal, hear: HearProgress) => Promise<OpenPouch>;

/** The largest that may come, on a slow laptop, and its key stretched before. */
const milliseconds = 60_000;

/** `worker` is the built pouch-worker. */
export function openInWorker(worker: URL): PouchOpener {
  return (job, signal, hear) =>
    runInWorker<OpenPouch, number>(worker, job, {
      milliseconds,
      tooLarge: new AppError("file/too-large", { limitMegabytes }),
      signal,
      hear: inBytes(hear, job.bytes.byteLength),
    });
}
