// Text that comes in pieces: wherever it is cut, the same table comes out, and the same is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Encoding, readAsFound } from "#core/host/open-files.ts";
import { AppError } from "#core/host/errors.ts";
import { csvTable } from "./csv.ts";
import { pieceBytes } from "./encoding.ts";
import { readContent } from "./index.ts";
import { type ListedTable, listedTable } from "./made-reading.ts";
import { checkText } from "./text.ts";

function read(bytes: Uint8Array, encoding: Encoding | null = null) {
  return readContent({ kind: "table", bytes, ...readAsFound, encoding });
}

/** A list whose byte number `pieceBytes`, the first of the second piece, is the first of `edge`; another row follows. */
function cutWithin(
  before: string,
  edge: string,
  at: number,
  toBytes = (text: string): Buffer => Buffer.from(text),
): Uint8Array {
  const head = "name,note\n";
  const room = pieceBytes - toBytes(head).byteLength - toBytes(before).byteLength - at;
  const filler = "x,0123456789\n";
  const rows = filler.repeat(Math.floor(room / toBytes(filler).byteLength) - 1);
  const rest = room - toBytes(rows).byteLength - toBytes("y,\n").byteLength;
  const unit = toBytes("z").byteLength;
  const bytes = toBytes(`${head}${rows}y,${"z".repeat(rest / unit)}\n${before}${edge}last,row\n`);
  expect(bytes.subarray(pieceBytes - at).indexOf(toBytes(edge))).toBe(0);
  return bytes;
}

describe("at the border of two pieces", () => {
  test.each<[string, string, string, number, string[]]>([
    ["a letter of two bytes", "a,b", "é\n", 1, ["a", "bé"]],
    ["a letter of three bytes", "a,b", "€\n", 1, ["a", "b€"]],
    ["a letter of four bytes", "a,b", "𐍈\n", 3, ["a", "b𐍈"]],
    ["CR and LF", "a,b", "\r\n", 1, ["a", "b"]],
    ["a quoted CR and LF", 'a,"b', '\r\nc"\n', 1, ["a", "b\nc"]],
    ["a quoted line feed", 'a,"b', '\nc"\n', 1, ["a", "b\nc"]],
    ["a doubled quote", 'a,"b', '""c"\n', 1, ["a", 'b"c']],
    ["a closing quote and its comma", '"a', '",b\n', 1, ["a", "b"]],
    ["a quoted comma", 'a,"b', ',c"\n', 0, ["a", "b,c"]],
    ["a line feed", "a,b", "\n", 0, ["a", "b"]],
  ])("%s", (_name, before, edge, at, cells) => {
    const bytes = cutWithin(before, edge, at);
    const { rows, rejects } = listedTable(read(bytes));
    expect(rejects).toEqual([]);
    expect(rows.slice(-2).map((row) => row.cells)).toEqual([cells, ["last", "row"]]);
    const lines = Buffer.from(bytes)
      .toString()
      .trimEnd()
      .split(/\r\n|\n/);
    expect(rows.at(-1)?.line).toBe(lines.length);
  });

  test("half a surrogate pair of UTF-16", () => {
    const bytes = cutWithin("a,b", "𐍈\n", 2, (text: string) => Buffer.from(text, "utf16le"));
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
    expect(read(bytes, "utf-16le").encoding).toBe("utf-16le");
    for (const file of [listedTable(read(bytes, "utf-16le")), listedTable(read(marked))]) {
      expect(file.rows.at(-2)?.cells).toEqual(["a", "b𐍈"]);
      expect(file.headings).toEqual(["name", "note"]);
    }
  });

  test("a byte order mark is taken off the first piece alone", () => {
    const text = `\ufeffname,note\n${"x,0123456789\n".repeat(20_000)}\ufeffa,b\n`;
    const { headings, rows } = listedTable(read(Buffer.from(text)));
    expect(headings).toEqual(["name", "note"]);
    expect(rows.at(-1)?.cells).toEqual(["\ufeffa", "b"]);
  });
});

