// Derives a key in a worker thread of its own, so that an unlock does not stop the host from answering others.
import { runInWorker } from "../worker/run-in-worker.ts";
import type { DeriveKey, Kdf } from "./kdf.ts";

/** What the worker is given; it answers the key. */
export interface DeriveJob {
  readonly kdf: Kdf;
  readonly passphrase: string;
}

/** `worker` is the built derive-worker. How long it may take, whoever chose the work it is has said. */
export function deriveInWorker(worker: URL): DeriveKey {
  return (kdf, passphrase) => runInWorker(worker, { kdf, passphrase } satisfies DeriveJob);
}
