import { expect, test } from "vitest";
import { type Staff, staffChanges } from "./staff-changes.ts";

const ada = { name: "Ada", role: "Ambassador", rotatesOn: null };
const ben = { name: "Ben", role: "", rotatesOn: "2027-08-01" };
const before: Staff = { a: ada, b: ben };

test.each<[string, Staff, Readonly<Record<string, unknown>>]>([
  ["one came", { ...before, c: ada }, { "staff/a": ada, "staff/b": ben, "staff/c": ada }],
  ["one left", { a: ada }, { "staff/a": ada, "staff/b": null }],
  [
    "a line left blank is nobody",
    { ...before, c: { name: " ", role: "", rotatesOn: null } },
    { "staff/a": ada, "staff/b": ben },
  ],
  [
    "a name wiped out is a person gone",
    { a: { ...ada, name: "" }, b: ben },
    { "staff/a": null, "staff/b": ben },
  ],
])("%s", (_, after, expected) => {
  expect(staffChanges(before, after)).toEqual(expected);
});
