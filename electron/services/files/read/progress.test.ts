// How far a reader has come, as it tells while it works.
import { expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import { readContent } from "./index.ts";
import { madeWorkbook, textRows } from "./made-workbook.ts";
import { nowAndThen, within } from "./tell.ts";

const count = 500;
const some = (text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join("");

const cards = some((n) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person ${n}\r\nEND:VCARD\r\n`);
const events = some(
  (n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:20261126T100000Z\r\nSUMMARY:Call ${n}\r\nEND:VEVENT\r\n`,
);

const files: readonly (readonly [string, Uint8Array])[] = [
  ["csv", Buffer.from(`name,note\n${some((n) => `Person ${n},${"x".repeat(2000)}\n`)}`)],
  ["vcf", Buffer.from(cards)],
  ["ics", Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`)],
  [
    "xlsx",
    madeWorkbook({
      sheets: {
        List: textRows([["name", "note"], ...Array.from({ length: count }, (_, n) => [`Person ${n}`, "x"])]),
      },
    }),
  ],
];

test.each(files)(
  "%s: from the beginning to the end, in small steps, never back and never beyond",
  (format, bytes) => {
    const shares: number[] = [];
    const { table } = readContent({ kind: "table", bytes, ...readAsFound }, (share) => shares.push(share));
    expect([table?.format, table?.rows.length]).toEqual([format, count]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.2);
    expect(shares.at(-1)).toBeGreaterThan(0.85);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    const steps = shares.map((share, at) => share - (shares[at - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(0.51);
  },
);

test("the first sheet that holds rows is the whole work, however many stand beside it", () => {
  const rows = [["name", "note"], ...Array.from({ length: count }, (_, n) => [`Person ${n}`, "x"])];
  const sheets = { Cover: "", List: textRows(rows), Old: textRows(rows), Older: textRows(rows) };
  const shares: number[] = [];
  const bytes = madeWorkbook({ sheets });
  readContent({ kind: "table", bytes, ...readAsFound }, (share) => shares.push(share));
  expect(shares.at(-1)).toBeGreaterThan(0.85);
});

test("it is told of now and then, and not again what has been told", () => {
  let now = 0;
  const heard: number[] = [];
  const tell = nowAndThen(
    (share) => heard.push(share),
    () => now,
  );
  for (const [at, share] of [
    [10, 0.1],
    [100, 0.2],
    [150, 0.3],
    [210, 0.2],
    [220, 0.4],
    [330, 0.9],
  ] as const) {
    now = at;
    tell(share);
  }
  expect(heard).toEqual([0.2, 0.4, 0.9]);
});

test("a part of the work is a part of the whole", () => {
  const heard: number[] = [];
  const tell = within((share) => heard.push(share), 0.5, 0.7);
  for (const share of [0, 0.5, 1, 2]) tell(share);
  expect(heard.map((share) => share.toFixed(2))).toEqual(["0.50", "0.60", "0.70", "0.70"]);
});
