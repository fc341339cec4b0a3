// The capital and a post, on real hosts: introduced, sent to, answered, merged, and everything that can come in between.
import { afterEach, beforeEach, expect, test } from "vitest";
import { chosenRows, pouchPlanOf } from "#core/exchange/pouch/pouch-plan.ts";
import type { Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import { sha256OfValue } from "#data/hash.ts";
import { planMerge } from "#data/pouch/arrival.ts";
import { ownSettings } from "#data/pouch/own-settings.ts";
import { rebuildView } from "#data/session.ts";
import { valueOf } from "#data/follow.ts";
import { undoGroup, undoLast } from "#data/undo.ts";
import type { WriteRequest } from "#data/write.ts";
import { rowOf, TestOffice } from "./office.ts";

const passphrase = "lantern heron copper wheat";
const lisbonAtDesk = "0193a000-0000-7000-8000-000000000001";
let desk: TestOffice;
let post: TestOffice;

beforeEach(async () => {
  desk = await TestOffice.open("Desk");
  post = await TestOffice.open("Lisbon", {
    city: "Lisbon",
    country: "PT",
    type: "embassy",
    timeZone: "Europe/Lisbon",
  });
});
afterEach(async () => {
  await desk.close();
  await post.close();
});

async function rows<T extends TableName>(office: TestOffice, table: T): Promise<readonly Rows[T][]> {
  return (await office.session.view.page(table, { sort: [{ field: "id" }] })).rows;
}

/** The capital has Lisbon on its list, and each knows the other. */
async function introduced(): Promise<void> {
  await desk.write({
    changes: [{ table: "posts", id: lisbonAtDesk, scope: "all", values: { name: "Lisbon", country: "PT" } }],
  });
  await post.trust(await post.open(await desk.introduction(passphrase), passphrase));
  await desk.trust(await desk.open(await post.pouchFor(desk)), { postId: lisbonAtDesk });
}

const engagement = (values: Record<string, unknown>, postId: string) => ({
  changes: [
    { table: "engagements", id: "e1", scope: `post/${postId}`, values: { postId, ...values } } as const,
  ],
});

test("a directive goes to the post, its answer comes back, and both hold the same", async () => {
  await introduced();
  await desk.write({
    changes: [
      { table: "directives", id: "d1", scope: "all", values: { subject: "Model extraction" } },
      {
        table: "demarcheTasks",
        id: "t1",
        scope: `post/${lisbonAtDesk}`,
        values: { directiveId: "d1", postId: lisbonAtDesk },
      },
      { table: "demarcheTasks", id: "t2", scope: "post/rome", values: { directiveId: "d1", postId: "rome" } },
      { table: "issues", id: "i1", scope: "hq", values: { name: "For the capital alone" } },
    ],
  });
  const plan = await post.plan(await desk.pouchFor(post));
  expect(plan.plan.counts).toEqual({ create: 3, update: 0, conflict: 0, unchanged: 0 });
  expect(plan.adopts).toBe(lisbonAtDesk);
  const before = (await ownSettings(post.session.view)).postId;
  await post.merge(plan);
  expect((await rows(post, "demarcheTasks")).map(({ id }) => id)).toEqual(["t1"]);
  expect(await rows(post, "issues")).toEqual([]);
  expect(await ownSettings(post.session.view)).toMatchObject({ postId: lisbonAtDesk, formerPosts: [before] });

  await post.write(engagement({ place: "Palácio das Necessidades" }, lisbonAtDesk));
  const answer = await desk.plan(await post.pouchFor(desk));
  expect(answer.plan.counts.create).toBe(1);
  await desk.merge(answer);
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ place: "Palácio das Necessidades" });
  for (const table of ["directives", "engagements"] as const) {
    expect(await rows(post, table)).toEqual(await rows(desk, table));
  }
});

test("records a post made under its own id follow it to the capital's", async () => {
  const { postId: own } = await ownSettings(post.session.view);
  if (own === null) throw new Error("A post is a post.");
  await post.write(engagement({ place: "Before" }, own));
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  expect(await rowOf(post, "engagements", "e1")).toMatchObject({
    postId: lisbonAtDesk,
    scope: `post/${own}`,
  });
  expect(await rowOf(post, "posts", own)).toMatchObject({ deleted: true });
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ postId: lisbonAtDesk, place: "Before" });
});

test("an introduction made for the post names it at once, and its work finds its place", async () => {
  const { postId: own } = await ownSettings(post.session.view);
  if (own === null) throw new Error("A post is a post.");
  await post.write(engagement({ place: "Before" }, own));
  await desk.write({
    changes: [{ table: "posts", id: lisbonAtDesk, scope: "all", values: { name: "Lisbon", country: "PT" } }],
  });
  await post.trust(await post.open(await desk.introduction(passphrase, lisbonAtDesk), passphrase));
  expect(await ownSettings(post.session.view)).toMatchObject({ postId: lisbonAtDesk, formerPosts: [own] });
  const pouch = await post.pouchFor(desk);
  await desk.trust(await desk.open(pouch), { postId: lisbonAtDesk });
  await desk.merge(await desk.plan(pouch));
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ postId: lisbonAtDesk, place: "Before" });
});

