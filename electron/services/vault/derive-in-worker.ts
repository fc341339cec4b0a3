// Derives a key in a worker thread of its own, so that an unlock does not stop the host from answering others.
import { Worker } from "node:worker_threads";
import type { DeriveKey, Kdf } from "./kdf.ts";

/** What the worker is given; it posts the key, once. */
export interface DeriveJob {
  readonly kdf: Kdf;
  readonly passphrase: string;
}

/** `worker` is the built derive-worker. */
export function deriveInWorker(worker: URL): DeriveKey {
  return (kdf, passphrase) =>
    new Promise((resolve, reject) => {
      const job: DeriveJob = { kdf, passphrase };
      const thread = new Worker(worker, { workerData: job, env: {}, stdin: false });
      thread.once("message", (key: Uint8Array) => resolve(key));
      thread.once("error", reject);
      // No effect once it has answered.
      thread.once("exit", (code) => reject(new Error(`derive worker ended with ${code} before it answered`)));
    });
}
