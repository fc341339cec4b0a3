// The queue by keyboard, on a real view: done with an outcome, put off with a reason, several in one frame.
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { addFollowUp } from "#data/follow-ups.ts";
import { changePost } from "#data/posts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { type FollowUpSearch, followUpSearch } from "./follow-up-search.ts";
import { followUpsScreen } from "./follow-ups-screen.tsx";

const Screen = followUpsScreen.component;

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    ...changePost("rome", { name: "Rome", city: "Rome" }).changes,
    ...addFollowUp("f1", { what: "Send the paper", postId: "rome", dueOn: "2020-01-01" }).changes,
    ...addFollowUp("f2", { what: "Ask for the answer", postId: "rome", dueOn: "2020-01-02" }).changes,
    ...addFollowUp("f3", { what: "Brief the principal", dueOn: "2020-01-03" }).changes,
  ]);
});
afterEach(() => stage.close());

function Shown() {
  const [search, setSearch] = useState<FollowUpSearch>(followUpSearch.parse({}));
  return (
    <Screen
      params={{}}
      search={search}
      setSearch={(next) => setSearch((before) => ({ ...before, ...next }))}
    />
  );
}

async function draw(): Promise<void> {
  await render(
    <WorkspaceStage stage={stage}>
      <Shown />
    </WorkspaceStage>,
  );
  await expect.element(row("Send the paper")).toBeVisible();
}

function row(what: string) {
  return page.getByRole("rowheader", { name: what });
}

function focus(what: string): void {
  row(what).element().focus();
}

async function followUps() {
  const { rows } = await stage.session.view.page("followUps", { sort: [{ field: "dueOn" }] });
  return rows;
}

async function frames(): Promise<number> {
  const head = await stage.host.call("journal.head", {});
  return head.ok ? head.value.frame : -1;
}

const send = "{Control>}{Enter}{/Control}";

test("Space completes with an outcome, then shows what else is open at that post", async () => {
  await draw();
  focus("Send the paper");
  await userEvent.keyboard(" ");
  await userEvent.fill(page.getByRole("textbox", { name: /What came of it/ }), "Handed over.");
  await userEvent.keyboard(send);
  await expect
    .poll(async () => (await followUps())[0])
    .toMatchObject({ status: "done", outcome: "Handed over." });
  const rest = page.getByRole("complementary", { name: "While you are there: Rome" });
  await expect.element(rest.getByText("Ask for the answer")).toBeVisible();
  await expect.element(rest.getByText("Brief the principal")).not.toBeInTheDocument();
});

test("with nothing else at the post the focus goes on to the next row", async () => {
  await draw();
  focus("Brief the principal");
  await userEvent.keyboard(" ");
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await userEvent.keyboard(send);
  await expect.element(row("Brief the principal")).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement?.closest("[role=grid]") !== null).toBe(true);
});

test("putting off needs a reason, which is kept with the change", async () => {
  await draw();
  focus("Ask for the answer");
  await userEvent.keyboard("s");
  await expect.element(page.getByRole("dialog")).toBeVisible();
  const before = await frames();
  await userEvent.keyboard(send);
  await expect.element(page.getByText("Say why it is put off.")).toBeVisible();
  expect(await frames()).toBe(before);
  await userEvent.fill(page.getByRole("textbox", { name: /^Why/ }), "The minister travels.");
  await userEvent.keyboard(send);
  await expect
    .poll(async () => (await followUps()).find(({ id }) => id === "f2")?.dueOn)
    .not.toBe("2020-01-02");
});

test("a later day in the form of all fields needs a reason too", async () => {
  await stage.put([{ table: "followUps", id: "f2", scope: "post/rome", values: { dueOn: "2020-01-01" } }]);
  await draw();
  focus("Ask for the answer");
  await userEvent.keyboard("e");
  const dialog = page.getByRole("dialog");
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog.getByRole("textbox", { name: "Reason" })).not.toBeInTheDocument();
  await dialog.getByRole("spinbutton", { name: /year/i }).click();
  await userEvent.keyboard("2031");
  await expect.element(dialog.getByText("Say why. It is kept with the change.")).toBeVisible();
  const before = await frames();
  await userEvent.keyboard(send);
  expect(await frames()).toBe(before);
  await userEvent.fill(dialog.getByRole("textbox", { name: /^Reason/ }), "Elections.");
  await userEvent.keyboard(send);
  await expect.poll(async () => (await followUps()).find(({ id }) => id === "f2")?.dueOn).toBe("2031-01-01");
});

test("x selects, and all selected are reassigned in one frame", async () => {
  await draw();
  focus("Send the paper");
  await userEvent.keyboard("xjx");
  await expect.element(page.getByText("2 rows selected")).toBeVisible();
  await userEvent.keyboard("r");
  await userEvent.fill(page.getByRole("textbox", { name: "Who does it" }), "N. Adler");
  const before = await frames();
  await userEvent.keyboard(send);
  await expect
    .poll(async () => (await followUps()).map(({ owner }) => owner))
    .toEqual(["N. Adler", "N. Adler", ""]);
  expect((await frames()) - before).toBe(1);
});

test("the bar for what is selected gives the focus to the table when it goes", async () => {
  await draw();
  focus("Send the paper");
  await userEvent.keyboard("x");
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect.poll(() => document.activeElement?.closest("[role=grid]") !== null).toBe(true);
});
