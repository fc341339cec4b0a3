// Rules that repeat an entry, and the dates that a calendar shows for them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fuzzRuns } from "./made-reading.ts";
import { mostDates, Repeats } from "./repeat.ts";

const dates = (
  start: string,
  rule: string,
  until: string | null = null,
  vain?: number,
): readonly string[] | undefined =>
  new Repeats(vain === undefined ? {} : { vain }).dates(start, [{ rule, until }])?.walls;

describe("dates of a rule", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "on the 29th of February, in the years that have one",
      "2024-02-29",
      "FREQ=YEARLY;COUNT=3",
      ["2024-02-29", "2028-02-29", "2032-02-29"],
    ],
    [
      "on the 31st, in the months that have one",
      "2026-01-31",
      "FREQ=MONTHLY;COUNT=4",
      ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"],
    ],
    [
      "on the twentieth Monday of the year",
      "2026-05-18",
      "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
      ["2026-05-18", "2027-05-17", "2028-05-15"],
    ],
    [
      "on the last Friday of a month",
      "2026-01-30",
      "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
      ["2026-01-30", "2026-02-27", "2026-03-27"],
    ],
    [
      "on the last Monday of May, by the year",
      "2026-05-25",
      "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3",
      ["2026-05-25", "2027-05-31", "2028-05-29"],
    ],
    [
      "on the last working day",
      "2026-01-30",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
      ["2026-01-30", "2026-02-27", "2026-03-31"],
    ],
    [
      "on Mondays of the first week, which may begin in December",
      "2026-12-28",
      "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2",
      ["2026-12-28", "2032-12-27"],
    ],
    [
      "in the week of the start's weekday",
      "2026-05-13",
      "FREQ=YEARLY;BYWEEKNO=20;COUNT=3",
      ["2026-05-13", "2027-05-19", "2028-05-17"],
    ],
    [
      "on days counted from the ends of the year",
      "2026-01-01",
      "FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=4",
      ["2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"],
    ],
    [
      "on the last day of a month",
      "2026-02-28",
      "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
      ["2026-02-28", "2026-03-31", "2026-04-30"],
    ],
    [
      "on Fridays the thirteenth",
      "2026-02-13",
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
      ["2026-02-13", "2026-03-13", "2026-11-13"],
    ],
    [
      "every thirteenth month, where it is a May",
      "2026-05-12",
      "FREQ=MONTHLY;INTERVAL=13;BYMONTH=5;COUNT=2",
      ["2026-05-12", "2039-05-12"],
    ],
    [
      "every other week, from Monday on",
      "2026-01-06",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4",
      ["2026-01-06", "2026-01-11", "2026-01-20", "2026-01-25"],
    ],
    [
      "every other week, from Sunday on",
      "2026-01-06",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4",
      ["2026-01-06", "2026-01-18", "2026-01-20", "2026-02-01"],
    ],
    [
      "on the last two days of each month, by the day",
      "2026-02-27",
      "FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=3",
      ["2026-02-27", "2026-02-28", "2026-03-30"],
    ],
    [
      "on a day of each month of the year",
      "2026-03-15",
      "FREQ=YEARLY;BYMONTHDAY=15;COUNT=2",
      ["2026-03-15", "2026-04-15"],
    ],
    [
      "by the hour, over a change of day",
      "2026-01-01T22:30:00",
      "FREQ=HOURLY;INTERVAL=3;COUNT=2",
      ["2026-01-01T22:30:00", "2026-01-02T01:30:00"],
    ],
    [
      "every twenty minutes of two hours",
      "2026-01-01T09:00:00",
      "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,16;COUNT=4",
      ["2026-01-01T09:00:00", "2026-01-01T09:20:00", "2026-01-01T09:40:00", "2026-01-01T16:00:00"],
    ],
    [
      "at several times of a day",
      "2026-01-01T09:00:00",
      "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,30;COUNT=3",
      ["2026-01-01T09:00:00", "2026-01-01T09:30:00", "2026-01-01T15:00:00"],
    ],
    [
      "where the year has no such hour for long",
      "2024-01-01T12:00:00",
      "FREQ=HOURLY;BYHOUR=12;BYYEARDAY=-366;COUNT=2",
      ["2024-01-01T12:00:00", "2028-01-01T12:00:00"],
    ],
    [
      "in small letters, with a plus",
      "2026-01-01",
      "freq=daily;interval=+2;count=2",
      ["2026-01-01", "2026-01-03"],
    ],
  ])("%s", (_name, start, rule, walls) => {
    expect(dates(start, rule)).toEqual(walls);
  });

  test("the start is the first, also where the rule does not mean it", () => {
    expect(dates("2026-01-01", "FREQ=WEEKLY;BYDAY=MO;COUNT=2")).toEqual(["2026-01-01", "2026-01-05"]);
  });

  test("the end belongs to them", () => {
    expect(dates("2026-01-01", "FREQ=DAILY", "2026-01-03")).toHaveLength(3);
    expect(dates("2026-01-01T10:00:00", "FREQ=DAILY", "2026-01-03T09:59:59")).toHaveLength(2);
  });

  test("up to the end of what a date can be", () => {
    expect(dates("9998-06-01", "FREQ=YEARLY")).toEqual(["9998-06-01", "9999-06-01"]);
    expect(dates("9999-12-31T23:59:00", "FREQ=MINUTELY")).toEqual(["9999-12-31T23:59:00"]);
    expect(dates("0001-01-01", "FREQ=YEARLY;COUNT=2")).toEqual(["0001-01-01", "0002-01-01"]);
  });

  test.each([
    "",
    "FREQ=NEVER",
    "COUNT=2",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=1.5",
    "FREQ=DAILY;BYHOUR=24",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=YEARLY;BYMONTH=-1",
    "FREQ=MONTHLY;BYDAY=0MO",
    "FREQ=MONTHLY;BYDAY=54MO",
    "FREQ=MONTHLY;BYDAY=XX",
    "FREQ=MONTHLY;BYDAY=",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYMONTHDAY=1",
    "FREQ=DAILY;BYYEARDAY=1",
    "FREQ=MONTHLY;BYWEEKNO=1",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO",
    "FREQ=DAILY;BYEASTER=0",
    "FREQ=DAILY;WKST=XX",
    "FREQ=HOURLY",
  ])("%s is no rule of a day", (rule) => {
    expect(dates("2026-01-01", rule)).toBeUndefined();
  });
});

