// The write door and the view on real IndexedDB: saved means on disk, the view follows, and it can always be made again.
import Dexie from "dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { HostBridge } from "#core/host/bridge.ts";
import { failed } from "#core/lib/result.ts";
import { entriesOf } from "#core/sample/entries.ts";
import type { SampleWrite } from "#core/sample/shape.ts";
import { memoryHost } from "#host/memory.ts";
import { valueOf } from "./follow.ts";
import { sha256 } from "./hash.ts";
import { layoutVersion } from "./open-db.ts";
import { openSession, rebuildView, type Session } from "./session.ts";
import { write } from "./write.ts";
import { withWriteLock } from "./write-lock.ts";

const opened: Session[] = [];

async function session(host: HostBridge, id?: string): Promise<Session> {
  const workspace = id
    ? valueOf(await host.call("workspace.open", { id }))
    : valueOf(await host.call("workspace.create", { label: crypto.randomUUID(), kind: "sample" }));
  const next = await openSession(
    host,
    workspace,
    () => undefined,
    () => undefined,
  );
  opened.push(next);
  return next;
}

afterEach(async () => {
  for (const some of opened.splice(0)) {
    some.close();
    await Dexie.delete(some.db.name);
  }
});

/** One office's word on the same follow-up. */
const told = (device: string, at: string, what: string, unseen: readonly string[]): SampleWrite => ({
  device,
  user: device,
  at,
  unseen,
  changes: [{ table: "followUps", id: "f1", scope: "post/nairobi", values: { what } }],
});

const at = (values: Record<string, unknown>) => ({
  changes: [{ table: "counterparts", id: "c1", scope: "post/p", values } as const],
});

const task = (values: Record<string, unknown>) => ({
  changes: [{ table: "followUps", id: "f1", scope: "hq", values } as const],
});

