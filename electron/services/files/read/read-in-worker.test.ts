// The readers in their worker thread, as the built app runs them: answers, failures by name, and an end to waiting.
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import { buildScript } from "#tools/build-script.ts";
import { readInWorker } from "./read-in-worker.ts";
import { readContent } from "./index.ts";
import { listedTable } from "./made-reading.ts";

let built: Awaited<ReturnType<typeof buildScript>>;
beforeAll(async () => {
  built = await buildScript("electron/services/files/read/read-worker.ts");
});
afterAll(() => rm(built.folder, { recursive: true }));

const csv = (text: string) => ({ kind: "table", bytes: Buffer.from(text), ...readAsFound }) as const;

const going = new AbortController().signal;
const unheard = (): void => undefined;

test("answers what the reader answers", async () => {
  const job = csv("name,city\nA,Paris\nB\n");
  const [there, here] = [await readInWorker(built.script)(job, going, unheard), readContent(job)];
  expect({ ...there, table: listedTable(there) }).toEqual({ ...here, table: listedTable(here) });
});

test("failures keep their code and facts", async () => {
  await expect(readInWorker(built.script)(csv("a,constructor\n1,2\n"), going, unheard)).rejects.toMatchObject(
    {
      code: "file/forbidden-heading",
      facts: { heading: "constructor", line: 1, column: 2 },
    },
  );
});

test("a reader that takes too long is stopped", async () => {
  const slow = csv(`a,b\n${'"""'.repeat(10_000_000)}`);
  await expect(readInWorker(built.script, 30)(slow, going, unheard)).rejects.toMatchObject({
    code: "file/timeout",
  });
});

test("a reader that a person stops is stopped at once", async () => {
  const stopping = new AbortController();
  const slow = csv(`a,b\n${'"""'.repeat(10_000_000)}`);
  const reading = readInWorker(built.script)(slow, stopping.signal, unheard);
  stopping.abort();
  await expect(reading).rejects.toMatchObject({ code: "file/stopped" });
});

/** A list as a person would import it, of about 40 MB. */
const large = csv(
  `name,note\n${"Somebody,took note and will reply in due time: the ministry\n".repeat(90_000)}`,
);
const shared = { ...large, bytes: new Uint8Array(new SharedArrayBuffer(large.bytes.byteLength)) };
shared.bytes.set(large.bytes);

test("it tells how many bytes it has read of how many, forward only", async () => {
  const heard: { readonly done: number; readonly total: number }[] = [];
  const { table } = await readInWorker(built.script)(shared, going, (progress) => heard.push(progress));
  expect(table?.rows.length).toBe(90_000);
  expect(heard.length).toBeGreaterThan(0);
  expect(new Set(heard.map(({ total }) => total))).toEqual(new Set([shared.bytes.byteLength]));
  const done = heard.map((progress) => progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBeLessThanOrEqual(shared.bytes.byteLength);
});

test("rows come over whole, from any place in any number", async () => {
  const text = `name,note\n${Array.from({ length: 5000 }, (_, n) => `${n},"é\n${"x".repeat(n % 300)}"\n`).join("")}`;
  const { table } = await readInWorker(built.script)(csv(text), going, unheard);
  const { table: here } = readContent(csv(text));
  const all = here?.rows.slice(0, 5000);
  expect(all?.[4999]).toMatchObject({ line: 10_000, cells: ["4999", `é\n${"x".repeat(199)}`] });
  for (const [from, to] of [
    [0, 5000],
    [0, 1],
    [4999, 6000],
    [1234, 3456],
    [5000, 5001],
    [7, 7],
  ] as const) {
    expect(table?.rows.slice(from, to)).toEqual(all?.slice(from, to));
  }
});

test.each([0, 150, 400])("stopped after %i ms, it tells nothing more", async (ms) => {
  const stopping = new AbortController();
  let isOver = false;
  const slow = csv(`a,b\n${'"""'.repeat(10_000_000)}`);
  const reading = readInWorker(built.script)(slow, stopping.signal, () => expect(isOver).toBe(false));
  setTimeout(() => stopping.abort(), ms);
  await expect(reading).rejects.toMatchObject({ code: "file/stopped" });
  isOver = true;
});

test("a worker that cannot start is an error, not an endless wait", async () => {
  const missing = new URL("missing.mjs", built.script);
  await expect(readInWorker(missing)(csv("a,b\n1,2\n"), going, unheard)).rejects.toThrow(/missing\.mjs/);
});
