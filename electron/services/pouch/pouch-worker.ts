// The worker thread that opens one pouch.
import { workerData } from "node:worker_threads";
import { nowAndThen } from "../files/read/tell.ts";
import { workAsWorker } from "../worker/work-as-worker.ts";
import type { PouchJob } from "./open-in-worker.ts";
import { openPouch } from "./open-pouch.ts";

const { bytes, opener } = workerData as PouchJob;
await workAsWorker((tell) => openPouch(bytes, opener, nowAndThen(tell)));
