// The worker thread that derives one key.
import { workerData } from "node:worker_threads";
import { workAsWorker } from "../worker/work-as-worker.ts";
import type { DeriveJob } from "./derive-in-worker.ts";
import { deriveKey } from "./kdf.ts";

const { kdf, passphrase } = workerData as DeriveJob;
await workAsWorker(() => deriveKey(kdf, passphrase));
