// Undo on a real view: what was done here is given back, also after a restart, and what others did is left.
import Dexie from "dexie";
import { afterEach, expect, it } from "vitest";
import type { Change } from "#core/log/change.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { memoryHost, type MemoryHost } from "#host/memory.ts";
import { valueOf } from "./follow.ts";
import { sha256 } from "./hash.ts";
import { openSession, rebuildView, type Session } from "./session.ts";
import { setUpOffice } from "./set-up.ts";
import { undoGroup, undoLast } from "./undo.ts";
import { write } from "./write.ts";

const opened: Session[] = [];

async function open(host: MemoryHost, id?: string): Promise<Session> {
  const workspace = id
    ? valueOf(await host.call("workspace.open", { id }))
    : valueOf(await host.call("workspace.create", { label: crypto.randomUUID(), kind: "sample" }));
  const session = await openSession(
    host,
    workspace,
    () => undefined,
    () => undefined,
  );
  opened.push(session);
  return session;
}

afterEach(async () => {
  for (const some of opened.splice(0)) {
    some.close();
    await Dexie.delete(some.db.name);
  }
});

const followUp = (id: string, values: Record<string, unknown>): Change => ({
  table: "followUps",
  id,
  scope: "hq",
  values,
});

async function put(session: Session, ...changes: Change[]): Promise<string> {
  return valueOf(await write(session, { changes })).group;
}

async function shown(session: Session, ids: readonly string[]) {
  const rows = await session.view.get("followUps", ids);
  return rows.map((row) => row && { what: row.what, owner: row.owner, deleted: row.deleted });
}

it("takes back the last write and brings it back, one after the other", async () => {
  const here = await open(memoryHost());
  await put(here, followUp("f", { what: "Call", owner: "Ann" }));
  await put(here, followUp("f", { what: "Write" }));
  await put(here, followUp("f", { owner: "Ben" }));
  expect(valueOf(await undoLast(here, "undo"))).toMatchObject({
    back: [{ id: "f", path: "owner" }],
    left: 0,
  });
  expect(valueOf(await undoLast(here, "undo"))).toMatchObject({ back: [{ path: "what" }] });
  expect(await shown(here, ["f"])).toEqual([{ what: "Call", owner: "Ann", deleted: false }]);
  expect(valueOf(await undoLast(here, "undo"))).toMatchObject({ back: [{ path: "deleted" }] });
  expect(await shown(here, ["f"])).toMatchObject([{ deleted: true }]);
  expect(valueOf(await undoLast(here, "undo"))).toBeNull();
  for (const _ of [1, 2, 3]) await undoLast(here, "redo");
  expect(await shown(here, ["f"])).toEqual([{ what: "Write", owner: "Ben", deleted: false }]);
  expect(valueOf(await undoLast(here, "redo"))).toBeNull();
});

it("takes back a write of many records after a restart on a new view", async () => {
  const host = memoryHost();
  const first = await open(host);
  const ids = Array.from({ length: 40 }, (_, index) => `f${index}`);
  await put(first, ...ids.map((id) => followUp(id, { what: id, owner: "Ann" })));
  await put(first, ...ids.map((id) => followUp(id, { owner: "Ben" })));
  first.close();
  await Dexie.delete(first.db.name);
  const again = await open(host, first.workspace.id);
  expect(valueOf(await undoLast(again, "undo"))?.back).toHaveLength(40);
  expect(await shown(again, ids)).toEqual(ids.map((id) => ({ what: id, owner: "Ann", deleted: false })));
});

it("passes over drafts, the look of this device and the first write of a workspace", async () => {
  const here = await open(memoryHost());
  await setUpOffice(here, {
    label: "Desk",
    role: "desk",
    userName: "R. Tester",
    userRank: "",
    capitalName: "the capital",
    capitalTimeZone: "UTC",
    bannerText: "UNCLASSIFIED",
    bannerTone: "green",
    ceiling: "SBU",
    post: null,
  });
  expect(valueOf(await undoLast(here, "undo"))).toBeNull();
  await put(here, followUp("f", { what: "Call" }));
  for (let at = 0; at < 70; at += 1) {
    await put(here, { table: "drafts", id: "d", scope: "local", values: { values: { at } } });
  }
  await put(here, { table: "settings", id: "device", scope: "local", values: { theme: "dark" } });
  expect(valueOf(await undoLast(here, "undo"))?.back).toEqual([
    { table: "followUps", id: "f", path: "deleted" },
  ]);
});

