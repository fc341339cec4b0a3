// Merging on a real view: who is kept, what moves, what another device may do meanwhile, and the way back after a restart.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Change } from "#core/log/change.ts";
import { entriesOf } from "#core/sample/entries.ts";
import type { Counterpart } from "#core/model/counterpart.ts";
import { type OpenedStage, openStage } from "#features/parts/workspace-stage.tsx";
import { askedPairs, likePairs, merge, mergeFile, saySeparate, unmerge } from "./duplicates.ts";
import { valueOf } from "./follow.ts";
import { sha256 } from "./hash.ts";
import { people, personFile } from "./people.ts";
import { rebuildView } from "./session.ts";
import { undoLast } from "./undo.ts";
import { write } from "./write.ts";

let stage: OpenedStage;

const person = (id: string, values: Record<string, unknown>): Change => ({
  table: "counterparts",
  id,
  scope: "post/rome",
  values,
});

beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    { table: "posts", id: "rome", scope: "all", values: { name: "Rome" } },
    person("a", { name: "Amina Otieno", country: "Kenya", postId: "rome", languages: ["English"] }),
    person("b", { name: "OTIENO, Amina", country: "Kenya", postId: "rome", languages: ["Swahili"] }),
    {
      table: "engagements",
      id: "e",
      scope: "post/rome",
      values: { state: "held", at: "2026-01-05T09:00:00Z", "theirs/b": { name: "A. Otieno", title: "" } },
    },
    { table: "followUps", id: "f", scope: "hq", values: { what: "Call her", counterpartId: "b" } },
  ]);
});
afterEach(() => stage.close());

async function rows(): Promise<readonly [Counterpart, Counterpart]> {
  const [a, b] = await stage.session.view.get("counterparts", ["a", "b"]);
  if (!a || !b) throw new Error("both are there");
  return [a, b];
}

async function mergeBoth(): Promise<void> {
  const [a, b] = await rows();
  valueOf(await write(stage.session, merge("counterparts", a, b, { languages: "both", name: "other" })));
}

const names = async () => (await people(stage.session.view)).counterparts.map(({ id }) => id);

it("finds the pair once, and no more once somebody said they are two; undo brings it back", async () => {
  const { view } = stage.session;
  expect((await likePairs(view)).map(({ pair }) => pair.map(({ id }) => id))).toEqual([["a", "b"]]);
  const [a, b] = await rows();
  valueOf(await write(stage.session, saySeparate("counterparts", [b, a])));
  expect((await rows())[0].differsFrom).toEqual({ b: true });
  expect(await likePairs(view)).toEqual([]);
  await undoLast(stage.session, "undo");
  expect(await likePairs(view)).toHaveLength(1);
});

it("names everything that moves, and shows it under the kept one afterwards", async () => {
  const { view } = stage.session;
  const file = await mergeFile("counterparts", "a", "b")(view);
  expect(file?.moves.map(({ table, count }) => [table, count])).toEqual([
    ["engagements", 1],
    ["followUps", 1],
  ]);
  expect(file?.moves[1]?.titles).toEqual(["Call her"]);
  await mergeBoth();
  expect(await names()).toEqual(["a"]);
  expect((await people(view)).lastContacts.get("a")?.id).toBe("e");
  for (const id of ["a", "b"]) {
    const found = await personFile(id)(view);
    expect(found?.counterpart).toMatchObject({
      id: "a",
      name: "OTIENO, Amina",
      languages: ["English", "Swahili"],
    });
    expect(found?.engagements.map((row) => row.id)).toEqual(["e"]);
    expect(found?.merged.map(({ counterpart, isWrittenSince }) => [counterpart.id, isWrittenSince])).toEqual([
      ["b", false],
    ]);
  }
  expect((await view.get("followUps", ["f"]))[0]?.counterpartId).toBe("b");
});

it("takes a merge back on a view made anew, without losing what was written since on either", async () => {
  await mergeBoth();
  await stage.put([person("a", { name: "Amina W. Otieno", tags: {} }), person("b", { country: "Uganda" })]);
  expect((await personFile("a")(stage.session.view))?.merged[0]?.isWrittenSince).toBe(true);
  await rebuildView(stage.session, () => undefined);
  expect(valueOf(await unmerge(stage.session, "counterparts", "b")).saved).toBe(true);
  const [a, b] = await rows();
  expect(a).toMatchObject({ name: "Amina W. Otieno", languages: ["English"], mergedIntoId: null });
  expect(b).toMatchObject({ name: "OTIENO, Amina", country: "Uganda", mergedIntoId: null });
  expect(await names()).toEqual(["a", "b"]);
  expect(valueOf(await unmerge(stage.session, "counterparts", "b")).saved).toBe(false);
});

it("keeps one of two that different devices merged crosswise, and takes back a merge of another device", async () => {
  await mergeBoth();
  const crosswise = {
    device: "rome",
    user: "Ann",
    at: "2030-01-01T00:00:00Z",
    unseen: [],
    changes: [person("a", { mergedIntoId: "b" })],
  };
  for await (const entries of entriesOf([crosswise], sha256)) {
    valueOf(await stage.host.call("journal.append", { entries: [...entries] }));
  }
  await stage.put([{ table: "issues", id: "i", scope: "hq", values: { name: "Grain" } }]);
  expect((await rows()).map(({ mergedIntoId }) => mergedIntoId)).toEqual(["b", "a"]);
  expect(await names()).toEqual(["a"]);
  valueOf(await unmerge(stage.session, "counterparts", "a"));
  valueOf(await unmerge(stage.session, "counterparts", "b"));
  expect(await names()).toEqual(["a", "b"]);
});

it("counts what an import left to a person until it is decided", async () => {
  await stage.put([person("b", { "maybeSameAs/a": true })]);
  expect(await askedPairs(stage.session.view)).toHaveLength(1);
  await mergeBoth();
  expect(await askedPairs(stage.session.view)).toEqual([]);
  await undoLast(stage.session, "undo");
  expect(await askedPairs(stage.session.view)).toHaveLength(1);
  valueOf(await write(stage.session, saySeparate("counterparts", await rows())));
  expect(await askedPairs(stage.session.view)).toEqual([]);
});

it("reads an office under the body that is kept", async () => {
  await stage.put([
    { table: "organizations", id: "m1", scope: "post/rome", values: { name: "Treasury", country: "Kenya" } },
    {
      table: "organizations",
      id: "m2",
      scope: "post/rome",
      values: { name: "The Treasury", country: "Kenya" },
    },
    person("a", {
      "offices/o": { title: "Head", organizationId: "m2", level: null, fromOn: null, toOn: null },
    }),
  ]);
  const { view } = stage.session;
  const [one, other] = await view.get("organizations", ["m1", "m2"]);
  if (!one || !other) throw new Error("both are there");
  expect((await mergeFile("organizations", "m1", "m2")(view))?.moves).toMatchObject([
    { table: "counterparts", count: 1 },
  ]);
  valueOf(await write(stage.session, merge("organizations", one, other, {})));
  const { organizations } = await people(view);
  expect(organizations.get("m2")?.id).toBe("m1");
});
