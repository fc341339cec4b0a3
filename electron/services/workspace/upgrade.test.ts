// Workspaces of every format there ever was, as they were written then: each must open, whole, in every later version.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenedWorkspace } from "#core/host/shapes.ts";
import { readEntry } from "#core/log/entry.ts";
import { foldEntry } from "#core/log/fold.ts";
import { tableNames } from "#core/model/tables.ts";
import { FoldedRows } from "#core/sample/folded.ts";
import { sealedFormat } from "./header.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import { passphrase, recoveryCode } from "./testing/work.ts";
import { Workspaces } from "./workspaces.ts";

/**
 * The same made-up history in each. A version that adds a field to the model gives these rows one more: the hash is
 * then renewed in the commit that adds it, and the fixture stays as it is.
 */
const expected = { frame: 4, rows: "e97701eb4a7f83560a6b8e1f5fe0573df618dbba36a98fd2706c81524e0b120e" };
const fixtures = path.join(import.meta.dirname, "fixtures");
let root: string;
let host: Workspaces;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-upgrade-"));
  host = new Workspaces({ root, kdf: cheapKdf });
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

/** Puts a fixture among the workspaces of a host and answers its id. */
async function placed(fixture: string): Promise<string> {
  const header = await readFile(path.join(fixtures, fixture, "vault.json"), "utf8");
  const { vault } = JSON.parse(header) as { vault: string };
  await cp(path.join(fixtures, fixture), path.join(root, vault), { recursive: true });
  return vault;
}

function opened(id: string, fixture: string): Promise<OpenedWorkspace> {
  return fixture.includes("sealed") ? host.unlock(id, passphrase) : host.open(id);
}

/** SHA-256 over every row of every table, in the order of their ids. */
async function rowsHash(): Promise<string> {
  const states = new FoldedRows();
  for (let next: number | null = 1; next !== null;) {
    const batch = await host.journal.read(next, 1_000_000);
    for (const { entries } of batch.frames) for (const lines of entries) foldEntry(states, readEntry(lines));
    next = batch.next;
  }
  const tables = tableNames.map((name) => [
    name,
    states.rows(name).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}

function journalBytes(id: string): Promise<string> {
  return readFile(path.join(root, id, "journal", "000001.jnl"), "base64");
}

test("there is one for each format", async () => {
  expect(await readdir(fixtures)).toHaveLength(sealedFormat);
});

describe.each(await readdir(fixtures))("format %s", (fixture) => {
  test("opens with every row it had, and its record is not touched by that", async () => {
    const id = await placed(fixture);
    const before = await journalBytes(id);
    const { head } = await opened(id, fixture);
    expect({ frame: head.frame, rows: await rowsHash() }).toEqual(expected);
    await host.close();
    expect(await journalBytes(id)).toBe(before);
    expect((await opened(id, fixture)).head).toEqual(head);
  });
});

test("work kept open in format 1 is protected without losing a row", async () => {
  const id = await placed("1-open");
  await host.open(id);
  const before = await rowsHash();
  await host.protect({ passphrase, recoveryCode });
  expect(await rowsHash()).toBe(before);
  await host.close();
  await host.unlock(id, passphrase);
  expect(await rowsHash()).toBe(before);
});
