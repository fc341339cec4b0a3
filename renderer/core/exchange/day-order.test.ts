// Days as lists write them, and whether a list leaves their order open.
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayFrom, dayFromWords, dayOrderOf, dayOrders } from "./day-order.ts";

it.each([
  [["26/11/2026", "01/02/2026"], "dmy", false],
  [["11/26/2026"], "mdy", false],
  [["2026/11/26", "2026.1.2"], "ymd", false],
  [["01/02/2026", "03/04/2026 10:30"], null, true],
  [["26.11.26"], null, true],
  [["2026-11-26", "soon", ""], null, false],
  [["26/11/2026", "11/26/2026"], null, false],
] as const)("%j: %s", (texts, order, isOpen) => {
  expect(dayOrderOf(texts)).toEqual({ order, isOpen });
});

it.each([
  ["26 Nov 2026", "2026-11-26"],
  ["Thu 26 November 2026", "2026-11-26"],
  ["November 26, 2026", "2026-11-26"],
  ["26-Nov-2026", "2026-11-26"],
  ["31 Feb 2026", null],
  ["Monday", null],
])("%s in words is %s", (text, day) => {
  expect(dayFromWords(text)).toBe(day);
});

it("every day comes back from the order it was written in", () => {
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...dayOrders),
      fc.constantFrom("/", ".", "-", " "),
      (date, order, sign) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split("-");
        const parts = { y: year, m: month, d: dayOfMonth };
        const text = order
          .split("")
          .map((part) => parts[part as keyof typeof parts])
          .join(sign);
        expect(dayFrom(text, order)).toBe(iso);
      },
    ),
  );
});
