// Jobs in worker threads: answers, news, limits, and that nothing runs on once the job is over.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { runInWorker } from "./run-in-worker.ts";

function script(text: string): URL {
  return new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort, workerData } from "node:worker_threads";\n${text}`,
    )}`,
  );
}

/** Counts for ever in memory that the test can see. */
const counting = script("for (;;) Atomics.add(workerData, 0, 1);");

async function untilItRuns(count: Int32Array): Promise<void> {
  // One look after the other, until there is something to see.
  // oxlint-disable-next-line no-await-in-loop
  while (Atomics.load(count, 0) === 0) await pause(5);
}

async function isStill(count: Int32Array): Promise<boolean> {
  const before = Atomics.load(count, 0);
  await pause(50);
  return Atomics.load(count, 0) === before;
}

const newCount = () => new Int32Array(new SharedArrayBuffer(4));

test("stopped in the midst of its work, the thread has ended by the time it is told", async () => {
  const count = newCount();
  const stopping = new AbortController();
  const running = runInWorker(counting, count, { signal: stopping.signal });
  await untilItRuns(count);
  expect(await isStill(count)).toBe(false);
  stopping.abort();
  await expect(running).rejects.toMatchObject({ code: "file/stopped" });
  expect(await isStill(count)).toBe(true);
});

test("stopped before it began, it never runs", async () => {
  const count = newCount();
  const running = runInWorker(counting, count, { signal: AbortSignal.abort() });
  await expect(running).rejects.toMatchObject({ code: "file/stopped" });
  expect([Atomics.load(count, 0), await isStill(count)]).toEqual([0, true]);
});

test("stopped when it has answered already, it answers nothing all the same", async () => {
  const stopping = new AbortController();
  const answering = script(`
    for (const message of [{ kind: "news", news: 1 }, { kind: "done", answer: 1 }]) parentPort.postMessage(message);`);
  const hear = (): void => void setImmediate(() => stopping.abort());
  const running = runInWorker(answering, null, { signal: stopping.signal, hear });
  await expect(running).rejects.toMatchObject({ code: "file/stopped" });
});

test("beyond its time, the thread has ended by the time it is told", async () => {
  const count = newCount();
  const running = runInWorker(counting, count, { milliseconds: 1500 });
  await expect(running).rejects.toMatchObject({ code: "file/timeout", facts: { seconds: 2 } });
  expect(Atomics.load(count, 0)).toBeGreaterThan(0);
  expect(await isStill(count)).toBe(true);
});

test("news come in order, before the answer; what the worker does after it is no matter", async () => {
  const heard: number[] = [];
  const worker = script(`
    for (const news of [1, 2, 3]) parentPort.postMessage({ kind: "news", news });
    parentPort.postMessage({ kind: "done", answer: workerData + 1 });
    for (;;);`);
  const hear = (news: number): void => void heard.push(news);
  expect(await runInWorker<number, number>(worker, 41, { hear })).toBe(42);
  expect(heard).toEqual([1, 2, 3]);
});

test("what it fails by keeps its code and facts; what nobody expected rises", async () => {
  const failing = script(
    `parentPort.postMessage({ kind: "failed", code: "file/empty", facts: { line: 3 } });`,
  );
  await expect(runInWorker(failing, null)).rejects.toMatchObject({ code: "file/empty", facts: { line: 3 } });
  await expect(runInWorker(script(`throw new Error("planted");`), null)).rejects.toThrow("planted");
  await expect(runInWorker(script("process.exit(3);"), null)).rejects.toThrow("ended with 3");
});

test("more memory than there is for it is a failure by name", async () => {
  const greedy = script("const all = []; for (;;) all.push(new Array(1_000_000).fill(0.5));");
  const tooLarge = new AppError("file/too-large", { limitMegabytes: 50 });
  await expect(runInWorker(greedy, null, { tooLarge })).rejects.toBe(tooLarge);
});
