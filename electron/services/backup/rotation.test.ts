// What is kept of a year of daily backups, and when the next one is due.
import { expect, it } from "vitest";
import { isDue, keptOf } from "./rotation.ts";

function daily(from: string, days: number): readonly string[] {
  const start = Date.parse(from);
  return Array.from({ length: days }, (_, n) => new Date(start + n * 86_400_000).toISOString());
}

it("keeps 7 days, 4 weeks and 12 months of two years of daily backups", () => {
  const made = daily("2024-11-25T17:00:00.000Z", 730);
  const kept = [...keptOf(made)]
    .sort()
    .reverse()
    .map((at) => at.slice(0, 10));
  expect(kept.slice(0, 7)).toEqual([
    "2026-11-24",
    "2026-11-23",
    "2026-11-22",
    "2026-11-21",
    "2026-11-20",
    "2026-11-19",
    "2026-11-18",
  ]);
  // Sundays, the last day of their weeks; then the last days of the months.
  expect(kept.slice(7, 9)).toEqual(["2026-11-15", "2026-11-08"]);
  expect(kept.slice(9)).toEqual([
    "2026-10-31",
    "2026-09-30",
    "2026-08-31",
    "2026-07-31",
    "2026-06-30",
    "2026-05-31",
    "2026-04-30",
    "2026-03-31",
    "2026-02-28",
    "2026-01-31",
    "2025-12-31",
  ]);
});

it("counts days that have a backup, so that a laptop in a drawer loses none", () => {
  const made = ["2026-01-05T08:00:00.000Z", "2026-03-02T08:00:00.000Z", "2026-11-24T08:00:00.000Z"];
  expect(keptOf(made)).toEqual(new Set(made));
});

it("keeps the newest of a day with many", () => {
  const made = ["2026-11-24T08:00:00.000Z", "2026-11-24T12:00:00.000Z", "2026-11-24T16:00:00.000Z"];
  expect([...keptOf(made)]).toEqual(["2026-11-24T16:00:00.000Z"]);
});

it.each([
  [[], true],
  [["2026-11-24T01:00:00.000Z"], false],
  [["2026-11-23T10:00:00.000Z"], true],
  [["2026-11-24T01:00:00.000Z", "2026-11-01T10:00:00.000Z"], false],
])("after %j a backup being due is %s", (made, due) => {
  expect(isDue(made, "2026-11-24T11:00:00.000Z")).toBe(due);
});
