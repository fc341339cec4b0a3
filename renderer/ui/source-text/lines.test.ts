import { describe, expect, it } from "vitest";
import { lineAt, linesOf, piecesOf, type Span } from "./lines.ts";

const words = (text: string) => linesOf(text).map((line) => text.slice(line.start, line.end));

describe("linesOf", () => {
  it.each([
    ["nothing", "", [""]],
    ["one line", "abc", ["abc"]],
    ["line feeds", "a\nb\n", ["a", "b", ""]],
    ["carriage returns and line feeds", "a\r\nb\r\n\r\nc", ["a", "b", "", "c"]],
    ["a carriage return that ends no line", "a\rb\nc", ["a\rb", "c"]],
  ])("cuts %s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("cuts a long line at a blank and numbers only its first part", () => {
    const text = `${"word ".repeat(500)}\nnext`;
    const lines = linesOf(text);
    expect(lines.map((line) => line.number)).toEqual([1, null, null, 2]);
    expect(lines.every((line) => line.end - line.start <= 1000)).toBe(true);
    expect(words(text).slice(0, 3).join("")).toBe("word ".repeat(500));
  });

  it("cuts a long line without blanks too", () => {
    expect(words("x".repeat(2500)).map((line) => line.length)).toEqual([1000, 1000, 500]);
  });
});

it("finds the line of an offset", () => {
  const lines = linesOf("ab\ncd\n\nef");
  expect([0, 2, 3, 5, 6, 7, 9].map((offset) => lineAt(lines, offset))).toEqual([0, 0, 1, 1, 2, 3, 3]);
});

describe("piecesOf", () => {
  const text = "0123456789\nabcdefghij";
  const [first, second] = linesOf(text);
  const shown = (line: typeof first, spans: readonly Span[]) =>
    line === undefined
      ? []
      : piecesOf(line, spans).map(
          (piece) =>
            `${text.slice(piece.start, piece.end)}${piece.span === null ? "" : `=${piece.span.id}${piece.isHead ? "!" : ""}`}`,
        );

  it.each<[string, typeof first, readonly Span[], readonly string[]]>([
    ["no span", first, [], ["0123456789"]],
    ["a span inside", first, [{ id: "a", start: 2, end: 5 }], ["01", "234=a!", "56789"]],
    ["a whole line", first, [{ id: "a", start: 0, end: 10 }], ["0123456789=a!"]],
    [
      "spans side by side",
      first,
      [
        { id: "a", start: 0, end: 3 },
        { id: "b", start: 3, end: 10 },
      ],
      ["012=a!", "3456789=b!"],
    ],
    [
      "a span within a span",
      first,
      [
        { id: "a", start: 1, end: 9 },
        { id: "b", start: 3, end: 5 },
      ],
      ["0", "12=a!", "34=b!", "5678=a", "9"],
    ],
    [
      "spans that overlap: the shorter wins",
      first,
      [
        { id: "a", start: 0, end: 6 },
        { id: "b", start: 4, end: 8 },
      ],
      ["0123=a!", "45=b!", "67=b", "89"],
    ],
    ["the start of a span over two lines", first, [{ id: "a", start: 8, end: 14 }], ["01234567", "89=a!"]],
    ["the rest of a span over two lines", second, [{ id: "a", start: 8, end: 14 }], ["abc=a", "defghij"]],
    ["a span elsewhere", second, [{ id: "a", start: 2, end: 5 }], ["abcdefghij"]],
    ["an empty span", first, [{ id: "a", start: 4, end: 4 }], ["0123", "456789"]],
  ])("cuts a line with %s", (_, line, spans, expected) => {
    expect(shown(line, spans)).toEqual(expected);
  });
});
