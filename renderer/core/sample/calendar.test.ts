// Days, instants and the choice of the Friday.
import { describe, expect, it } from "vitest";
import { calendarOf, sampleAnchor } from "./calendar.ts";

describe("calendarOf", () => {
  const calendar = calendarOf("2026-10-30");

  it.each([
    [0, "2026-10-30"],
    [-1, "2026-10-29"],
    [14, "2026-11-13"],
    [65, "2027-01-03"],
  ])("counts %i days", (offset, day) => {
    expect(calendar.day(offset)).toBe(day);
  });

  it.each([
    // New York leaves summer time on the Sunday after the anchor.
    [0, "16:30", "America/New_York", "2026-10-30T20:30:00Z"],
    [3, "16:30", "America/New_York", "2026-11-02T21:30:00Z"],
    [1, "00:10", "Asia/Tokyo", "2026-10-30T15:10:00Z"],
    [2, "09:00", "Asia/Kolkata", "2026-11-01T03:30:00Z"],
  ])("reads day %i, %s in %s", (offset, clock, zone, instant) => {
    expect(calendar.at(offset, clock, zone)).toBe(instant);
  });
});

describe("sampleAnchor", () => {
  it.each([
    ["2026-11-21", "2026-10-30"],
    ["2026-11-27", "2026-10-30"],
    ["2026-11-28", "2026-11-06"],
    ["2027-01-02", "2026-12-11"],
    ["2024-03-17", "2024-02-23"],
  ])("from %s is %s", (today, anchor) => {
    expect(sampleAnchor(today)).toBe(anchor);
    expect(Temporal.PlainDate.from(anchor).dayOfWeek).toBe(5);
  });
});
