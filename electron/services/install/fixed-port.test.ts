// The port: chosen once, kept, and explained when taken.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openOnFixedPort } from "./fixed-port.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chancery-port-"));
});
afterEach(() => rm(folder, { recursive: true }));

const taken = (): never => {
  throw Object.assign(new Error("taken"), { code: "EADDRINUSE" });
};

test("a choice is kept and used again", async () => {
  const first = await openOnFixedPort(folder, null, async (port) => port);
  expect(first).toBeGreaterThan(19_999);
  expect(Number(await readFile(path.join(folder, "port"), "utf8"))).toBe(first);
  expect(await openOnFixedPort(folder, null, async (port) => port)).toBe(first);
});

test("a first choice that is taken is made again; only one that could be opened is kept", async () => {
  const tried: number[] = [];
  const port = await openOnFixedPort(folder, null, async (some) => {
    tried.push(some);
    return tried.length < 4 ? taken() : some;
  });
  expect(tried).toHaveLength(4);
  expect(Number(await readFile(path.join(folder, "port"), "utf8"))).toBe(port);
});

test("a kept or named port that is taken is an answer, never another port", async () => {
  await writeFile(path.join(folder, "port"), "23456\n");
  await expect(openOnFixedPort(folder, null, taken)).rejects.toMatchObject({
    name: "PortTaken",
    port: 23456,
  });
  await expect(openOnFixedPort(folder, 4321, taken)).rejects.toMatchObject({ name: "PortTaken", port: 4321 });
  expect(await readFile(path.join(folder, "port"), "utf8")).toBe("23456\n");
  expect(await openOnFixedPort(folder, 4321, async (port) => port)).toBe(4321);
});

test("other failures are not taken for a port in use", async () => {
  await expect(openOnFixedPort(folder, null, () => Promise.reject(new Error("other")))).rejects.toThrow(
    "other",
  );
});

test.each(["", "x", "0", "99999", "-1"])("a spoilt note %j is like none", async (note) => {
  await writeFile(path.join(folder, "port"), note);
  expect(await openOnFixedPort(folder, null, async (port) => port)).toBeGreaterThan(19_999);
});
