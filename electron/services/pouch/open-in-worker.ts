// Opens a pouch in a worker thread, so that a hostile one can neither block the host nor outstay its time.
import { AppError } from "#core/host/errors.ts";
import { limitMegabytes } from "../files/read/limits.ts";
import { runInWorker } from "../worker/run-in-worker.ts";
import type { Opener, OpenPouch } from "./open-pouch.ts";

export interface PouchJob {
  readonly bytes: Uint8Array;
  readonly opener: Opener;
}

/** Throws what `openPouch` does, and `file/timeout`. */
export type PouchOpener = (job: PouchJob) => Promise<OpenPouch>;

/** The largest that may come, on a slow laptop, and its key stretched before. */
const milliseconds = 60_000;

/** `worker` is the built pouch-worker. */
export function openInWorker(worker: URL): PouchOpener {
  return (job) =>
    runInWorker<OpenPouch>(worker, job, {
      milliseconds,
      tooLarge: new AppError("file/too-large", { limitMegabytes }),
    });
}
