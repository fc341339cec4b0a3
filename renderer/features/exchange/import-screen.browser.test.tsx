// An import from file to receipt: nothing is written before Apply, and what is applied is what was shown.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { HearProgress, ReadTable } from "#core/host/open-files.ts";
import { changePost } from "#data/posts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { importScreen } from "./import-screen.tsx";

const Screen = importScreen.component;

const table: ReadTable = {
  format: "csv",
  delimiter: ",",
  sheets: [],
  sheet: 0,
  ignored: [],
  headingLine: 1,
  head: [{ line: 1, cells: ["locale_id", "city", "territory", "post_type"] }],
  headings: ["locale_id", "city", "territory", "post_type"],
  rows: [
    { line: 2, cells: ["rome", "Rome", "Italy", "embassy"] },
    { line: 3, cells: ["lima", "Lima", "Peru", "embassy"] },
    { line: 4, cells: ["lima", "Lima", "Peru", "embassy"] },
    { line: 5, cells: ["bonn", "Bonn", "Germany", "castle"] },
  ],
  notes: [],
  spans: [],
  rejects: [
    {
      line: 6,
      cells: ["oslo", "Oslo"],
      column: null,
      code: "file/ragged-rows",
      facts: { expected: 4, found: 2 },
    },
  ],
};

let stage: OpenedStage;
let whileReading: (hear: HearProgress) => Promise<void>;
beforeEach(async () => {
  whileReading = async () => undefined;
  stage = await openStage({
    read: async (_job, _signal, hear) => {
      await whileReading(hear);
      return { kind: "table", parts: [], part: 0, encoding: "utf-8", text: "", table };
    },
  });
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
      <Screen params={{}} search={{ into: "" }} setSearch={() => undefined} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByText("Spreadsheet or list")).toBeVisible();
}

async function upload(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file field");
  await userEvent.upload(input, new File(["x"], "posts.csv", { type: "text/csv" }));
}

async function choose(): Promise<void> {
  await upload();
  await expect.element(page.getByRole("button", { name: "Make the plan" })).toBeVisible();
}

async function posts() {
  const { rows } = await stage.session.view.page("posts", { sort: [{ field: "name" }] });
  return rows.map(({ name, type }) => `${name} ${type}`);
}

function filter(name: string) {
  return page.getByRole("radio", { name });
}

test("while the host reads, the screen shows how much of the file has been read, until it is stopped", async () => {
  const begun = Promise.withResolvers<undefined>();
  const reading = Promise.withResolvers<undefined>();
  whileReading = async (hear) => {
    await begun.promise;
    hear({ done: 12_500_000, total: 40_000_000 });
    await reading.promise;
    hear({ done: 39_000_000, total: 40_000_000 });
  };
  await draw();
  await upload();
  await expect.element(page.getByText("Reading the file")).toBeVisible();
  begun.resolve(undefined);
  await expect.element(page.getByText("Reading the file: 12.5 MB of 40 MB")).toBeVisible();
  const bar = page.getByRole("progressbar", { name: "Reading the file" });
  await expect.element(bar).toHaveAttribute("value", "12500000");
  await expect.element(bar).toHaveAttribute("max", "40000000");
  await page.getByRole("button", { name: "Stop" }).click();
  reading.resolve(undefined);
  await expect.element(bar).not.toBeInTheDocument();
  // What was stopped does not come up later, and the next file is read as ever.
  whileReading = async () => undefined;
  await choose();
});

