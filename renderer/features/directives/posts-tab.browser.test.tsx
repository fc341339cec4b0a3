// Several posts at once: chosen by key, changed in one write each, and told apart in the panel.
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { changeTasks } from "#data/demarche-tasks.ts";
import { addDirective } from "#data/directives.ts";
import { changePost } from "#data/posts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { directiveScreen } from "./directive-screen.tsx";
import { directiveSearch, type DirectiveSearch } from "./directive-search.ts";

const Screen = directiveScreen.component;
const names = ["Bonn", "Lima", "Rome"];

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    ...addDirective("d", { mrn: "STATE 1", subject: "Food", status: "transmitted" }).changes,
    ...names.flatMap((name) => changePost(name, { name, city: name, timeZone: "Etc/GMT-1" }).changes),
    ...changeTasks(
      names.map((name) => ({
        id: `t-${name}`,
        postId: name,
        values: { directiveId: "d", postId: name, taskedAt: "2026-11-20T12:00:00Z" },
      })),
    ).changes,
    {
      table: "talkingPoints",
      id: "p1",
      scope: "all",
      values: { directiveId: "d", order: 1, label: "A", text: "The conference matters." },
    },
  ]);
});
afterEach(() => stage.close());

function Shown() {
  const [search, setSearch] = useState<DirectiveSearch>(directiveSearch.parse({ tab: "posts" }));
  return (
    <Screen
      params={{ directiveId: "d" }}
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
  await expect.element(page.getByRole("rowheader", { name: "Bonn" })).toBeVisible();
}

async function tasks() {
  const { rows } = await stage.session.view.page("demarcheTasks", { sort: [{ field: "postId" }] });
  return rows;
}

async function frames(): Promise<number> {
  const head = await stage.host.call("journal.head", {});
  return head.ok ? head.value.frame : -1;
}

async function choose(...chosen: readonly string[]): Promise<void> {
  for (const name of chosen) {
    // One after the other, as a person does.
    // oxlint-disable-next-line no-await-in-loop
    await page.getByRole("gridcell", { name: `Select ${name}` }).click();
  }
  await expect.element(page.getByText(/posts? chosen/)).toBeVisible();
}

test("x chooses, a assigns, and all chosen posts change in one frame", async () => {
  await draw();
  await choose("Bonn", "Rome");
  const before = await frames();
  await userEvent.keyboard("a");
  await userEvent.fill(page.getByRole("textbox", { name: "Owner" }), "N. Adler");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(async () => (await tasks()).map(({ owner }) => owner))
    .toEqual(["N. Adler", "", "N. Adler"]);
  expect((await frames()) - before).toBe(1);
});

test("clearing the selection takes the bar away, and the focus goes on in the table", async () => {
  await draw();
  await choose("Bonn");
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect.poll(() => document.activeElement?.closest("[role=grid]") !== null).toBe(true);
});

test("a post is exempt only with a reason and a name, and then leaves the figures", async () => {
  await draw();
  await expect.element(page.getByText("0 of 3", { exact: true })).toBeVisible();
  await choose("Lima");
  await userEvent.keyboard("e");
  await page.getByRole("dialog").getByRole("button", { name: "Exempt", exact: true }).click();
  await expect.element(page.getByText("Choose a reason.")).toBeVisible();
  await expect.element(page.getByText("Say who agreed to the exemption.")).toBeVisible();
  expect((await tasks()).every(({ exemptReason }) => exemptReason === null)).toBe(true);

  await page.getByRole("button", { name: /Reason/ }).click();
  await page.getByRole("option", { name: "Relief asked and granted" }).click();
  await userEvent.fill(page.getByRole("textbox", { name: "Cleared by" }), "IO/FO");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText(/^0 of 2/)).toBeVisible();
  await expect.element(page.getByText("1 not counted")).toBeVisible();
});

test("a shift of the due day needs its reason, which is kept with the write", async () => {
  await draw();
  await choose("Bonn");
  await userEvent.keyboard("d");
  await page.getByText("By a number of days").click();
  await page.getByRole("dialog").getByRole("button", { name: "Shift due day" }).click();
  await expect.element(page.getByText("Say why the day changes.")).toBeVisible();
  expect((await tasks())[0]?.deliverBy).toBeNull();
  await userEvent.fill(page.getByRole("textbox", { name: "Reason" }), "Holiday");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(async () => (await tasks())[0]?.deliverBy).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("one post's variant: the point dropped there stays with the others", async () => {
  await draw();
  await page.getByRole("rowheader", { name: "Lima" }).click();
  await page.getByRole("button", { name: "Change for this post" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Drop" }).click();
  await userEvent.fill(dialog.getByRole("textbox", { name: /Reason/ }), "Sensitive there");
  await dialog.getByRole("button", { name: "Keep" }).click();
  await expect
    .poll(async () => (await tasks()).map(({ adaptations }) => adaptations["p1"]?.change ?? null))
    .toEqual([null, "drop", null]);
});
