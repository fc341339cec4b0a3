// Decisions on a real view: what stood before, what a deletion had not seen, and that deciding settles it for good.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Change } from "#core/log/change.ts";
import { entriesOf } from "#core/sample/entries.ts";
import type { SampleWrite } from "#core/sample/shape.ts";
import { type OpenedStage, openStage } from "#features/parts/workspace-stage.tsx";
import { basisOf, decide, decisionKey, goneFrom, openDecisions, putOffLast, setAside } from "./decisions.ts";
import { valueOf } from "./follow.ts";
import { sha256 } from "./hash.ts";
import { undoLast } from "./undo.ts";
import { write } from "./write.ts";

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const change = (id: string, values: Record<string, unknown>): Change => ({
  table: "followUps",
  id,
  scope: "post/rome",
  values,
});

const told = (
  device: string,
  minute: number,
  unseen: readonly string[],
  ...changes: Change[]
): SampleWrite => ({
  device,
  user: device,
  at: `2026-05-01T08:${String(minute).padStart(2, "0")}:00Z`,
  unseen,
  changes,
});

/** Two other offices write; the second has not received some of the first. */
async function hear(...writes: readonly SampleWrite[]): Promise<void> {
  for await (const lines of entriesOf(writes, sha256)) {
    valueOf(await stage.host.call("journal.append", { entries: [...lines] }));
  }
  // A write of our own brings the view up to the journal.
  await stage.put([{ table: "issues", id: "i", scope: "hq", values: { name: "Grain" } }]);
}

const apart = [
  told("capital", 0, [], change("f", { what: "Call the ministry" }), change("g", { what: "Write" })),
  told("capital", 1, ["rome"], change("f", { what: "Call the ministry today" })),
  told("rome", 2, [], change("g", { owner: "Ann" })),
];

async function waiting() {
  const decisions = await openDecisions(stage.session.view);
  const basis = await basisOf(stage.session, stage.session.view, decisions);
  return decisions.map((decision) => ({ decision, basis: basis.get(decisionKey(decision)) }));
}

it("shows the last value that both writers had seen", async () => {
  // Rome writes having seen the first value only: of the capital's log up to there, its own context says so.
  await hear(
    told("capital", 0, [], change("f", { what: "Call the ministry" })),
    told("rome", 1, [], change("f", { what: "Call the ministry in May" })),
    told("capital", 2, ["rome"], change("f", { what: "Call the ministry today" })),
  );
  const [one, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(one?.decision.values.map(({ value }) => value)).toEqual([
    "Call the ministry today",
    "Call the ministry in May",
  ]);
  expect(one?.basis?.ancestor).toEqual({ value: "Call the ministry" });
});

it("has no value before where the writers had seen none in common", async () => {
  await hear(
    told("capital", 0, [], change("f", { what: "Call" })),
    told("rome", 1, ["capital"], change("f", { what: "Write" })),
  );
  expect((await waiting())[0]?.basis?.ancestor).toBeNull();
});

it.each([true, false])("settles a deletion beside an unseen edit, deleted: %s", async (isDeleted) => {
  await hear(...apart, told("capital", 3, ["rome"], change("g", { deleted: true })));
  const one = (await waiting()).find(({ decision }) => decision.id === "g");
  expect(one?.decision.path).toBe("deleted");
  expect(one?.basis?.unseen.map(({ path, value, user }) => [path, value, user])).toEqual([
    ["owner", "Ann", "rome"],
  ]);
  if (!one) return;
  valueOf(await write(stage.session, decide([{ decision: one.decision, value: isDeleted }])));
  expect((await waiting()).some(({ decision }) => decision.id === "g")).toBe(false);
  const [row] = await stage.session.view.get("followUps", ["g"]);
  expect(row).toMatchObject({ deleted: isDeleted, owner: "Ann", conflicts: [] });
});

it("settles many in one write, and undo brings them all back", async () => {
  await hear(
    told("capital", 0, [], change("f", { what: "Call" }), change("g", { what: "Write" })),
    told("rome", 1, ["capital"], change("f", { what: "Phone" }), change("g", { what: "Cable" })),
  );
  const before = await waiting();
  expect(before).toHaveLength(2);
  const all = before.map(({ decision }) => ({ decision, value: decision.values[1]?.value }));
  valueOf(await write(stage.session, decide(all)));
  expect(await waiting()).toEqual([]);
  const rows = await stage.session.view.get("followUps", ["f", "g"]);
  expect(rows.map((row) => row?.what)).toEqual(["Call", "Write"]);
  valueOf(await undoLast(stage.session, "undo"));
  const undone = await stage.session.view.get("followUps", ["f", "g"]);
  expect(undone.map((row) => row?.what)).toEqual(["Phone", "Cable"]);
});

it("forgets what was put off once it no longer waits, of its own sort", async () => {
  const aside = async () => (await stage.session.view.get("settings", ["device"]))[0]?.setAside ?? {};
  const put = async (key: string, sort: "pairs" | "decisions", still: readonly string[]) => {
    const gone = goneFrom(
      await aside(),
      sort,
      still.map((one) => ({ key: one, at: "now" })),
    );
    valueOf(await write(stage.session, setAside({ key, at: "now" }, true, gone)));
  };
  await put("a/1/x", "decisions", []);
  await put("pair/a/1/2", "pairs", []);
  await put("b/2/y", "decisions", ["a/1/x"]);
  expect(Object.keys(await aside()).toSorted()).toEqual(["a/1/x", "b/2/y", "pair/a/1/2"]);
  await put("c/3/z", "decisions", ["b/2/y"]);
  expect(Object.keys(await aside()).toSorted()).toEqual(["b/2/y", "c/3/z", "pair/a/1/2"]);
  await put("pair/a/3/4", "pairs", []);
  expect(Object.keys(await aside()).toSorted()).toEqual(["b/2/y", "c/3/z", "pair/a/3/4"]);
  valueOf(await write(stage.session, setAside({ key: "c/3/z", at: "now" }, false, [])));
  expect(await aside()).toEqual({ "b/2/y": "now", "pair/a/3/4": "now" });
});

const keysBeside = (aside: Record<string, string>) =>
  putOffLast(
    ["a", "b", "c"].map((key) => ({ key, at: "2" })),
    aside,
  ).map(({ key }) => key);

it("puts those put off last, until something newer is written", () => {
  expect(keysBeside({})).toEqual(["a", "b", "c"]);
  expect(keysBeside({ a: "2" })).toEqual(["b", "c", "a"]);
  expect(keysBeside({ a: "1", b: "2" })).toEqual(["a", "c", "b"]);
});
