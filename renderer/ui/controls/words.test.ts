import { expect, it } from "vitest";
import { withWords } from "./words.ts";

it.each([
  ["one word", ["a"], "b", ["a", "b"]],
  ["a pasted list", [], "a, b;c\nd\te", ["a", "b", "c", "d", "e"]],
  ["a word that is there", ["a"], " a ", ["a"]],
  ["the same word twice", [], "x,x", ["x"]],
  ["only separators", ["a"], " , ;\n", ["a"]],
])("adds %s", (_, value, text, expected) => {
  expect(withWords(value, text)).toEqual(expected);
});
