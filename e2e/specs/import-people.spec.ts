// A spreadsheet of people: a possible duplicate decided, a reject saved, the plan applied, and the import undone.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import writeXlsxFile from "write-excel-file/node";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { ImportPage } from "../pages/import.ts";

const people = [
  ["Name", "Position", "Ministry", "Post"],
  ["Ana Vareni", "Head of unit", "Ministry of Industry", "Rome"],
  ["KUROSAKI, Haruomi", "Director-General", "", "Tokyo"],
  ["Nobody Known", "Clerk", "", "Atlantis"],
];

async function workbook(): Promise<Uint8Array> {
  const data = people.map((row) => row.map((value) => ({ value, type: String })));
  return new Uint8Array(await writeXlsxFile([{ sheet: "People", data }]).toBuffer());
}

test("people come from a spreadsheet by way of a plan, and go again by undo", async ({ host, data }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  const file = path.join(data, "people.xlsx");
  writeFileSync(file, await workbook());
  const importing = new ImportPage(host);
  await importing.open("counterparts");
  await importing.choose(file);
  await importing.makePlan();
  expect(await importing.count("Create")).toBe(1);
  expect(await importing.count("Possible duplicate")).toBe(1);
  expect(await importing.count("Reject")).toBe(1);

  await importing.openRow(/KUROSAKI/);
  await importing.decide(/^The same as/);
  expect(await importing.count("Update")).toBe(1);
  await importing.apply();

  const saved = await host.savedFile(() =>
    app.main.getByRole("button", { name: "Save these rows as a spreadsheet" }).click(),
  );
  expect(path.extname(saved)).toBe(".xlsx");
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe("PK");

  await app.main.getByRole("button", { name: "Show the people" }).click();
  await expect(app.main.getByRole("link", { name: "Ana Vareni" })).toBeVisible();
  await app.visit("/import?into=counterparts");
  await importing.choose(saved);
  await host.page.getByRole("button", { name: "Make the plan" }).click();
  await expect.poll(() => importing.count("Reject")).toBe(1);

  await host.page.keyboard.press("Control+z");
  await expect(app.toast(/Undone/)).toBeVisible();
  await app.goTo("Counterparts");
  await expect(app.main.getByRole("link", { name: "Ana Vareni" })).toHaveCount(0);
});
