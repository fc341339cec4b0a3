// The readers in their worker thread, as the built app runs them: answers, failures by name, and an end to waiting.
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import { buildScript } from "#tools/build-script.ts";
import { readInWorker } from "./read-in-worker.ts";
import { readContent } from "./index.ts";

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
  expect(await readInWorker(built.script)(job, going, unheard)).toEqual(readContent(job));
});

test("failures keep their code and facts", async () => {
  await expect(readInWorker(built.script)(csv("a,a\n1,2\n"), going, unheard)).rejects.toMatchObject({
    code: "file/duplicate-heading",
    facts: { heading: "a", line: 1, column: 2 },
  });
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

test("a worker that cannot start is an error, not an endless wait", async () => {
  const missing = new URL("missing.mjs", built.script);
  await expect(readInWorker(missing)(csv("a,b\n1,2\n"), going, unheard)).rejects.toThrow(/missing\.mjs/);
});
