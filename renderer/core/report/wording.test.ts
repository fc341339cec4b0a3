import { describe, expect, test } from "vitest";
import { firstStrong, isolate } from "../lib/text-direction.ts";
import { shorten } from "./build.ts";
import { type Texts, wordingOf } from "./wording.ts";

const echo: Texts = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);
const english = wordingOf(echo, "en", "ltr");

describe("days and moments", () => {
  test.each([
    ["en", "24 Nov 2026", "Tue 24 Nov 2026, 20:30"],
    ["fr", "24 nov. 2026", "mar. 24 nov. 2026, 20:30"],
    ["not a language", "24 Nov 2026", "Tue 24 Nov 2026, 20:30"],
  ])("in %s", (language, day, moment) => {
    const words = wordingOf(echo, language, "ltr");
    expect(words.day("2026-11-24")).toBe(day);
    expect(words.moment("2026-11-24T17:30:00Z", "Africa/Nairobi")).toBe(moment);
  });

  test("an instant is told on the day it falls on there", () => {
    expect(english.dayOf("2026-11-24T17:30:00Z", "Pacific/Auckland")).toBe("25 Nov 2026");
    expect(english.dayOf("2026-11-24T05:30:00Z", "Pacific/Honolulu")).toBe("23 Nov 2026");
  });

  test("nothing is told of nothing", () => {
    expect([
      english.day(null),
      english.day(""),
      english.dayOf(null, "UTC"),
      english.label("level", null),
    ]).toEqual(["", "", "", ""]);
  });
});

test("the facts of a sentence are worded: days, moments and members of lists", () => {
  const facts = {
    on: { day: "2026-11-24" },
    at: { instant: "2026-11-24T17:30:00Z", timeZone: "UTC" },
    asked: { label: "level.minister" },
    count: 3,
  };
  expect(english.sentence("evidence", { code: "belowRank", facts })).toBe(
    'evidence.belowRank {"on":"24 Nov 2026","at":"Tue 24 Nov 2026, 17:30","asked":"enum.level.minister","count":3}',
  );
});

describe("a name that runs the other way", () => {
  test.each([
    ["الرباط", "rtl"],
    ["٤ الرباط", "rtl"],
    ["Rabat الرباط", "ltr"],
    ["10 Nov", "ltr"],
    ["10, 20", null],
    ["תל אביב", "rtl"],
  ])("%j runs %j", (text, direction) => {
    expect(firstStrong(text)).toBe(direction);
  });

  test("is set apart, and only it", () => {
    expect(isolate("الرباط", "ltr")).toBe("\u2068الرباط\u2069");
    expect(isolate("الرباط", "rtl")).toBe("الرباط");
    expect(isolate("Paris", "ltr")).toBe("Paris");
    expect(isolate("Paris", "rtl")).toBe("\u2068Paris\u2069");
    expect(isolate("12", "rtl")).toBe("12");
    expect(english.list(["Paris", "الرباط"])).toBe("Paris and \u2068الرباط\u2069");
    expect(english.text("k", { name: "الرباط", count: 2 })).toBe('k {"name":"\u2068الرباط\u2069","count":2}');
  });
});

test.each<[string, number, string]>([
  ["short", 10, "short"],
  ["one two three four", 12, "one two…"],
  ["one, two, three", 10, "one, two…"],
  ["x".repeat(20), 10, `${"x".repeat(9)}…`],
  [" many\n  lines ", 20, "many lines"],
  [`${"x".repeat(8)}😀😀`, 10, `${"x".repeat(8)}…`],
])("%j cut to %d", (text, length, expected) => {
  expect(shorten(text, length)).toBe(expected);
});
