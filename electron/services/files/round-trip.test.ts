// A list saved by the app and read in again changes nothing: every row comes back to its record, whatever its texts begin with.
import fc from "fast-check";
import { expect, test } from "vitest";
import { guessMapping } from "#core/exchange/column.ts";
import { planRows } from "#core/exchange/plan-rows.ts";
import { allColumns, ownHeadings } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { readAsFound } from "#core/host/open-files.ts";
import { type Counterpart, counterparts } from "#core/model/counterpart.ts";
import { posts } from "#core/model/post.ts";
import type { Paper } from "#core/report/blocks.ts";
import { tablePaper } from "#core/report/table-paper.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { readContent } from "./read/index.ts";
import { listedTable } from "./read/made-reading.ts";
import { csv } from "./write/csv.ts";
import { xlsx } from "./write/xlsx.ts";

const tools = { printHtml: () => Promise.reject(new Error("not asked for")) };
const rome = madeRow(posts, "rome", { name: "Rome", city: "Rome", country: "Italy" });

function person(id: string, name: string, protocolNote: string, languages: readonly string[]): Counterpart {
  const row = madeRow(counterparts, id, { name, protocolNote, languages, postId: "rome", country: "Italy" });
  return { ...row, scope: "post/rome" };
}

function column(heading: string, cell: (row: Counterpart) => string) {
  return { heading, width: 10, cell };
}

function paperOf(people: readonly Counterpart[]): Paper {
  return tablePaper({
    title: "Counterparts",
    columns: [
      column("Name", ({ name }) => name),
      column("Note", ({ protocolNote }) => protocolNote),
      column("Languages", ({ languages }) => languages.join("; ")),
      column("Post", () => "Rome"),
      column(ownHeadings.id, ({ id }) => id),
      column(ownHeadings.version, ({ changedAt }) => changedAt),
    ],
    rows: people,
    empty: "",
    marking: "UNCLASSIFIED",
    markingHeading: "Marking",
    language: "en",
    direction: "ltr",
    asOf: "",
    pageLabel: "",
    footer: "",
  });
}

function fatesOf(bytes: Uint8Array, people: readonly Counterpart[]): readonly string[] {
  const table = listedTable(readContent({ kind: "table", bytes, ...readAsFound }));
  const target = targets.counterparts;
  const planning = planRows({
    target,
    file: table,
    mapping: guessMapping(allColumns(target), table.headings),
    rules: { dayOrder: null, words: new Map(), timeZone: "UTC", shown: (_, member) => member },
    defaults: { postId: null, directiveId: null, timeZone: "UTC", now: "2027-01-01T00:00:00Z" },
    known: { posts: [rome], counterparts: people },
    newId: () => crypto.randomUUID(),
  });
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value.rows.map(({ fate }) => fate);
  }
}

const start = fc.constantFrom("", "=", "+44 ", "-", "@", "|", "＝", "'", '"', "5 of 7 ", "é", "مريم ");
const text = fc
  .tuple(start, fc.stringMatching(/^[a-zA-Z0-9,;.'=+ ]{0,20}x$/))
  .map((parts) => parts.join("").trim());
const language = fc.constantFrom("Italian", "French", "+ some Greek");
const people = fc
  .array(fc.tuple(text, text, fc.uniqueArray(language)), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map(([name, note, languages], at) => person(`p${at}`, name, note, languages)));

test.each([
  ["CSV", csv],
  ["a workbook", xlsx],
] as const)("by way of %s", async (_, writer) => {
  await fc.assert(
    fc.asyncProperty(people, async (all) => {
      const bytes = await writer.encode(paperOf(all), tools);
      expect(fatesOf(bytes, all)).toEqual(all.map(() => "unchanged"));
    }),
    { numRuns: 60 },
  );
});
