import { describe, expect, test } from "vitest";
import {
  dayIn,
  daysBetween,
  endOfWeek,
  isTimeZone,
  nextWorkingDay,
  onTwoClocks,
  startOfDay,
  workingDayFrom,
  workingDayUntil,
  zoneFrom,
} from "./calendar.ts";

const friSat = ["5", "6"];
const satSun = ["6", "7"];

describe("working days", () => {
  // 2026-11-26 is a Thursday.
  test.each([
    {
      where: "Riyadh",
      weekend: friSat,
      day: "2026-11-26",
      next: "2026-11-29",
      from: "2026-11-26",
      until: "2026-11-26",
    },
    {
      where: "Riyadh",
      weekend: friSat,
      day: "2026-11-27",
      next: "2026-11-29",
      from: "2026-11-29",
      until: "2026-11-26",
    },
    {
      where: "Riyadh",
      weekend: friSat,
      day: "2026-11-29",
      next: "2026-11-30",
      from: "2026-11-29",
      until: "2026-11-29",
    },
    {
      where: "Nairobi",
      weekend: satSun,
      day: "2026-11-27",
      next: "2026-11-30",
      from: "2026-11-27",
      until: "2026-11-27",
    },
    {
      where: "Nairobi",
      weekend: satSun,
      day: "2026-11-29",
      next: "2026-11-30",
      from: "2026-11-30",
      until: "2026-11-27",
    },
    {
      where: "Kathmandu, Saturday only",
      weekend: ["6"],
      day: "2026-11-27",
      next: "2026-11-29",
      from: "2026-11-27",
      until: "2026-11-27",
    },
    {
      where: "Brunei, Friday and Sunday",
      weekend: ["5", "7"],
      day: "2026-11-26",
      next: "2026-11-28",
      from: "2026-11-26",
      until: "2026-11-26",
    },
    {
      where: "nobody has said",
      weekend: [],
      day: "2026-11-28",
      next: "2026-11-30",
      from: "2026-11-30",
      until: "2026-11-27",
    },
    {
      where: "year's end",
      weekend: satSun,
      day: "2027-12-31",
      next: "2028-01-03",
      from: "2027-12-31",
      until: "2027-12-31",
    },
  ])("$where from $day", ({ weekend, day, next, from, until }) => {
    expect(nextWorkingDay(day, weekend)).toBe(next);
    expect(workingDayFrom(day, weekend)).toBe(from);
    expect(workingDayUntil(day, weekend)).toBe(until);
  });

  test("a list that calls every day a weekend moves nothing", () => {
    expect(workingDayFrom("2026-11-26", ["1", "2", "3", "4", "5", "6", "7"])).toBe("2026-11-26");
  });
});

test.each([
  { day: "2026-11-25", weekend: satSun, end: "2026-11-29" },
  { day: "2026-11-28", weekend: satSun, end: "2026-11-29" },
  { day: "2026-11-29", weekend: satSun, end: "2026-11-29" },
  { day: "2026-11-29", weekend: friSat, end: "2026-12-05" },
  { day: "2026-11-27", weekend: friSat, end: "2026-11-28" },
  { day: "2026-11-25", weekend: ["6"], end: "2026-11-28" },
])("the week of $day with weekend $weekend ends on $end", ({ day, weekend, end }) => {
  expect(endOfWeek(day, weekend)).toBe(end);
});

test.each([
  { zone: "Asia/Riyadh", at: "2026-11-26T21:00:00Z", on: "2026-11-27" },
  { zone: "Pacific/Auckland", at: "2026-11-26T11:00:00Z", on: "2026-11-27" },
  { zone: "Pacific/Honolulu", at: "2026-11-27T09:59:00Z", on: "2026-11-26" },
  { zone: "Asia/Kathmandu", at: "2026-11-26T18:15:00Z", on: "2026-11-27" },
  { zone: "Asia/Kathmandu", at: "2026-11-26T18:14:59Z", on: "2026-11-26" },
  { zone: "Pacific/Kiritimati", at: "2026-11-26T10:00:00Z", on: "2026-11-27" },
])("$at is $on in $zone", ({ zone, at, on }) => {
  expect(dayIn(at, zone)).toBe(on);
});

test("a day starts after midnight where the clock jumps over it", () => {
  // Beirut goes from 00:00 to 01:00 on this day.
  expect(startOfDay("2026-03-29", "Asia/Beirut")).toBe("2026-03-28T22:00:00Z");
  // Samoa had no 30 December 2011.
  expect(startOfDay("2011-12-31", "Pacific/Apia")).toBe("2011-12-30T10:00:00Z");
});

test("days between count over the end of summer time", () => {
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
});

test("unknown zones are told apart and fall back", () => {
  expect(["Africa/Nairobi", "UTC", "Mars/Base", "", "not a zone"].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(zoneFrom("", "Mars/Base", "Africa/Nairobi")).toBe("Africa/Nairobi");
  expect(zoneFrom("")).toBe("UTC");
});

test.each([
  {
    host: "Pacific/Auckland",
    weekend: satSun,
    on: "2026-11-27",
    time: "11:00",
    weekday: 5,
    ahead: 1,
    shut: false,
  },
  { host: "Asia/Riyadh", weekend: friSat, on: "2026-11-27", time: "01:00", weekday: 5, ahead: 1, shut: true },
  {
    host: "Pacific/Honolulu",
    weekend: satSun,
    on: "2026-11-26",
    time: "12:00",
    weekday: 4,
    ahead: 0,
    shut: false,
  },
  {
    host: "Africa/Nairobi",
    weekend: satSun,
    on: "2026-11-27",
    time: "01:00",
    weekday: 5,
    ahead: 1,
    shut: false,
  },
  {
    host: "Asia/Kathmandu",
    weekend: ["6"],
    on: "2026-11-27",
    time: "03:45",
    weekday: 5,
    ahead: 1,
    shut: false,
  },
])(
  "Thursday 17:00 in Washington is $time on $on in $host",
  ({ host, weekend, on, time, weekday, ahead, shut }) => {
    const clocks = onTwoClocks("2026-11-26T22:00:00Z", "America/New_York", { timeZone: host, weekend });
    expect(clocks.capital).toMatchObject({ on: "2026-11-26", time: "17:00", weekday: 4 });
    expect(clocks.host).toMatchObject({ on, time, weekday });
    expect(clocks.daysAhead).toBe(ahead);
    expect(clocks.hostWeekend).toBe(shut);
  },
);

test("a host behind the date line is a day behind", () => {
  const clocks = onTwoClocks("2026-11-26T00:30:00Z", "Pacific/Auckland", {
    timeZone: "Pacific/Honolulu",
    weekend: [],
  });
  expect(clocks.daysAhead).toBe(-1);
});