/** Every row of every table, as text; without what only makes opening quick. */
async function everything(of: Session): Promise<string> {
  const tables = of.db.tables
    .filter(({ name }) => name !== "columns" && name !== "shadows" && name !== "meta")
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return JSON.stringify(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}

describe("write", () => {
  it("puts an entry on the journal and the row in the view", async () => {
    const host = memoryHost();
    const here = await session(host);
    const written = await write(here, task({ what: "Call back", dueOn: "2026-12-04" }));
    expect(written).toMatchObject({ ok: true, value: { saved: true } });
    const [row] = await here.view.get("followUps", ["f1"]);
    expect(row).toMatchObject({
      what: "Call back",
      dueOn: "2026-12-04",
      status: "open",
      scope: "hq",
      conflicts: [],
    });
    expect(valueOf(await host.call("journal.head", {})).frame).toBe(1);
  });

  it("writes nothing where nothing would change", async () => {
    const host = memoryHost();
    const here = await session(host);
    await write(here, task({ what: "Call back" }));
    expect(await write(here, task({ what: "Call back" }))).toMatchObject({
      ok: true,
      value: { saved: false },
    });
    expect(valueOf(await host.call("journal.head", {})).frame).toBe(1);
  });

  it.each([
    [{ what: 7 }, "record/invalid"],
    [{ dueOn: "tomorrow" }, "record/invalid"],
    [{ colour: "red" }, "record/invalid"],
    [{ __proto__: null, constructor: "x" }, "record/invalid"],
  ])("refuses %j before anything is written", async (values, code) => {
    const host = memoryHost();
    const here = await session(host);
    expect(await write(here, task(values))).toMatchObject({ ok: false, code });
    expect(valueOf(await host.call("journal.head", {})).frame).toBe(0);
  });

  it("keeps a row in its scope for life", async () => {
    const here = await session(memoryHost());
    await write(here, task({ what: "Call back" }));
    const moved = {
      changes: [{ table: "followUps", id: "f1", scope: "all", values: { what: "x" } } as const],
    };
    expect(await write(here, moved)).toMatchObject({ ok: false, code: "record/out-of-scope" });
  });

  it("adds and removes keys of a map one by one", async () => {
    const here = await session(memoryHost());
    const office = { title: "Minister", organizationId: null, level: null, fromOn: null, toOn: null };
    await write(here, at({ name: "Amina", "offices/a": office, "offices/b": office }));
    await write(here, at({ "offices/a": null }));
    const [row] = await here.view.get("counterparts", ["c1"]);
    expect(Object.keys(row?.offices ?? {})).toEqual(["b"]);
    expect(await write(here, at({ "offices/c": { title: 1 } }))).toMatchObject({ code: "record/invalid" });
  });

  it("says why a full disk refused, and changes nothing", async () => {
    const host = memoryHost();
    const full: HostBridge = {
      on: (event, hear) => host.on(event, hear),
      call: (method, ask) =>
        method === "journal.append" ? Promise.resolve(failed("journal/full")) : host.call(method, ask),
    };
    const here = await session(full);
    expect(await write(here, task({ what: "Call back" }))).toMatchObject({ ok: false, code: "journal/full" });
    expect(await here.view.get("followUps", ["f1"])).toEqual([undefined]);
  });

  it("lets two windows write at once without losing either or numbering twice", async () => {
    const host = memoryHost();
    const one = await session(host);
    const two = await session(host, one.workspace.id);
    const writes = Array.from({ length: 40 }, (_, n) =>
      write(n % 2 ? one : two, {
        changes: [{ table: "followUps", id: `f${n}`, scope: "hq", values: { what: `task ${n}` } }],
      }),
    );
    expect((await Promise.all(writes)).every(({ ok }) => ok)).toBe(true);
    expect((await one.view.page("followUps", {})).total).toBe(40);
    expect(valueOf(await host.call("journal.head", {})).frame).toBe(40);
  });

  it("heals a view that a dying window left behind the journal", async () => {
    const host = memoryHost();
    const here = await session(host);
    await write(here, task({ what: "first" }));
    const before = here.mark.applied;
    await write(here, task({ what: "second" }));
    // As a window would leave it that died between its frame and its view.
    await here.db.meta.put(before);
    here.mark.applied = before;
    await here.db.rows("followUps").clear();
    await write(here, {
      changes: [{ table: "followUps", id: "f2", scope: "hq", values: { what: "third" } }],
    });
    expect((await here.view.page("followUps", {})).rows.map(({ what }) => what).sort()).toEqual([
      "second",
      "third",
    ]);
  });
});

describe("a write of very many records", () => {
  const many = 1200;
  /** Together more than one message carries, and more than one part of a frame that is read. */
  const changes = Array.from({ length: many }, (_, n) => ({
    table: "followUps" as const,
    id: `f${String(n).padStart(5, "0")}`,
    scope: "hq" as const,
    values: { what: `Task ${n} ${"x".repeat(1900)}` },
  }));

  it("is one frame, in however many messages, and the view made of its parts is the same", async () => {
    const host = memoryHost();
    const asked = vi.spyOn(host, "call");
    const here = await session(host);
    expect(await write(here, { changes })).toMatchObject({ ok: true, value: { saved: true } });
    expect(asked.mock.calls.filter(([method]) => method === "journal.stage").length).toBeGreaterThan(0);
    expect(valueOf(await host.call("journal.head", {})).frame).toBe(1);
    expect((await here.view.page("followUps", {})).total).toBe(many);
    await withWriteLock(here.workspace.id, () => Promise.resolve());
    const live = await everything(here);
    asked.mockClear();
    await rebuildView(here, () => undefined);
    expect(asked.mock.calls.filter(([method]) => method === "journal.read").length).toBeGreaterThan(1);
    expect(await everything(here)).toBe(live);
  });

  it("is made whole where the view was stored in part", async () => {
    const host = memoryHost();
    const here = await session(host);
    const transaction = here.db.transaction.bind(here.db) as (...asked: unknown[]) => unknown;
    let left = 4;
    vi.spyOn(here.db, "transaction").mockImplementation(((...asked: unknown[]) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error("the window died")) : transaction(...asked);
    }) as never);
    await write(here, { changes });
    await withWriteLock(here.workspace.id, () => Promise.resolve());
    vi.restoreAllMocks();
    const stored = await here.db.rows("followUps").count();
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(many);
    const again = await session(host, here.workspace.id);
    expect((await again.view.page("followUps", {})).total).toBe(many);
    const followed = await everything(again);
    await rebuildView(again, () => undefined);
    expect(await everything(again)).toBe(followed);
  });
});

const quiet = () => undefined;

