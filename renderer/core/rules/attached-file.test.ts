// What is known of a file that is attached.
import { expect, test } from "vitest";
import { allowedMarkings, fileSpill, fileWord } from "./attached-file.ts";

test.each([
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"],
  ["image/tiff", "image"],
  ["text/html", "webPage"],
  ["text/plain", "text"],
  ["application/octet-stream", "other"],
  ["", "other"],
])("%s is called %s", (type, word) => {
  expect(fileWord(type)).toBe(word);
});

test("no marking above the ceiling is offered", () => {
  expect(allowedMarkings("SBU")).toEqual(["U", "SBU"]);
});

test.each([
  ["minutes.txt", "SECRET\nFM PARIS", "S"],
  ["CONFIDENTIAL.pdf", "", "C"],
  ["TOP_SECRET.docx", "", "TS"],
  ["minutes.txt", "UNCLASSIFIED\nSecret talks began.", undefined],
  ["secret garden.jpg", "", undefined],
])("%s with %j is marked above SBU: %s", (name, text, marking) => {
  expect(fileSpill({ name, text }, "SBU", false)?.marking).toBe(marking);
  expect(fileSpill({ name, text }, "SBU", true)).toBeNull();
});