test("rules without a date, and with too many, end in time together", () => {
  const repeats = new Repeats();
  const all = ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"];
  const begun = performance.now();
  for (let nth = 0; nth < 20_000; nth += 1) {
    const rule = `${all[nth % 2]};BYHOUR=${nth % 24},${Math.floor(nth / 24) % 24}`;
    repeats.dates("2026-01-01T00:00:00", [{ rule, until: null }]);
  }
  const sixty = Array.from({ length: 60 }, (_, at) => at).join(",");
  const many = `FREQ=YEARLY;BYYEARDAY=1,366;BYHOUR=${sixty.slice(0, 61)};BYMINUTE=${sixty};BYSECOND=${sixty}`;
  expect(new Repeats().dates("2026-01-01T00:00:00", [{ rule: many, until: null }])?.walls).toHaveLength(
    mostDates,
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test("no rule harms the reader: its dates are in order, each once, from the start on", () => {
  const part = fc.constantFrom(
    ..."INTERVAL=2 INTERVAL=999999999 COUNT=3 BYMONTH=2 BYMONTH=1,12 BYMONTHDAY=30 BYMONTHDAY=-31,1 BYYEARDAY=-366 BYWEEKNO=53 BYWEEKNO=-53,1".split(
      " ",
    ),
    ..."BYDAY=MO BYDAY=-1SU BYDAY=5FR BYHOUR=0,23 BYMINUTE=59 BYSECOND=60 BYSETPOS=-1 BYSETPOS=366 WKST=SU X-A=b".split(
      " ",
    ),
  );
  const frequency = fc.constantFrom(..."YEARLY MONTHLY WEEKLY DAILY HOURLY MINUTELY SECONDLY".split(" "));
  const start = fc.constantFrom(
    "2026-02-28",
    "2024-02-29",
    "9999-12-31",
    "2026-11-24T23:59:59",
    "0001-01-01T00:00:00",
  );
  fc.assert(
    fc.property(frequency, fc.array(part, { maxLength: 5 }), start, (how, parts, from) => {
      const walls = dates(from, [`FREQ=${how}`, ...parts].join(";"), null, 20_000) ?? [from];
      expect(walls[0]).toBe(from);
      expect(walls).toEqual([...new Set(walls)].toSorted());
      expect(walls.every((wall) => wall.length === from.length)).toBe(true);
    }),
    fuzzRuns,
  );
});
