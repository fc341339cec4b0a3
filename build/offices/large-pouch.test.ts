// A desk with more than one pouch holds: as much as fits, the rest in the next ones, and nothing twice or never.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachmentChanges } from "#data/attachments.ts";
import { bytesOf, TestOffice } from "./office.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const passphrase = "lantern heron copper wheat";
const lisbon = "0193a000-0000-7000-8000-000000000001";
const pouchLimits = { bytes: 60_000, entries: 40, text: 200_000_000, parts: 1900 };
let desk: TestOffice;
let post: TestOffice;

beforeEach(async () => {
  desk = await TestOffice.open("Desk", null, { pouchLimits });
  post = await TestOffice.open("Lisbon", {
    city: "Lisbon",
    country: "PT",
    type: "embassy",
    timeZone: "Europe/Lisbon",
  });
  await desk.write({
    changes: [{ table: "posts", id: lisbon, scope: "all", values: { name: "Lisbon", country: "PT" } }],
  });
  await post.trust(await post.open(await desk.introduction(passphrase, lisbon), passphrase));
  await desk.trust(await desk.open(await post.introduction(passphrase), passphrase), { postId: lisbon });
});
afterEach(async () => {
  await Promise.all([desk.close(), post.close()]);
});

/** Bytes nothing can deflate. */
function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

async function attach(length: number, seed: number): Promise<string> {
  const bytes = noise(length, seed);
  const added = await desk.session.host.call("attachments.add", { bytes });
  if (!added.ok) throw new Error(added.code);
  const { sha256 } = added.value;
  const about = { mediaType: "", marking: "SBU" } as const;
  const file = { ...about, id: `file${seed}`, name: `${seed}.bin`, sha256, byteCount: length };
  await desk.write({ changes: attachmentChanges({ table: "posts", id: lisbon }, "all", [file]) });
  return sha256;
}

const texts = Array.from({ length: 60 }, (_, n) => Buffer.from(noise(1200, n)).toString("base64"));

async function fill(): Promise<void> {
  for (const [n, description] of texts.entries()) {
    await desk.write({
      changes: [{ table: "issues", id: `i${n}`, scope: "all", values: { name: `Issue ${n}`, description } }],
    });
  }
}

test("entries and attachments go in as many pouches as it takes, each of which opens by itself, in order", async () => {
  await fill();
  const files = [await attach(30_000, 1), await attach(30_000, 2), await attach(20_000, 3)];
  const never = await attach(70_000, 4);
  const seen: string[] = [];
  let entries = 0;
  let pouches = 0;
  for (let what: "all" | "rest" = "all"; ; what = "rest") {
    const sealed = await desk.seal(post, what);
    const bytes = bytesOf(sealed);
    expect(bytes.byteLength).toBeLessThanOrEqual(pouchLimits.bytes);
    expect(sealed.sealed.entries).toBeLessThanOrEqual(pouchLimits.entries);
    const plan = await post.plan(bytes);
    expect(plan.plan.verdicts.map(({ kind }) => kind)).toEqual(sealed.sealed.entries > 0 ? ["merge"] : []);
    await post.merge(plan);
    entries += sealed.sealed.entries;
    seen.push(...sealed.sealed.files);
    pouches += 1;
    if (sealed.left.entries + sealed.left.attachments > 0) continue;
    expect(sealed.sealed.tooLarge).toEqual([never]);
    break;
  }
  expect(pouches).toBeGreaterThan(3);
  expect(seen.toSorted()).toEqual(files.toSorted());
  const { rows } = await post.session.view.page("issues", {});
  expect(rows.filter(({ id }) => /^i\d+$/.test(id))).toHaveLength(texts.length);
  for (const sha256 of files) {
    const read = await post.session.host.call("pouch.reopen", { sha256, name: "file" });
    // It is there, though it is no pouch.
    expect(read).toMatchObject({ ok: false, code: "pouch/not-a-pouch" });
  }
  // The receipt for all of it: the desk has nothing more for the post but what no pouch can hold.
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  expect(await desk.seal(post, "all")).toMatchObject({
    sealed: { entries: 0, files: [] },
    left: { entries: 0 },
  });
  expect(entries).toBeGreaterThan(texts.length);
});

test("an import that is more than a pouch holds goes in several, and the next goes on in the middle of it", async () => {
  const count = 1500;
  const changes = Array.from({ length: count }, (_, n) => {
    const description = texts[n % texts.length]?.slice(n, n + 80) ?? "";
    return {
      table: "issues",
      id: `i${n}`,
      scope: "all",
      values: { name: `Issue ${n}`, description },
    } as const;
  });
  await desk.write({ kind: "import", changes });
  const sealed = [await desk.seal(post, "all")];
  while ((sealed.at(-1)?.left.entries ?? 0) > 0) sealed.push(await desk.seal(post, "rest"));
  const here: number[] = [];
  for (const pouch of sealed) {
    expect(bytesOf(pouch).byteLength).toBeLessThanOrEqual(pouchLimits.bytes);
    await post.merge(await post.plan(bytesOf(pouch)));
    const { rows } = await post.session.view.page("issues", {});
    here.push(rows.filter(({ name }) => name.startsWith("Issue ")).length);
  }
  expect(here.at(-1)).toBe(count);
  expect(here.some((some) => some > 0 && some < count)).toBe(true);
});

test("a pouch of the series that is lost leaves a gap, which the next receipt closes", async () => {
  await fill();
  const first = await desk.seal(post, "all");
  expect(first.left.entries).toBeGreaterThan(0);
  const second = bytesOf(await desk.seal(post, "rest"));
  expect((await post.plan(second)).plan.verdicts).toMatchObject([{ kind: "gap", missing: { from: 1 } }]);
  await post.merge(await post.plan(second));
  await desk.merge(await desk.plan(await post.pouchFor(desk)));
  const again = await post.plan(bytesOf(await desk.seal(post, "all")));
  expect(again.plan.verdicts).toMatchObject([{ kind: "merge", from: 1 }]);
  await post.merge(again);
  expect((await post.plan(second)).plan.verdicts).toMatchObject([{ kind: "merge" }]);
});

test("what everybody has is not sent again with the rest, and a pouch that held everything ends the series", async () => {
  const first = await desk.seal(post, "rest");
  expect(first.left).toEqual({ entries: 0, attachments: 0 });
  // It held everything: what is not acknowledged goes once more.
  const again = await desk.seal(post, "rest");
  expect(again.sealed.entries).toBe(first.sealed.entries);
});