describe("late in a large file", () => {
  const long = `name,note\n${"x,0123456789é\n".repeat(80_000)}`;

  test("one byte that is no UTF-8 makes all of it Windows-1252, as in a short one", () => {
    const bytes = Buffer.concat([Buffer.from(long), Buffer.from([0x61, 0x2c, 0x93, 0xe9, 0x94, 0x0a])]);
    const file = read(bytes);
    const { rows } = listedTable(file);
    expect(file.encoding).toBe("windows-1252");
    expect([rows[0]?.cells, rows.at(-1)?.cells]).toEqual([
      ["x", "0123456789Ã©"],
      ["a", "“é”"],
    ]);
  });

  test.each<[string, Encoding | null, readonly number[], string, object]>([
    [
      "a byte that is neither",
      null,
      [0x61, 0x2c, 0x81, 0xe9, 0x0a],
      "file/encoding",
      { encoding: "windows-1252" },
    ],
    ["a stray byte where UTF-8 was chosen", "utf-8", [0xe9, 0x0a], "file/encoding", { encoding: "utf-8" }],
    ["half a letter at the end", "utf-8", [0x61, 0x2c, 0xe2, 0x82], "file/encoding", { encoding: "utf-8" }],
    ["a NUL", null, [0x61, 0, 0x0a], "file/binary", { looksLike: "unknown" }],
    [
      "a quote that never closes",
      null,
      [0x61, 0x2c, 0x22, 0x62, 0x0a],
      "file/unclosed-quote",
      { line: 80_002 },
    ],
  ])("%s refuses it", (_name, encoding, bytes, code, facts) => {
    const file = Buffer.concat([Buffer.from(long), Buffer.from(bytes)]);
    expect(() => read(file, encoding)).toThrow(expect.objectContaining({ code, facts }));
  });

  test("rejects and rows keep the lines of the file, with quoted line breaks and blank lines before them", () => {
    const text = `name,note\n${'x,"a\r\nb"\r\n\r\n'.repeat(40_000)}alone\ny,z\n`;
    const { rows, rejects } = listedTable(read(Buffer.from(text)));
    expect(rejects).toMatchObject([{ line: 120_002, code: "file/ragged-rows" }]);
    expect(rows.at(-1)).toEqual({ line: 120_003, cells: ["y", "z"] });
    expect(rows.length).toBe(40_001);
  });

  test("a line too long is told by its number, wherever the pieces end", () => {
    const pieces = ["a\r", "\nb\r\n", "x".repeat(20_000_000), "x".repeat(20_000_000), "\n"];
    expect(() => checkText(pieces)).toThrow(
      expect.objectContaining({ code: "file/line-too-long", facts: { line: 3 } }),
    );
  });
});

test("a row of many pieces is not begun anew with each of them", () => {
  const pieces = ['name,note\nx,"', ...Array.from({ length: 60_000 }, () => "0123456789,\n0123456"), '"\n'];
  const start = performance.now();
  expect(csvTable(pieces, null, 8).rows.slice(0, 1)).toEqual([]);
  // It is too long a cell, and the only row. Begun anew each time, 36 GB would be looked through.
  expect(performance.now() - start).toBeLessThan(5000);
});

/** What comes out: the table, or the code and facts it is refused by. */
function outcome(
  pieces: Iterable<string>,
  headLength: number,
): ListedTable | { code: string; facts: object } {
  try {
    return listedTable({ table: csvTable(pieces, null, headLength) });
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts };
    throw error;
  }
}

test("wherever a text is cut, the same comes out as of the whole", () => {
  const sign = fc.constantFrom(
    "a",
    "b",
    " ",
    ",",
    ",",
    '"',
    '"',
    '""',
    "\n",
    "\n",
    "\r\n",
    "\r",
    "'=",
    "é",
    "\ufeff",
  );
  const text = fc.array(sign, { maxLength: 60 }).map((signs) => `one,two\n1,2\n${signs.join("")}`);
  const cuts = fc.array(fc.nat(70), { maxLength: 8 });
  fc.assert(
    fc.property(text, cuts, (whole, places) => {
      const ends = [...places, whole.length].toSorted((a, b) => a - b);
      const pieces = ends.map((end, at) => whole.slice(ends[at - 1] ?? 0, end));
      // The delimiter is told from the first lines: the rest comes in pieces.
      expect(outcome(pieces, 8)).toEqual(outcome([whole], whole.length + 1));
    }),
    { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 1000) },
  );
});
