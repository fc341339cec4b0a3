import { expect, it } from "vitest";
import { cx } from "./classes.ts";
import { asTextTable } from "./copy-text.ts";
import { given } from "./given.ts";

it("joins the class names that are there", () => {
  expect(cx("a", false, undefined, null, "", "b")).toBe("a b");
});

it("leaves out what is undefined, and only that", () => {
  expect(given({ a: undefined, b: null, c: 0, d: "", e: false })).toEqual({ b: null, c: 0, d: "", e: false });
});

it("keeps one row on one line in a text table", () => {
  expect(
    asTextTable([
      ["Post", "Note"],
      ["Paris", "two\r\nlines\tand a tab"],
    ]),
  ).toBe("Post\tNote\nParis\ttwo lines and a tab");
});