it("leaves what another office wrote since, and says how much", async () => {
  const host = memoryHost();
  const here = await open(host);
  await put(here, followUp("f", { what: "Call" }), followUp("g", { what: "Call" }));
  const group = await put(here, followUp("f", { what: "Write" }), followUp("g", { what: "Write" }));
  const device = crypto.randomUUID();
  const head = valueOf(await host.call("journal.head", {}));
  const seen = head.logs[`${here.workspace.deviceId}:hq`]?.seq ?? 0;
  for await (const lines of entriesOf(
    [
      {
        device,
        user: "B",
        at: "2030-01-01T00:00:00Z",
        unseen: [],
        changes: [followUp("f", { what: "Theirs" })],
      },
    ],
    sha256,
  )) {
    // As the other office would write it that has seen ours.
    const entries = await Promise.all(
      lines.map(async ({ h, b }) => {
        const body = (b ?? "").replace(
          '{"what":"Theirs"},{}',
          `{"what":"Theirs"},{"what":{"${here.workspace.deviceId}:hq":${seen}}}`,
        );
        return { h: h.replace(/"b":"[0-9a-f]+"/u, `"b":"${await sha256(body)}"`), b: body };
      }),
    );
    // The genesis keeps its hash, so the second header still follows from it.
    valueOf(await host.call("journal.append", { entries }));
  }
  expect(valueOf(await undoGroup(here, group, "undo"))).toMatchObject({ back: [{ id: "g" }], left: 1 });
  expect(await shown(here, ["f", "g"])).toMatchObject([{ what: "Theirs" }, { what: "Call" }]);
});

it("takes back a decision for what was shown meanwhile, and goes on to what was written before", async () => {
  const host = memoryHost();
  const here = await open(host);
  await put(here, followUp("f", { what: "Call" }));
  await put(here, followUp("f", { owner: "Ann" }));
  const theirs = { device: crypto.randomUUID(), user: "B", at: "2030-01-01T00:00:00Z", unseen: [] };
  for await (const entries of entriesOf(
    [{ ...theirs, changes: [followUp("f", { what: "Theirs" })] }],
    sha256,
  )) {
    valueOf(await host.call("journal.append", { entries: [...entries] }));
  }
  // The first write after it sees what came; the second decides.
  await put(here, followUp("g", { what: "Write" }));
  expect(await shown(here, ["f"])).toMatchObject([{ what: "Theirs" }]);
  expect(await here.view.waiting()).toHaveLength(1);
  await put(here, followUp("f", { what: "Theirs" }));
  expect(await here.view.waiting()).toHaveLength(0);
  const undone = valueOf(await undoLast(here, "undo"));
  expect(undone).toMatchObject({ back: [{ id: "f", path: "what" }], left: 0 });
  expect(undone?.group).not.toBeNull();
  expect(await shown(here, ["f"])).toMatchObject([{ what: "Theirs" }]);
  expect(valueOf(await undoLast(here, "undo"))).toMatchObject({ back: [{ id: "g", path: "deleted" }] });
});

it("gives back a deleted record, and a view made anew is the same to the byte", async () => {
  const here = await open(memoryHost());
  await put(here, followUp("f", { what: "Call" }));
  await put(here, followUp("f", { deleted: true }));
  await undoLast(here, "undo");
  expect(await shown(here, ["f"])).toMatchObject([{ deleted: false }]);
  const before = await Promise.all([here.db.entryTouches.toArray(), here.db.rows("followUps").toArray()]);
  expect(before[0]).toHaveLength(3);
  await rebuildView(here, () => undefined);
  expect(await Promise.all([here.db.entryTouches.toArray(), here.db.rows("followUps").toArray()])).toEqual(
    before,
  );
});