test("what is in a pouch is sent until a receipt comes, and no longer", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "A" }, lisbonAtDesk));
  const first = await post.pouchFor(desk);
  await post.write(engagement({ place: "B" }, lisbonAtDesk));
  const second = await post.plan(await desk.pouchFor(post));
  expect(second.plan.rows).toEqual([]);
  const both = await desk.plan(await post.pouchFor(desk));
  await desk.merge(both);
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ place: "B" });
  const replayed = await desk.plan(first);
  expect(replayed.plan.verdicts.map(({ kind }) => kind)).toEqual(["known"]);
  await desk.merge(replayed);
  await post.merge(await post.plan(await desk.pouchFor(post)));
  expect((await desk.plan(await post.pouchFor(desk))).arrival.info.entries).toBe(0);
});

test("two edits that had not seen each other are a conflict on either side, and the decision travels", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "Here" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.write(engagement({ place: "There" }, lisbonAtDesk));
  await desk.write(engagement({ place: "Elsewhere" }, lisbonAtDesk));
  const plan = await desk.plan(await post.pouchFor(desk));
  expect(plan.plan.rows).toMatchObject([{ fate: "conflict", fields: [{ path: "place", isConflict: true }] }]);
  await desk.merge(plan);
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ conflicts: ["place"] });
  await desk.write(engagement({ place: "Agreed" }, lisbonAtDesk));
  await post.merge(await post.plan(await desk.pouchFor(post)));
  expect(await rowOf(post, "engagements", "e1")).toMatchObject({ place: "Agreed", conflicts: [] });
});

test("a plan made while a large write is being stored sees all of it", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  const scope = `post/${lisbonAtDesk}` as const;
  /** Rows are stored in this order: those that the pouch has, too, come last. */
  const inEach = (place: string, from = 0): WriteRequest => ({
    changes: Array.from({ length: 300 - from }, (_, n) => ({
      table: "engagements",
      id: `e${n + from}`,
      scope,
      values: { postId: lisbonAtDesk, place },
    })),
  });
  await post.write(inEach("Here"));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.write(inEach("There"));
  const pouch = await post.pouchFor(desk);
  const arrival = await desk.open(pouch);
  if (arrival.standing.kind !== "trusted") throw new Error("The post is known.");
  await desk.write(inEach("Elsewhere", -4000));
  const { plan } = await planMerge(desk.session, desk.session.view, arrival, arrival.standing.office);
  expect(plan.counts).toEqual({ create: 0, update: 0, conflict: 300, unchanged: 0 });
});

test("with a pouch missing in between, the next one waits; the one after heals it", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "A" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.merge(await post.plan(await desk.pouchFor(post)));
  // The desk's copy is lost and restored from before that merge, as another device would be: it says so by its receipt.
  await post.write(engagement({ place: "B" }, lisbonAtDesk));
  const lost = await TestOffice.open("Desk again");
  try {
    await lost.trust(await lost.open(await post.introduction(passphrase), passphrase), {
      postId: lisbonAtDesk,
    });
    await post.trust(await post.open(await lost.introduction(passphrase), passphrase));
    await post.write({
      changes: [
        {
          table: "offices",
          id: lost.device,
          scope: "local",
          values: { [`acked/${post.device}:post/${lisbonAtDesk}`]: 2 },
        },
      ],
    });
    const gap = await lost.plan(await post.pouchFor(lost));
    expect(gap.plan.verdicts).toMatchObject([{ kind: "gap", missing: { from: 1, to: 2 } }]);
    await lost.merge(gap);
    expect((await rows(lost, "pouches")).map(({ state }) => state).toSorted()).toEqual(["sent", "waiting"]);
    expect(await rowOf(lost, "engagements", "e1")).toBeUndefined();
    // Its receipt asks for what is missing.
    await post.merge(await post.plan(await lost.pouchFor(post)));
    const whole = await lost.plan(await post.pouchFor(lost));
    expect(whole.plan.verdicts).toMatchObject([{ kind: "merge", from: 1 }]);
    await lost.merge(whole);
    expect(await rowOf(lost, "engagements", "e1")).toMatchObject({ place: "B" });
  } finally {
    await lost.close();
  }
});

test("unknown, revoked and impostor senders are told apart, and none is merged unasked", async () => {
  expect((await desk.open(await post.introduction(passphrase), passphrase)).standing.kind).toBe("unknown");
  await introduced();
  const pouch = await post.pouchFor(desk);
  await desk.write({
    changes: [{ table: "offices", id: post.device, scope: "local", values: { standing: "revoked" } }],
  });
  expect((await desk.open(pouch)).standing.kind).toBe("revoked");
  await desk.write({
    changes: [
      {
        table: "offices",
        id: post.device,
        scope: "local",
        values: { standing: "trusted", signX: "x".repeat(43) },
      },
    ],
  });
  expect((await desk.open(pouch)).standing.kind).toBe("otherKeys");
});

