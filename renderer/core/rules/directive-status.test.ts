// The steps of a directive: none leads nowhere, and only what has gone out can be taken back.
import { expect, test } from "vitest";
import { directiveStatuses, type DirectiveStatus } from "../model/enums.ts";
import { hasGoneOut, needsReason, nextStatuses } from "./directive-status.ts";

test.each<[DirectiveStatus, DirectiveStatus]>([
  ["draft", "inClearance"],
  ["inClearance", "approved"],
  ["approved", "transmitted"],
  ["transmitted", "amended"],
  ["amended", "closed"],
  ["superseded", "closed"],
  ["rescinded", "closed"],
  ["closed", "transmitted"],
])("from %s the usual step is %s", (from, to) => {
  expect(nextStatuses(from)[0]).toBe(to);
});

test("every status can be reached from a draft", () => {
  const reached = new Set<DirectiveStatus>(["draft"]);
  for (const status of reached) for (const next of nextStatuses(status)) reached.add(next);
  expect([...reached].toSorted()).toEqual([...directiveStatuses].toSorted());
});

test("nothing that has gone out becomes a draft again", () => {
  for (const status of directiveStatuses.filter(hasGoneOut)) {
    expect(nextStatuses(status).every(hasGoneOut)).toBe(true);
  }
});

test("only a directive that has gone out can be taken back", () => {
  const from = directiveStatuses.filter((status) => nextStatuses(status).some(needsReason));
  expect(from.length).toBeGreaterThan(0);
  expect(from.every(hasGoneOut)).toBe(true);
});
