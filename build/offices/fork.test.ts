// A post's computer and an image of its disk, both used: what the capital meets, what it decides, and that work goes on.
import { rm } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chosenRows } from "#core/exchange/pouch/pouch-plan.ts";
import { type Settlement, planSettlement, settleFork } from "#data/pouch/settle.ts";
import { rebuildView } from "#data/session.ts";
import { undoGroup } from "#data/undo.ts";
import { rowOf, TestOffice } from "./office.ts";

const passphrase = "lantern heron copper wheat";
const lisbon = "0193a000-0000-7000-8000-000000000001";
// Workspaces are locked, copied and unlocked many times over.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
let desk: TestOffice;
let post: TestOffice;
let images: string[];

beforeEach(async () => {
  desk = await TestOffice.open("Desk");
  post = await TestOffice.open("Lisbon", {
    city: "Lisbon",
    country: "PT",
    type: "embassy",
    timeZone: "Europe/Lisbon",
  });
  images = [];
  await desk.write({
    changes: [{ table: "posts", id: lisbon, scope: "all", values: { name: "Lisbon", country: "PT" } }],
  });
  await introduce(desk);
  await post.write(engagement("e1", { place: "Before", subject: "Both have seen" }));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  await post.merge(await post.plan(await desk.pouchFor(post)));
});
afterEach(async () => {
  await Promise.all([desk.close(), post.close(), ...images.map((image) => rm(image, { recursive: true }))]);
});

/** An office of the capital and the post, to each other. */
async function introduce(office: TestOffice): Promise<void> {
  const toPost = await post.open(await office.introduction(passphrase, lisbon), passphrase);
  await post.trust(toPost);
  await office.trust(await office.open(await post.introduction(passphrase), passphrase), { postId: lisbon });
}

const engagement = (id: string, values: Record<string, unknown>) => ({
  changes: [
    { table: "engagements", id, scope: `post/${lisbon}`, values: { postId: lisbon, ...values } } as const,
  ],
});
const log = () => `${post.device}:post/${lisbon}`;

/** The post works on; so does the image of its disk: a pouch of each, and both as they stand then. */
async function imaged(): Promise<Imaged> {
  const image = await post.image();
  images.push(image);
  await post.write(engagement("e1", { place: "Here" }));
  await post.write(engagement("e2", { place: "Here alone" }));
  const pouch = await post.pouchFor(desk);
  const computer = await post.goOnFrom(image);
  images.push(computer);
  await post.write(engagement("e1", { place: "There" }));
  await post.write(engagement("e1", { language: "Latin" }));
  await post.write(engagement("e3", { place: "There alone" }));
  const otherPouch = await post.pouchFor(desk);
  const other = await post.goOnFrom(computer);
  images.push(other);
  return { pouch, otherPouch, other };
}
interface Imaged {
  readonly pouch: Uint8Array;
  readonly otherPouch: Uint8Array;
  readonly other: string;
}

async function planned(office: TestOffice): Promise<Settlement> {
  const plan = await planSettlement(office.session, office.session.view, log());
  if (!plan) throw new Error("Nothing waits to be settled.");
  return plan;
}

async function settled(office: TestOffice, plan: Settlement): Promise<string> {
  const answer = await settleFork(office.session, plan, "Two computers of Lisbon");
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.group;
}

test("what the image wrote is taken over field by field, the log goes on, and all of it can be undone", async () => {
  const { pouch, otherPouch } = await imaged();
  await desk.merge(await desk.plan(pouch));
  const fork = await desk.plan(otherPouch);
  expect(fork.plan.verdicts).toMatchObject([{ kind: "fork", log: log() }]);
  await desk.merge(fork);
  await post.write(engagement("e2", { language: "Portuguese" }));
  const waiting = await desk.plan(await post.pouchFor(desk));
  expect(waiting.plan.verdicts).toMatchObject([{ kind: "frozen", log: log() }]);
  await desk.merge(waiting);
  expect(await rowOf(desk, "engagements", "e2")).toMatchObject({ language: "" });

  const plan = await planned(desk);
  expect(plan).toMatchObject({ hindrance: null, hasNewer: false, after: 2 });
  expect(plan.ours).toMatchObject({ from: 3, to: 4, users: ["Officer of Lisbon"] });
  expect(plan.others).toMatchObject([{ from: 3, to: 5 }]);
  expect(plan.rows).toMatchObject([
    {
      id: "e1",
      fate: "conflict",
      keepsOurs: true,
      fields: [
        { path: "place", before: "Here", after: "There", isConflict: true },
        { path: "language", before: "", after: "Latin", isConflict: false },
      ],
    },
    { id: "e3", fate: "create", keepsOurs: false },
  ]);
  const group = await settled(desk, plan);
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({
    place: "Here",
    language: "Latin",
    conflicts: [],
  });
  expect(await rowOf(desk, "engagements", "e3")).toMatchObject({ place: "There alone" });
  expect(await planSettlement(desk.session, desk.session.view, log())).toBeNull();

  await rebuildView(desk.session, () => undefined);
  const later = await desk.plan(await post.pouchFor(desk));
  expect(later.plan.verdicts).toMatchObject([{ kind: "merge", log: log() }]);
  await desk.merge(later);
  expect(await rowOf(desk, "engagements", "e2")).toMatchObject({ language: "Portuguese" });
  await post.merge(await post.plan(await desk.pouchFor(post)));
  for (const id of ["e1", "e2", "e3"])
    expect(await rowOf(post, "engagements", id)).toEqual(await rowOf(desk, "engagements", id));

  await undoGroup(desk.session, group, "undo");
  expect(await rowOf(desk, "engagements", "e3")).toMatchObject({ deleted: true });
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ place: "Here", language: "" });
  expect((await planned(desk)).others).toMatchObject([{ from: 3, to: 5 }]);
});

