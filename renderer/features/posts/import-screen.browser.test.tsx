// An import from file to receipt: nothing is written before Apply, and what is applied is what was shown.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { ReadTable } from "#core/host/open-files.ts";
import { changePost } from "#data/posts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { importPostsScreen } from "./import-screen.tsx";

const Screen = importPostsScreen.component;

const table: ReadTable = {
  delimiter: ",",
  headings: ["locale_id", "city", "territory", "post_type"],
  rows: [
    { line: 2, cells: ["rome", "Rome", "Italy", "embassy"] },
    { line: 3, cells: ["lima", "Lima", "Peru", "embassy"] },
    { line: 4, cells: ["lima", "Lima", "Peru", "embassy"] },
    { line: 5, cells: ["bonn", "Bonn", "Germany", "castle"] },
  ],
  rejects: [{ line: 6, column: null, code: "file/ragged-rows", facts: { expected: 4, found: 2 } }],
};

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage({ read: () => Promise.resolve({ encoding: "utf-8", text: "", table }) });
  await stage.put(
    changePost("rome", {
      name: "Rome",
      city: "Rome",
      country: "Italy",
      type: "consulate",
      externalId: "rome",
    }).changes,
  );
});
afterEach(() => stage.close());

async function draw(): Promise<void> {
  await render(
    <WorkspaceStage stage={stage}>
      <Screen params={{}} search={{}} setSearch={() => undefined} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByText("List of posts")).toBeVisible();
}

async function choose(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file field");
  await userEvent.upload(input, new File(["x"], "posts.csv", { type: "text/csv" }));
  await expect.element(page.getByRole("button", { name: "Make the plan" })).toBeVisible();
}

async function posts() {
  const { rows } = await stage.session.view.page("posts", { sort: [{ field: "name" }] });
  return rows.map(({ name, type }) => `${name} ${type}`);
}

function filter(name: string) {
  return page.getByRole("radio", { name });
}

test("the plan counts each fate, writes nothing, and is applied as shown", async () => {
  await draw();
  await choose();
  await expect.element(page.getByRole("row", { name: /City.*city.*Rome/i })).toBeVisible();
  await page.getByRole("button", { name: "Make the plan" }).click();
  for (const name of ["All 5", "Create 1", "Update 1", "Unchanged 0", "Repeated 1", "Reject 2"]) {
    // One after the other: the first that is not there is named.
    // oxlint-disable-next-line no-await-in-loop
    await expect.element(filter(name)).toBeVisible();
  }
  expect(await posts()).toEqual(["Rome consulate"]);

  await filter("Update 1").click();
  await page.getByRole("rowheader", { name: "Rome" }).click();
  await expect.element(page.getByRole("row", { name: /kind of post Consulate Embassy/i })).toBeVisible();

  await page.getByRole("button", { name: "Apply: 2 posts" }).click();
  await expect.element(page.getByText("The plan was applied")).toBeVisible();
  expect(await posts()).toEqual(["Lima embassy", "Rome embassy"]);
  await expect.element(page.getByText("2 rows were rejected")).toBeVisible();

  await page.getByRole("button", { name: "Save the rejected rows as CSV" }).click();
  await expect
    .poll(() => stage.host.saves.map(({ name, format }) => `${name}.${format}`))
    .toEqual(["posts - rejected rows.csv"]);
  const [block] = stage.host.saves[0]?.paper.blocks ?? [];
  expect(block?.kind === "table" && block.rows.map((cells) => cells[5]?.text)).toEqual([
    expect.stringContaining("castle"),
    expect.stringContaining("2 cells"),
  ]);
});

test("going back keeps the mapping and the file, and the same list again has nothing to do", async () => {
  await draw();
  await choose();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Source" }).click();
  await page.getByRole("button", { name: "Go on with this file" }).click();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await page.getByRole("button", { name: "Apply: 2 posts" }).click();
  await expect.element(page.getByText("The plan was applied")).toBeVisible();

  await page.getByRole("button", { name: "Import another list" }).click();
  await choose();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect.element(filter("Unchanged 2")).toBeVisible();
  await expect.element(page.getByText("There is nothing to create or update.")).toBeVisible();
});
