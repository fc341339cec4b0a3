// The worker thread that opens one pouch.
import { parentPort, workerData } from "node:worker_threads";
import { answerOf } from "../worker/limited-worker.ts";
import type { PouchJob } from "./open-in-worker.ts";
import { openPouch } from "./open-pouch.ts";

const { bytes, opener } = workerData as PouchJob;
parentPort?.postMessage(await answerOf(() => openPouch(bytes, opener)), []);