test("a person may choose the image's word, or nothing of it; the next pouch of the image is refused and can be taken over too", async () => {
  const { pouch, otherPouch, other } = await imaged();
  await desk.merge(await desk.plan(pouch));
  await desk.merge(await desk.plan(otherPouch));
  const plan = await planned(desk);
  const rows = chosenRows(
    chosenRows(plan.rows, new Set(["engagements/e1"]), false),
    new Set(["engagements/e3"]),
    true,
  );
  await settled(desk, { ...plan, rows });
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ place: "There", conflicts: [] });
  expect(await rowOf(desk, "engagements", "e3")).toBeUndefined();

  images.push(await post.goOnFrom(other));
  await post.write(engagement("e4", { place: "There, later" }));
  const again = await desk.plan(await post.pouchFor(desk));
  expect(again.plan.verdicts).toMatchObject([{ kind: "fork", log: log() }]);
  await desk.merge(again);
  const second = await planned(desk);
  expect(second.rows).toMatchObject([{ id: "e4", fate: "create" }]);
  await settled(desk, second);
  expect(await rowOf(desk, "engagements", "e4")).toMatchObject({ place: "There, later" });
});

test("restored as a new device, the image's work flows in a log of its own and replaces nothing it had not seen", async () => {
  const { pouch, otherPouch, other } = await imaged();
  await desk.merge(await desk.plan(pouch));
  await desk.merge(await desk.plan(otherPouch));
  const forked = log();
  await settled(desk, await planned(desk));
  images.push(await post.goOnFrom(other));
  await post.restoreAsNewDevice();
  expect(log()).not.toBe(forked);
  await introduce(desk);
  await post.write(engagement("e1", { place: "There, as another device" }));
  await post.write(engagement("e5", { place: "New" }));
  const plan = await desk.plan(await post.pouchFor(desk));
  const kinds = Object.fromEntries(plan.plan.verdicts.map((verdict) => [verdict.log, verdict.kind]));
  expect(kinds).toEqual({ [forked]: "fork", [log()]: "merge" });
  await desk.merge(plan);
  expect(await rowOf(desk, "engagements", "e5")).toMatchObject({ place: "New" });
  // The new device had seen as many numbers of its own history; it had not seen what stands here.
  expect(await rowOf(desk, "engagements", "e1")).toMatchObject({ conflicts: ["place"] });
});

test("where the beginning of the other history is missing, the next pouch asks for it, and then it can be taken over", async () => {
  const { pouch, other } = await imaged();
  await desk.merge(await desk.plan(pouch));
  // The desk's receipt for what the computer sent reached the image, which takes it for its own.
  images.push(await post.goOnFrom(other));
  await post.write({
    changes: [{ table: "offices", id: desk.device, scope: "local", values: { [`acked/${log()}`]: 4 } }],
  });
  const tail = await desk.plan(await post.pouchFor(desk));
  expect(tail.plan.verdicts).toMatchObject([{ kind: "fork", from: 5 }]);
  await desk.merge(tail);
  expect(await planned(desk)).toMatchObject({ hindrance: "beginning", rows: [] });

  await post.merge(await post.plan(await desk.pouchFor(post)));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  const whole = await planned(desk);
  expect(whole).toMatchObject({ hindrance: null, after: 2 });
  expect(whole.rows.map(({ id }) => id)).toEqual(["e1", "e3"]);
});

test("two offices of the capital that hold another history each, and decide alike, hold the same in the end", async () => {
  const second = await TestOffice.open("Second desk");
  try {
    await introduce(second);
    await second.trust(await second.open(await desk.introduction(passphrase), passphrase));
    await desk.trust(await desk.open(await second.introduction(passphrase), passphrase));
    await second.merge(await second.plan(await desk.pouchFor(second)));
    const image = await post.image();
    images.push(image);
    await post.write(engagement("e1", { place: "Here" }));
    const here = [await post.pouchFor(desk), await post.pouchFor(second)] as const;
    images.push(await post.goOnFrom(image));
    await post.write(engagement("e1", { place: "There" }));
    await post.write(engagement("e3", { place: "There alone" }));
    const there = [await post.pouchFor(desk), await post.pouchFor(second)] as const;
    await desk.merge(await desk.plan(here[0]));
    await desk.merge(await desk.plan(there[0]));
    await second.merge(await second.plan(there[1]));
    await second.merge(await second.plan(here[1]));
    const [one, two] = [await planned(desk), await planned(second)];
    const e1 = new Set(["engagements/e1"]);
    await settled(desk, { ...one, rows: chosenRows(one.rows, e1, false) });
    await settled(second, { ...two, rows: chosenRows(two.rows, e1, true) });
    await second.merge(await second.plan(await desk.pouchFor(second)));
    await desk.merge(await desk.plan(await second.pouchFor(desk)));
    for (const office of [desk, second]) {
      expect(await rowOf(office, "engagements", "e1")).toMatchObject({ place: "There", conflicts: [] });
      expect(await rowOf(office, "engagements", "e3")).toMatchObject({ place: "There alone", conflicts: [] });
    }
  } finally {
    await second.close();
  }
});