test("the plan counts each fate, writes nothing, and is applied as shown; the import is undone as one", async () => {
  await draw();
  await choose();
  await expect.element(page.getByRole("row", { name: /City.*city.*Rome/i })).toBeVisible();
  await page.getByRole("button", { name: "Make the plan" }).click();
  for (const name of ["All 5", "Create 1", "Update 1", "Left out 1", "Reject 2"]) {
    // One after the other: the first that is not there is named.
    // oxlint-disable-next-line no-await-in-loop
    await expect.element(filter(name)).toBeVisible();
  }
  expect(await posts()).toEqual(["Rome consulate"]);

  await filter("Update 1").click();
  await page.getByRole("rowheader", { name: "Rome" }).click();
  await expect.element(page.getByRole("row", { name: /kind of post Consulate Embassy/i })).toBeVisible();

  await page.getByRole("button", { name: "Apply: 2 rows" }).click();
  await expect.element(page.getByText("The plan was applied")).toBeVisible();
  expect(await posts()).toEqual(["Lima embassy", "Rome embassy"]);
  await expect.element(page.getByText("2 rows were not taken")).toBeVisible();

  await page.getByRole("button", { name: "Save these rows as CSV" }).click();
  await expect
    .poll(() => stage.host.saves.map(({ name, format }) => `${name}.${format}`))
    .toEqual(["posts - rows not taken.csv"]);
  const [block] = stage.host.saves[0]?.paper.blocks ?? [];
  expect(block?.kind === "table" && block.rows.map((cells) => [cells[0]?.text, cells[5]?.text])).toEqual([
    ["bonn", expect.stringContaining("castle")],
    ["oslo", expect.stringContaining("2 cells")],
  ]);

  await page.getByRole("button", { name: "Undo this import" }).click();
  await expect.poll(posts).toEqual(["Rome consulate"]);
  await expect.element(page.getByText("The import was undone")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Undo this import" })).not.toBeInTheDocument();
});

test("a row is left out, and many at once, and brought back to what was proposed", async () => {
  await draw();
  await choose();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByRole("rowheader", { name: "Rome" }).click();
  await page.getByText("Leave it out").click();
  await expect.element(filter("Left out 2")).toBeVisible();
  await page.getByText("The same as Rome").click();
  await expect.element(filter("Update 1")).toBeVisible();

  await page.getByRole("columnheader", { name: "Select all rows" }).click();
  await page
    .getByRole("group", { name: "The chosen rows" })
    .getByRole("button", { name: "Leave out" })
    .click();
  await expect.element(filter("Left out 3")).toBeVisible();
  await expect.element(page.getByText("There is nothing to create or update.")).toBeVisible();
  await page.getByRole("button", { name: "As proposed" }).click();
  await expect.element(page.getByRole("button", { name: "Apply: 2 rows" })).toBeEnabled();
  // The bar goes with its button; whoever pressed it goes on in the table.
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect.poll(() => document.activeElement?.closest("[role=grid]") !== null).toBe(true);
});

test("under a filter a row stays beside the table while its fate is changed, and goes when another is looked at", async () => {
  await draw();
  await choose();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await filter("Create 1").click();
  await page.getByRole("rowheader", { name: "Lima" }).click();
  const details = page.getByRole("complementary", { name: "The chosen row" });
  await userEvent.keyboard("{Tab}{ArrowDown}");
  await expect.element(filter("Create 0")).toBeVisible();
  await expect.element(details.getByRole("heading", { name: "Lima" })).toBeVisible();
  await expect.element(details.getByRole("radio", { name: "Leave it out" })).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(filter("Create 1")).toBeVisible();
  await userEvent.keyboard("{ArrowDown}");
  await filter("Update 1").click();
  await expect.element(page.getByRole("rowheader", { name: "Rome" })).toBeVisible();
  await expect.element(page.getByRole("rowheader", { name: "Lima" })).not.toBeInTheDocument();
});

test("a word no list knows is explained once, and remembered for the next file with the same headings", async () => {
  await draw();
  await choose();
  await page.getByRole("button", { name: /What “castle” means/ }).click();
  await page.getByRole("option", { name: "Branch office" }).click();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect.element(filter("Create 2")).toBeVisible();
  await page.getByRole("button", { name: "Apply: 3 rows" }).click();
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose();
  await expect.element(page.getByText(/set as it was the last time/)).toBeVisible();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect.element(filter("Unchanged 3")).toBeVisible();
});

test("going back keeps the mapping and the file; rows can be pasted", async () => {
  await draw();
  await choose();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Source" }).click();
  await page.getByRole("button", { name: "Go on with this file" }).click();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByRole("button", { name: "Apply: 2 rows" })).toBeVisible();

  await page.getByRole("button", { name: "Source" }).click();
  const data = new DataTransfer();
  data.setData("text/plain", "locale_id\tcity");
  document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  await expect.element(page.getByText(/^Pasted rows: 4 rows/)).toBeVisible();
});
