import { describe, expect, it } from "vitest";
import en from "#locales/en.json" with { type: "json" };
import { formatDay, formatInstant, formatRelativeDays, type Compose } from "./format.ts";

const texts: Readonly<Record<string, string>> = en;
const compose: Compose = (key, values) =>
  (texts[key] ?? "").replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

describe("formatDay", () => {
  it.each([
    ["2026-11-26", 2026, "Thu 26 Nov"],
    ["2026-01-01", 2026, "Thu 1 Jan"],
    ["2027-11-26", 2026, "Fri 26 Nov 2027"],
    ["1999-12-31", 2026, "Fri 31 Dec 1999"],
    ["2024-02-29", 2024, "Thu 29 Feb"],
  ])("%s in %i is %s", (day, year, text) => {
    expect(formatDay(compose, "en", day, year)).toBe(text);
  });

  it("takes the words of the language", () => {
    expect(formatDay(compose, "fr", "2026-11-26", 2026)).toBe("jeu. 26 nov.");
  });
});

describe("formatInstant", () => {
  it.each([
    ["2026-11-26T14:00:00Z", "Africa/Nairobi", "Thu 26 Nov, 17:00"],
    ["2026-11-26T22:00:00Z", "America/New_York", "Thu 26 Nov, 17:00"],
    ["2026-11-26T22:00:00Z", "Pacific/Auckland", "Fri 27 Nov, 11:00"],
    ["2026-11-26T00:00:00Z", "UTC", "Thu 26 Nov, 00:00"],
    ["2026-12-31T23:30:00-05:00", "UTC", "Fri 1 Jan 2027, 04:30"],
  ])("%s at %s is %s", (instant, zone, text) => {
    expect(formatInstant(compose, "en", instant, zone, 2026)).toBe(text);
  });
});

it.each([
  [0, "today"],
  [-1, "yesterday"],
  [1, "tomorrow"],
  [3, "in 3 days"],
  [-9, "9 days ago"],
])("%i days is %s", (days, text) => {
  expect(formatRelativeDays("en", days)).toBe(text);
});
