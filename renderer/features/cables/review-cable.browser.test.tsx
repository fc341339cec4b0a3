// A review by keyboard, on a real view: every tick is kept at once, nothing is made before it may be, and then all of it in one frame.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { changePost } from "#data/posts.ts";
import { draftsOf } from "#data/drafts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { reviewOf, startReview } from "./cable-draft.ts";
import { reviewCableScreen } from "./review-cable-screen.tsx";

const cable = `R 201530Z NOV 26
FM SECSTATE WASHDC
TO AMEMBASSY ROME
AMEMBASSY ATLANTIS

UNCLAS STATE 118204

E.O. 13526: N/A
TAGS: ETRD
SUBJECT: FOOD CONFERENCE

1. TALKING POINTS: POSTS SHOULD MAKE THE FOLLOWING POINTS.
A. THE CONFERENCE MATTERS.
B. WE HOPE TO SEE YOU THERE.

2. REPORT REACTIONS BY NOVEMBER 27.
HALVORSEN
`;
const Screen = reviewCableScreen.component;

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put(changePost("rome", { name: "Rome", city: "Rome", addressNames: ["ROME"] }).changes);
  await stage.put(startReview("d1", "FOOD CONFERENCE", cable, "food.txt").changes);
});
afterEach(() => stage.close());

async function draw(): Promise<string[]> {
  const went: string[] = [];
  await render(
    <WorkspaceStage stage={stage} navigate={(path) => went.push(path)}>
      <Screen params={{ draftId: "d1" }} search={{}} setSearch={() => undefined} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByRole("heading", { name: "FOOD CONFERENCE" })).toBeVisible();
  return went;
}

async function ticksKept(): Promise<readonly string[]> {
  const [draft] = await draftsOf("cable")(stage.session.view);
  return draft === undefined ? [] : Object.keys(reviewOf(draft).ticks).toSorted();
}

function box(name: string) {
  return page.getByRole("checkbox", { name, exact: true });
}

function focus(name: string): void {
  box(name).element().focus();
}

test("space ticks the field with the focus, j goes on, and each tick is on disk at once", async () => {
  await draw();
  focus("Number");
  await userEvent.keyboard(" ");
  await expect.poll(ticksKept).toEqual(["mrn"]);
  await userEvent.keyboard("j ");
  await expect.poll(ticksKept).toEqual(["mrn", "subject"]);
  await userEvent.keyboard(" ");
  await expect.poll(ticksKept).toEqual(["mrn"]);
});

test("e mends a field; the new words are kept and ticked, and Escape leaves what was", async () => {
  await draw();
  focus("Subject");
  await userEvent.keyboard("e");
  const field = page.getByRole("textbox", { name: "Subject" });
  await expect.element(field).toHaveFocus();
  await userEvent.fill(field, "World food conference");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText("World food conference")).toBeVisible();
  await expect.poll(ticksKept).toEqual(["subject"]);
  await expect.element(box("Subject")).toHaveFocus();
  await userEvent.keyboard("e");
  await userEvent.fill(field, "Something else");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByText("World food conference")).toBeVisible();
  expect(page.getByText("Something else").query()).toBeNull();
});

test("a field left out loses its tick and comes back by the same key", async () => {
  await draw();
  focus("Number");
  await userEvent.keyboard(" ");
  await expect.poll(ticksKept).toEqual(["mrn"]);
  await userEvent.keyboard("{Delete}");
  await expect.poll(ticksKept).toEqual([]);
  await expect.element(page.getByRole("button", { name: "Bring back Number" })).toBeVisible();
});

test("what is sure is ticked by one press; then one write makes the directive and ends the draft", async () => {
  const went = await draw();
  const create = page.getByRole("button", { name: /^Create directive/ });
  await expect.element(create).toBeDisabled();
  await expect.element(page.getByText(/^Still to tick: Subject/)).toBeVisible();
  await page.getByRole("button", { name: /^Tick all/ }).click();
  await expect.element(create).toBeEnabled();
  await expect.element(create).toHaveTextContent("Create directive with one demarche task");

  await expect.poll(ticksKept).toContain("point/1");
  const before = await stage.host.call("journal.head", {});
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => went.length).toBe(1);
  expect(went[0]).toMatch(/^\/directives\//);

  const { view } = stage.session;
  const [directive] = (await view.page("directives", {})).rows;
  const tasks = (await view.page("demarcheTasks", {})).rows;
  const points = (await view.page("talkingPoints", { sort: [{ field: "order" }] })).rows;
  expect(directive).toMatchObject({ mrn: "STATE 118204", subject: "FOOD CONFERENCE", status: "transmitted" });
  expect(directive?.sourceText).toBe(cable);
  expect(tasks).toMatchObject([{ postId: "rome", mode: "deliver", taskedAt: "2026-11-20T15:30:00Z" }]);
  expect(points.map(({ text }) => text)).toEqual(["THE CONFERENCE MATTERS.", "WE HOPE TO SEE YOU THERE."]);
  expect(await draftsOf("cable")(view)).toEqual([]);
  const after = await stage.host.call("journal.head", {});
  // The ticks are frames of their own; what is filed is one.
  expect(after.ok && before.ok ? after.value.frame - before.value.frame : null).toBe(1);
});

test("an addressee without a post cannot be ticked until its post is made, chosen or left out", async () => {
  await draw();
  await expect.element(box("AMEMBASSY ATLANTIS")).toBeDisabled();
  await page.getByRole("button", { name: "Create this post" }).click();
  await expect.element(box("AMEMBASSY ATLANTIS")).toBeChecked();
  await expect.poll(ticksKept).toEqual(["addressee/1"]);
  const names = (await stage.session.view.page("posts", { sort: [{ field: "name" }] })).rows.map(
    ({ name }) => name,
  );
  expect(names).toEqual(["Atlantis", "Rome"]);
});