it("a view is not taken further by another history of the same device, however much longer that is", async () => {
  const here = await session(memoryHost());
  await write(here, task({ what: "Of the first disk", owner: "Somebody" }));
  const { id, deviceId } = here.workspace;
  const image = memoryHost();
  const workspace = valueOf(await image.call("workspace.create", { label: "Image", kind: "sample" }));
  const there = await openSession(image, { ...workspace, deviceId }, quiet, quiet);
  opened.push(there);
  await write(there, task({ what: "Of the image" }));
  await write(there, task({ outcome: "Written there" }));
  here.close();
  const head = valueOf(await image.call("journal.head", {}));
  const put = await openSession(image, { ...workspace, id, deviceId, head }, quiet, quiet);
  opened.push(put);
  const [row] = await put.view.get("followUps", ["f1"]);
  expect(row).toMatchObject({ what: "Of the image", owner: "", outcome: "Written there", conflicts: [] });
});

describe("a view that cannot be stored", () => {
  it("shows what is saved, and is brought up to the journal by the next write", async () => {
    const here = await session(memoryHost());
    await write(here, task({ what: "first" }));
    vi.spyOn(here.db, "transaction").mockRejectedValueOnce(new Error("no space"));
    expect(await write(here, task({ what: "second" }))).toMatchObject({ ok: true, value: { saved: true } });
    expect((await here.view.get("followUps", ["f1"]))[0]).toMatchObject({ what: "second" });
    await write(here, task({ owner: "Third" }));
    await vi.waitFor(async () =>
      expect(await here.db.rows("followUps").get("f1")).toMatchObject({ what: "second", owner: "Third" }),
    );
  });

  it("lets nothing be written on lists that do not stand where the record does", async () => {
    const here = await session(memoryHost());
    await write(here, task({ what: "first" }));
    vi.spyOn(here.db, "transaction").mockRejectedValue(new Error("no space"));
    await write(here, task({ what: "second" }));
    expect(await write(here, task({ what: "third" }))).toMatchObject({ ok: false, code: "view/behind" });
    vi.restoreAllMocks();
    expect(await write(here, task({ what: "third" }))).toMatchObject({ ok: true });
    expect((await here.view.get("followUps", ["f1"]))[0]).toMatchObject({ what: "third" });
  });
});

