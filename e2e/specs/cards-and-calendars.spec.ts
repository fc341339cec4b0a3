// Contact cards and a calendar brought in and taken out again; a file opened at the wrong door is taken to the other.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { CablesPage } from "../pages/cables.ts";
import { ImportPage } from "../pages/import.ts";

const card = (...lines: readonly string[]): string =>
  ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const cards =
  card(
    "FN:Ana Vareni",
    "ORG:Ministry of Industry",
    "TITLE:Head of unit",
    "TEL:+39 06 555 0100",
    "UID:ana-1",
    "ADR:;;;;;;Japan",
  ) + card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Everybody");
const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:talks-1",
  "SUMMARY:Talks on standards",
  "DTSTART;TZID=Asia/Tokyo:20261207T100000",
  "RRULE:FREQ=WEEKLY;COUNT=2",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

test("people from contact cards go out as cards and come back unchanged; what was refused is saved as it came", async ({
  host,
  data,
}) => {
  const app = new AppPage(host.page);
  await app.openSample();
  const file = path.join(data, "people.vcf");
  writeFileSync(file, cards);
  const cables = new CablesPage(host);
  await cables.open();
  await cables.chooseFile(file);
  await app.main.getByRole("button", { name: "Import it" }).click();
  const importing = new ImportPage(host);
  await importing.makePlan();
  expect(await importing.count("Create")).toBe(1);
  expect(await importing.count("Reject")).toBe(1);
  await importing.apply();
  const rest = await host.savedFile(() =>
    app.main.getByRole("button", { name: "Save these cards as a card file" }).click(),
  );
  expect(readFileSync(rest, "utf8")).toBe(cards.slice(cards.lastIndexOf("BEGIN:VCARD")));

  await app.goTo("Counterparts");
  await app.main.getByRole("button", { name: "Save list" }).click();
  const saved = await host.savedFile(() =>
    host.page.getByRole("menuitem", { name: "As contact cards (.vcf)" }).click(),
  );
  expect(readFileSync(saved, "utf8")).toContain("UID:ana-1\r\n");
  await app.visit("/import");
  await importing.choose(saved);
  await host.page.getByRole("button", { name: "Make the plan" }).click();
  await expect.poll(() => importing.count("Update")).toBe(0);
  expect(await importing.count("Create")).toBe(0);
});

test("meetings from a calendar go out as one and come back unchanged", async ({ host, data }) => {
  const app = new AppPage(host.page);
  await app.openSample();
  const file = path.join(data, "talks.ics");
  writeFileSync(file, calendar);
  const importing = new ImportPage(host);
  await app.visit("/import");
  await importing.choose(file);
  await importing.choosePost("Tokyo");
  await importing.makePlan();
  expect(await importing.count("Create")).toBe(2);
  await importing.apply();

  await app.goTo("Engagements");
  await app.main.getByRole("button", { name: "Save list" }).click();
  const saved = await host.savedFile(() =>
    host.page.getByRole("menuitem", { name: "As a calendar (.ics)" }).click(),
  );
  const text = readFileSync(saved, "utf8");
  expect(text).toContain("UID:talks-1\r\nRECURRENCE-ID:20261207T010000Z\r\n");
  await app.visit("/import");
  await importing.choose(saved);
  await host.page.getByRole("button", { name: "Make the plan" }).click();
  await expect.poll(() => importing.count("Update")).toBe(0);
  expect(await importing.count("Create")).toBe(0);
});