test("a merge is taken back as one, and brought again; what changed since is left", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "Here", language: "First" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await desk.write(engagement({ place: "Ours" }, lisbonAtDesk));
  await post.write(engagement({ place: "Theirs", language: "Second" }, lisbonAtDesk));
  await post.write({
    changes: [
      { table: "followUps", id: "f1", scope: `post/${lisbonAtDesk}`, values: { what: "Send the paper" } },
    ],
  });
  const { group } = await desk.merge(await desk.plan(await post.pouchFor(desk)));
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ language: "Second", conflicts: ["place"] });
  const undone = await undoLast(desk.session, "undo");
  expect(undone).toMatchObject({ ok: true, value: { left: 0 } });
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({
    place: "Ours",
    language: "First",
    conflicts: [],
  });
  expect(await rowOf(desk, "followUps", "f1")).toMatchObject({ deleted: true });
  await undoLast(desk.session, "redo");
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ language: "Second" });
  expect(await rowOf(desk, "followUps", "f1")).toMatchObject({ deleted: false, what: "Send the paper" });
  await desk.write(engagement({ language: "Third" }, lisbonAtDesk));
  const again = await undoGroup(desk.session, group ?? "", "undo");
  expect(again).toMatchObject({ ok: true });
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ language: "Third" });
});

test("a merge of more than one message of the journal carries is taken back as a whole", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  const ids = ["e1", "e2", "e3", "e4"];
  for (const id of ids) {
    const report = `${id} ${"The ministry took note. ".repeat(20_000)}`;
    await post.write({
      changes: [
        {
          table: "engagements",
          id,
          scope: `post/${lisbonAtDesk}`,
          values: { postId: lisbonAtDesk, report },
        },
      ],
    });
  }
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  expect((await rows(desk, "engagements")).map(({ deleted }) => deleted)).toEqual(ids.map(() => false));
  valueOf(await undoLast(desk.session, "undo"));
  expect((await rows(desk, "engagements")).filter(({ deleted }) => !deleted)).toEqual([]);
});

test("what a person does not want of a pouch is written over at once, and everybody learns of it", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "Here" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.write(engagement({ place: "There" }, lisbonAtDesk));
  await post.write({
    changes: [
      { table: "followUps", id: "f1", scope: `post/${lisbonAtDesk}`, values: { what: "Send the paper" } },
    ],
  });
  const proposed = await desk.plan(await post.pouchFor(desk));
  const keys = new Set(["engagements/e1", "followUps/f1"]);
  const plan = await pouchPlanOf(
    { ...proposed.plan, rows: chosenRows(proposed.plan.rows, keys, true) },
    sha256OfValue,
  );
  expect(plan.hash).not.toBe(proposed.plan.hash);
  await desk.merge({ ...proposed, plan });
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ place: "Here", conflicts: [] });
  expect(await rowOf(desk, "followUps", "f1")).toMatchObject({ deleted: true });
  await post.merge(await post.plan(await desk.pouchFor(post)));
  expect(await rowOf(post, "engagements", "e1")).toMatchObject({ place: "Here", conflicts: [] });
  expect(await rowOf(post, "followUps", "f1")).toMatchObject({ deleted: true });
});

test("what a merge leaves in the view is what the journal makes of it", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "Here" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.write(engagement({ place: "There", language: "Latin" }, lisbonAtDesk));
  await desk.write(engagement({ place: "Elsewhere" }, lisbonAtDesk));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  const { mark, db } = desk.session;
  const everything = async () => {
    const { generation: _made, ...applied } = (await db.meta.get("applied")) ?? mark.applied;
    const tables = db.tables.filter(
      ({ name }) => name !== "meta" && name !== "shadows" && name !== "columns",
    );
    return [applied, await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]))];
  };
  const merged = await everything();
  expect(mark.isBehind).toBe(false);
  await rebuildView(desk.session, () => undefined);
  expect(await everything()).toEqual(merged);
});

test("a plan is carried out as it was shown, or not at all", async () => {
  await introduced();
  await post.merge(await post.plan(await desk.pouchFor(post)));
  await post.write(engagement({ place: "A" }, lisbonAtDesk));
  const plan = await desk.plan(await post.pouchFor(desk));
  await desk.write({ changes: [{ table: "issues", id: "i9", scope: "hq", values: { name: "Meanwhile" } }] });
  await expect(desk.merge(plan)).rejects.toThrow("pouch/moved-on");
  expect(await rowOf(desk, "engagements", "e1")).toBeUndefined();
});