describe("the view", () => {
  it("is byte-equal after a rebuild", async () => {
    const here = await session(memoryHost());
    for (let n = 0; n < 30; n += 1) {
      await write(here, task({ what: `take ${n}`, ...(n % 3 ? {} : { outcome: `done ${n}` }) }));
    }
    const live = await everything(here);
    await rebuildView(here, () => undefined);
    expect(await everything(here)).toBe(live);
  });

  it("is made again where it is missing or of an older layout", async () => {
    const host = memoryHost();
    const first = await session(host);
    await write(first, task({ what: "kept" }));
    const applied = await first.db.meta.get("applied");
    if (applied) await first.db.meta.put({ ...applied, layout: layoutVersion - 1 });
    first.close();
    const again = await session(host, first.workspace.id);
    expect((await again.view.get("followUps", ["f1"]))[0]?.what).toBe("kept");
    again.close();
    await Dexie.delete(again.db.name);
    const anew = await session(host, first.workspace.id);
    expect((await anew.view.get("followUps", ["f1"]))[0]?.what).toBe("kept");
  });

  it("of an older app, with stores this one no longer has, is made again", async () => {
    const host = memoryHost();
    const first = await session(host);
    await write(first, task({ what: "kept" }));
    const applied = await first.db.meta.get("applied");
    first.close();
    await Dexie.delete(first.db.name);
    const older = new Dexie(first.db.name);
    older
      .version(layoutVersion - 1)
      .stores({ meta: "key", touches: "[record+frame+log+seq]", followUps: "id" });
    await older.open();
    await older.table("meta").put({ ...applied, layout: layoutVersion - 1 });
    await older.table("followUps").put({ id: "stale" });
    older.close();
    const again = await session(host, first.workspace.id);
    expect((await again.view.page("followUps", {})).rows.map(({ what }) => what)).toEqual(["kept"]);
    expect(again.db.tables.map(({ name }) => name)).not.toContain("touches");
  });

  it.each([{ layout: layoutVersion + 1 }, { dataVersion: 99 }])(
    "of a newer app (%j) is refused and left alone",
    async (newer) => {
      const host = memoryHost();
      const first = await session(host);
      await write(first, task({ what: "kept" }));
      const applied = await first.db.meta.get("applied");
      if (applied) await first.db.meta.put({ ...applied, ...newer });
      first.close();
      await expect(session(host, first.workspace.id)).rejects.toMatchObject({ code: "view/newer" });
    },
  );

  it("shows the later of two unseen values and lists the conflict until it is decided", async () => {
    const host = memoryHost();
    const workspace = valueOf(await host.call("workspace.create", { label: "Merge", kind: "sample" }));
    const history = [
      told("capital", "2026-11-01T10:00:00Z", "Ask again", []),
      told("nairobi", "2026-11-02T10:00:00Z", "Ask the minister", []),
      told("capital", "2026-11-02T09:00:00Z", "Leave it", ["nairobi"]),
    ];
    for await (const entries of entriesOf(history, sha256))
      await host.call("journal.append", { entries: [...entries] });
    const here = await session(host, workspace.id);
    const [row] = await here.view.get("followUps", ["f1"]);
    expect(row).toMatchObject({ what: "Ask the minister", conflicts: ["what"] });
    expect(await here.view.waiting()).toMatchObject([{ table: "followUps", id: "f1", paths: ["what"] }]);
    expect((await here.view.values("followUps", "f1", "what")).map(({ value }) => value)).toEqual([
      "Ask the minister",
      "Leave it",
    ]);
    await write(here, {
      changes: [{ table: "followUps", id: "f1", scope: "post/nairobi", values: { what: "Leave it" } }],
    });
    expect(await here.view.waiting()).toEqual([]);
    expect((await here.view.get("followUps", ["f1"]))[0]).toMatchObject({ what: "Leave it", conflicts: [] });
  });

  it("filters by index and by value, sorts with the empty last, pages and counts", async () => {
    const here = await session(memoryHost());
    const rows = [
      ["a", "p1", "2026-12-02", "open"],
      ["b", "p1", null, "done"],
      ["c", "p2", "2026-12-01", "open"],
      ["d", "p1", "2026-12-03", "open"],
    ] as const;
    await write(here, {
      changes: rows.map(([id, postId, dueOn, status]) => ({
        table: "followUps",
        id,
        scope: "hq",
        values: { what: `Task ${id} Côte`, postId, dueOn, status },
      })),
    });
    const page = await here.view.page("followUps", {
      where: { postId: { eq: "p1" } },
      sort: [{ field: "dueOn", desc: true }],
      limit: 2,
    });
    expect(page).toMatchObject({ total: 3, rows: [{ id: "d" }, { id: "a" }] });
    expect((await here.view.page("followUps", { text: "cote b" })).rows.map(({ id }) => id)).toEqual(["b"]);
    expect(
      (await here.view.page("followUps", { where: { dueOn: { from: "2026-12-01", to: "2026-12-02" } } }))
        .total,
    ).toBe(2);
    expect(await here.view.aggregate("followUps", { by: ["status"] })).toEqual(
      expect.arrayContaining([
        { key: ["open"], count: 3 },
        { key: ["done"], count: 1 },
      ]),
    );
  });

  it("finds by any word, folds accents, follows changes and forgets the deleted", async () => {
    const here = await session(memoryHost());
    await write(here, task({ what: "Rappeler le ministère" }));
    expect(await here.view.find("ministere", 10)).toMatchObject([{ table: "followUps", id: "f1" }]);
    await write(here, task({ what: "Écrire à Nairobi" }));
    expect(await here.view.find("ministere", 10)).toEqual([]);
    expect(await here.view.find("nairobi", 10)).toHaveLength(1);
    await write(here, task({ deleted: true }));
    expect(await here.view.find("nairobi", 10)).toEqual([]);
  });

  it("finds what belongs to a post by the post's name, the post itself first, also after it is renamed", async () => {
    const here = await session(memoryHost());
    const named = (name: string) =>
      write(here, { changes: [{ table: "posts", id: "p1", scope: "all", values: { name } }] });
    await named("Nairobi");
    await write(here, task({ what: "Send the paper", postId: "p1" }));
    const found = async (text: string) => (await here.view.find(text, 10)).map(({ id }) => id);
    expect(await found("nairobi")).toEqual(["p1", "f1"]);
    expect(await found("paper nairobi")).toEqual(["f1"]);
    await named("Lusaka");
    expect(await found("nairobi")).toEqual([]);
    expect(await found("paper lusaka")).toEqual(["f1"]);
  });
});
