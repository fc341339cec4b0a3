// The trash on a real view: what goes together, who is said to point to it, and that all of it comes back.
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedStage, openStage } from "#features/parts/workspace-stage.tsx";
import { valueOf } from "./follow.ts";
import { moveToTrash, planTrash, restore, trashed } from "./trash.ts";
import { undoLast } from "./undo.ts";
import { write } from "./write.ts";

let stage: OpenedStage;

beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    { table: "directives", id: "d", scope: "all", values: { mrn: "STATE 1", subject: "Food" } },
    { table: "talkingPoints", id: "p", scope: "all", values: { directiveId: "d", text: "Come." } },
    { table: "demarcheTasks", id: "t", scope: "post/rome", values: { directiveId: "d", postId: "rome" } },
    {
      table: "engagements",
      id: "e",
      scope: "post/rome",
      values: {
        "theirs/c": { name: "A", title: "" },
        "points/p": { outcome: "delivered", note: "", leftInWriting: false },
      },
    },
    { table: "followUps", id: "f", scope: "hq", values: { what: "Call", directiveId: "d" } },
    { table: "counterparts", id: "c", scope: "post/rome", values: { name: "A" } },
    { table: "documents", id: "n", scope: "all", values: { name: "Note.pdf", taskId: "t", sha256: "0" } },
  ]);
});
afterEach(() => stage.close());

it("takes along what belongs to a directive and names what points to it", async () => {
  const { view } = stage.session;
  const plan = await planTrash(view, { table: "directives", id: "d" });
  expect(plan.goes.map(({ id }) => id)).toEqual(["d", "p", "t", "n"]);
  expect(plan.pointers).toEqual([{ table: "followUps", count: 1 }]);
});

it("finds those that point by a key of a map", async () => {
  const { view } = stage.session;
  const of = async (table: "counterparts" | "talkingPoints", id: string) =>
    (await planTrash(view, { table, id })).pointers;
  expect(await of("counterparts", "c")).toEqual([{ table: "engagements", count: 1 }]);
  expect(await of("talkingPoints", "p")).toEqual([{ table: "engagements", count: 1 }]);
  expect(await planTrash(view, { table: "followUps", id: "f" })).toMatchObject({ pointers: [] });
});

it("lists what went together as one line, and restores it as one", async () => {
  const { session } = stage;
  const { goes } = await planTrash(session.view, { table: "directives", id: "d" });
  valueOf(await write(session, moveToTrash(goes)));
  const [line, ...others] = await trashed(session.view);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ table: "directives", title: "STATE 1", user: "R. Tester" });
  expect(line?.records).toHaveLength(4);
  expect((await session.view.page("demarcheTasks", {})).total).toBe(0);
  valueOf(await write(session, restore(line?.records ?? [])));
  expect(await trashed(session.view)).toEqual([]);
  expect((await session.view.page("demarcheTasks", {})).total).toBe(1);
  await undoLast(session, "undo");
  expect(await trashed(session.view)).toHaveLength(1);
});
