// A later date slips, an earlier one does not; instants are compared as instants.
import { expect, test } from "vitest";
import { slips } from "./slip.ts";

test.each([
  [null, "2026-11-26", false],
  ["2026-11-26", "2026-11-27", true],
  ["2026-11-26", "2026-11-25", false],
  ["2026-11-26", "2026-11-26", false],
  ["2026-11-26", null, true],
  [null, null, false],
  ["2026-11-26T17:00:00+01:00", "2026-11-26T16:30:00Z", true],
  ["2026-11-26T17:00:00+01:00", "2026-11-26T16:00:00Z", false],
  ["2026-11-26T17:00:00Z", "2026-11-26", false],
  ["2026-11-26", "2026-11-27T09:00:00Z", true],
])("from %s to %s: %s", (before, after, isSlip) => {
  expect(slips(before, after)).toBe(isSlip);
});
