// A pouch in its worker thread, as the built app opens it: how far it is, and that it is stopped when a person says so.
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScript } from "#tools/build-script.ts";
import { openInWorker } from "./open-in-worker.ts";
import { deskDevice, madePouch, madeRun, post } from "./testing/made-pouch.ts";

const log = `${deskDevice}:all`;
const opener = { keys: post, passphrase: null };
const going = new AbortController().signal;
let built: Awaited<ReturnType<typeof buildScript>>;
/** Of as many entries as take a while to verify. */
let bytes: Uint8Array;
beforeAll(async () => {
  built = await buildScript("electron/services/pouch/pouch-worker.ts");
  bytes = await madePouch([madeRun(log, 100_000)]);
});
afterAll(() => rm(built.folder, { recursive: true }));

test("it tells how much of it has been verified, forward only, and answers what opening answers", async () => {
  const heard: { readonly done: number; readonly total: number }[] = [];
  const open = openInWorker(built.script);
  const { runs } = await open({ bytes, opener }, going, (progress) => heard.push(progress));
  expect(runs.map(({ from, to, entries }) => [from, to, entries.length])).toEqual([[1, 100_000, 100_000]]);
  expect(heard.length).toBeGreaterThan(0);
  expect(new Set(heard.map(({ total }) => total))).toEqual(new Set([bytes.byteLength]));
  const done = heard.map((progress) => progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBeLessThanOrEqual(bytes.byteLength);
});

test("stopped, it opens nothing and tells nothing more", async () => {
  const stopping = new AbortController();
  const first = Promise.withResolvers<undefined>();
  let isOver = false;
  const opening = openInWorker(built.script)({ bytes, opener }, stopping.signal, () => {
    expect(isOver).toBe(false);
    first.resolve(undefined);
  });
  await first.promise;
  stopping.abort();
  await expect(opening).rejects.toMatchObject({ code: "file/stopped" });
  isOver = true;
});
