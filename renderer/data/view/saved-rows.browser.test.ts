// Tables saved in pieces: they read back the same, what changed since lies on top, and pieces of another making are not believed.
import Dexie from "dexie";
import { afterEach, beforeEach, expect, it } from "vitest";
import { memoryHost } from "#host/memory.ts";
import { valueOf } from "../follow.ts";
import { openSession, rebuildView, type Session } from "../session.ts";
import { write } from "../write.ts";
import { withWriteLock } from "../write-lock.ts";
import { loadRows, saveRows } from "./saved-rows.ts";

let here: Session;

beforeEach(async () => {
  const host = memoryHost();
  const workspace = valueOf(await host.call("workspace.create", { label: "Desk", kind: "sample" }));
  here = await openSession(
    host,
    workspace,
    () => undefined,
    () => undefined,
  );
  const ids = Array.from({ length: 1200 }, (_, n) => `f${String(n).padStart(4, "0")}`);
  await write(here, {
    changes: ids.map((id) => ({ table: "followUps", id, scope: "hq", values: { what: `Task ${id}` } })),
  });
  // The database is stored behind the answer.
  await withWriteLock(workspace.id, () => Promise.resolve());
});

afterEach(async () => {
  here.close();
  await Dexie.delete(here.db.name);
});

async function change(id: string, what: string): Promise<void> {
  await write(here, { changes: [{ table: "followUps", id, scope: "hq", values: { what } }] });
}

async function save(): Promise<void> {
  await saveRows(here.db, "followUps", await loadRows(here.db, "followUps"));
}

it("a saved table reads back the same, without touching its rows", async () => {
  const before = await loadRows(here.db, "followUps");
  expect(before.isWorthSaving).toBe(true);
  await save();
  await here.db.rows("followUps").clear();
  const after = await loadRows(here.db, "followUps");
  expect([...after.rows]).toEqual([...before.rows]);
  expect(after.isWorthSaving).toBe(false);
});

it("what was changed or added since is read on top", async () => {
  await save();
  await change("f0007", "Changed since");
  await change("f9999", "New since");
  const { rows } = await loadRows(here.db, "followUps");
  expect(rows.get("f0007")).toMatchObject({ what: "Changed since" });
  expect(rows.get("f9999")).toMatchObject({ what: "New since" });
  expect(rows.size).toBe(1201);
});

it("a change made while the table stood loaded is saved with it", async () => {
  const loaded = await loadRows(here.db, "followUps");
  await change("f0003", "Between loading and saving");
  await saveRows(here.db, "followUps", loaded);
  await here.db.rows("followUps").clear();
  expect((await loadRows(here.db, "followUps")).rows.get("f0003")).toMatchObject({
    what: "Between loading and saving",
  });
});

it("a view made again believes no piece of the one before, nor is it overwritten by it", async () => {
  const old = await loadRows(here.db, "followUps");
  await save();
  await rebuildView(here, () => undefined);
  expect(await here.db.columns.count()).toBe(0);
  await saveRows(here.db, "followUps", old);
  expect(await here.db.columns.count()).toBe(0);
});
