import { expect, test } from "vitest";
import { joinedTexts, unionOf, wished } from "./decisions.ts";

const value = (deviceId: string, at: string) => ({ deviceId, at });
const [late, early, third] = [value("here", "2"), value("there", "1"), value("far", "0")];

test.each([
  ["latest", [late, early], late],
  ["latest", [late, early, third], late],
  ["latest", [late], null],
  ["mine", [early, late], late],
  ["mine", [early, third], null],
  ["theirs", [late, early], early],
  ["theirs", [late, early, third], null],
  ["theirs", [late, value("here", "0")], null],
] as const)("the %s of %j is %j", (wish, values, meant) => {
  expect(wished(wish, values, "here")).toBe(meant);
});

test("a union keeps every word once", () => {
  expect(unionOf([["French", "Arabic"], ["Arabic", "English"], null])).toEqual([
    "French",
    "Arabic",
    "English",
  ]);
});

test.each([
  [["second", "first"], "first\n\nsecond"],
  [["Call the minister today", "Call the minister"], "Call the minister today"],
  [["same", "same"], "same"],
  [["", "kept"], "kept"],
])("%j become one text", (texts, one) => {
  expect(joinedTexts(texts)).toBe(one);
});
