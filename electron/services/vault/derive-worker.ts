// The worker thread that derives one key.
import { parentPort, workerData } from "node:worker_threads";
import type { DeriveJob } from "./derive-in-worker.ts";
import { deriveKey } from "./kdf.ts";

const { kdf, passphrase } = workerData as DeriveJob;
parentPort?.postMessage(await deriveKey(kdf, passphrase), []);
