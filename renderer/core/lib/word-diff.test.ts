// The difference of two texts keeps every word of both.
import fc from "fast-check";
import { expect, it } from "vitest";
import { wordDiff } from "./word-diff.ts";

it.each([
  [
    "Deliver by Friday.",
    "Deliver by Monday.",
    [
      ["same", "Deliver by"],
      ["gone", " Friday."],
      ["new", " Monday."],
    ],
  ],
  ["", "New", [["new", "New"]]],
  ["Same", "Same", [["same", "Same"]]],
])("%j to %j", (before, after, parts) => {
  expect(wordDiff(before, after).map(({ kind, text }) => [kind, text])).toEqual(parts);
});

it("gives both texts back", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c ", "\n", "d")).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join("");
      expect(without("new")).toBe(before);
      expect(without("gone")).toBe(after);
    }),
  );
});
