// Tables as people save them, and what is wrong with those that are not.
import { readFileSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import { limits } from "./limits.ts";
import { readContent } from "./index.ts";
import { type ListedTable, listedTable } from "./made-reading.ts";

function table(text: string | Uint8Array): ListedTable {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return listedTable(readContent({ kind: "table", bytes, ...readAsFound }));
}

const cells = (text: string) => table(text).rows.map((row) => row.cells);
const lines = (text: string) => table(text).rows.map((row) => row.line);

describe("what is read", () => {
  test.each([
    ["commas", "name,city\nA,Paris\n", ","],
    ["semicolons", "name;city\nA;Paris, France\n", ";"],
    ["tabs", "name\tcity\nA\tParis\n", "\t"],
    ["bars", "name|city\nA|Paris\n", "|"],
    ["Excel's sep= line", "sep=;\nname;city\nA;1,5\n", ";"],
  ])("%s", (_name, text, delimiter) => {
    expect(table(text)).toMatchObject({ delimiter, headings: ["name", "city"], rejects: [] });
    expect(table(text).rows[0]?.cells[0]).toBe("A");
  });

  test("quotes, doubled quotes and line breaks inside them; lines count as in the file", () => {
    const text = 'name,note\r\nA,"one\r\ntwo"\r\nB,"say ""no"", then"\r\n\r\nC,x\r\n';
    expect(cells(text)).toEqual([
      ["A", "one\ntwo"],
      ["B", 'say "no", then'],
      ["C", "x"],
    ]);
    expect(lines(text)).toEqual([2, 4, 6]);
  });

  test("sep= counts as a line of the file", () => {
    expect(lines("sep=;\na;b\n1;2\n")).toEqual([3]);
  });

  test.each(["a,b\r1,2\r", "a,b\n1,2", "\ufeffa,b\r\n1,2\r\n", "\n\na,b\n1,2\n"])(
    "line endings of %j",
    (text) => {
      expect(table(text)).toMatchObject({ headings: ["a", "b"] });
      expect(cells(text)).toEqual([["1", "2"]]);
    },
  );

  test("blank rows and empty columns at the right edge, as spreadsheets leave them", () => {
    expect(table("a,b,,\n1,2,,\n,,,\n3,4,,\n")).toMatchObject({ headings: ["a", "b"], rejects: [] });
    expect(cells("a,b,,\n1,2,,\n,,,\n3,4,,\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test.each<[string, string, string[], string[][]]>([
    ["a heading twice", "a,b,a, a\n1,2,3,4\n", ["a", "b", "a (3)", "a (4)"], [["1", "2", "3", "4"]]],
    [
      "a column without one",
      ",a,\n1,2,\n,3,4\n",
      ["(1)", "a", "(3)"],
      [
        ["1", "2", ""],
        ["", "3", "4"],
      ],
    ],
    ["an empty column between others", "a,,c\n1,,3\n", ["a", "c"], [["1", "3"]]],
    [
      "a name another column has already",
      "a,a,a (2)\n1,2,3\n",
      ["a", "a (2) (2)", "a (2)"],
      [["1", "2", "3"]],
    ],
  ])("%s: each column is told by its number", (_name, text, headings, rows) => {
    expect(table(text)).toMatchObject({ headings, rejects: [] });
    expect(cells(text)).toEqual(rows);
  });

  test("a separator more at the end of rows parts nothing", () => {
    const text = "a,b\n1,2,\n3,4, ,\n5,6,7\n";
    expect(cells(text)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(table(text).rejects).toMatchObject([{ line: 4, code: "file/ragged-rows" }]);
  });

  test("a column is found to be in use only in the last of many rows", () => {
    const text = `,a\n${",1\n".repeat(2500)}x,2\n`;
    expect(table(text).headings).toEqual(["(1)", "a"]);
    expect(cells(text)).toHaveLength(2501);
    expect([cells(text)[0], cells(text).at(-1)]).toEqual([
      ["", "1"],
      ["x", "2"],
    ]);
  });

  test("one column is a table too", () => {
    expect(cells("post\nParis\nRome\n")).toEqual([["Paris"], ["Rome"]]);
    expect(cells("time\n10:30\n11:45\n")).toEqual([["10:30"], ["11:45"]]);
  });

  test("values stay text: no number, no date, no white space is touched", () => {
    expect(cells("a,b\n 007 ,1e5\n")).toEqual([[" 007 ", "1e5"]]);
  });

  test("UTF-16 and Windows-1252", () => {
    const utf16 = Buffer.from("\ufeffa,b\n1,é\n", "utf16le");
    expect(table(utf16).rows[0]?.cells).toEqual(["1", "é"]);
    const western = Buffer.concat([Buffer.from("a,b\n1,"), Buffer.from([0x93, 0xe9, 0x94, 0x0a])]);
    expect(table(western).rows[0]?.cells).toEqual(["1", "“é”"]);
  });

  const posts = new URL("../../../../../shared/data/posts/us-posts-open.csv", import.meta.url);
  test.skipIf(!existsSync(posts))("a real list of posts, whole", () => {
    const found = table(readFileSync(posts));
    expect(found.headings.slice(0, 3)).toEqual(["record_file", "locale_id", "city"]);
    expect(found.rejects).toEqual([]);
    const text = readFileSync(posts, "utf8").trimEnd().split("\n");
    expect(found.rows.length).toBe(text.length - 1);
    expect(found.rows.at(-1)?.line).toBe(text.length);
  });
});

describe("rows that do not fit", () => {
  test.each([
    ["too few cells", "a,b\n1,2\n3\n", 3, "file/ragged-rows", { expected: 2, found: 1 }],
    ["too many cells", "a,b\n1,2\n3,4,5\n", 3, "file/ragged-rows", { expected: 2, found: 3 }],
    ["a quote out of place", 'a,b\n1,2\n"x"y",4\n', 3, "file/bad-quote", {}],
    ["a control character", "a,b\n1,2\n3,\u0007\n", 3, "file/control-character", {}],
    [
      "a cell too long",
      `a,b\n1,2\n3,${"x".repeat(limits.cellLength + 1)}\n`,
      3,
      "file/cell-too-long",
      { limit: 32_768 },
    ],
  ])("%s", (_name, text, line, code, facts) => {
    const { rows, rejects } = table(text);
    expect(rows.map((row) => row.cells)).toEqual([["1", "2"]]);
    expect(rejects).toEqual([expect.objectContaining({ line, code, facts })]);
  });

  test("the column is named where one cell is to blame", () => {
    expect(table("a,b\n1,2\n3,\u0007\n").rejects[0]?.column).toBe("b");
    expect(table("a,b,\n1,2,3\n4,,\u0007\n").rejects[0]).toMatchObject({ line: 3, column: null });
  });

  test("of very many, the first thousand are listed and the rest counted", () => {
    const { rows, rejects } = table(`a,b\n1,2\n${"3\n".repeat(1500)}`);
    expect([rows.length, rejects.length]).toEqual([1, 1001]);
    expect(rejects.at(-1)).toMatchObject({ line: 1003, code: "file/more-rejects", facts: { count: 500 } });
  });
});

describe("what is refused", () => {
  test.each<[string, string, string, Record<string, unknown>]>([
    [
      "__proto__",
      "a,__proto__\n1,2\n",
      "file/forbidden-heading",
      { heading: "__proto__", line: 1, column: 2 },
    ],
    ["constructor", "constructor,b\n1,2\n", "file/forbidden-heading", { heading: "constructor" }],
    ["prototype", "\n\nprototype,b\n1,2\n", "file/forbidden-heading", { heading: "prototype", line: 3 }],
    ["headings without rows", "a,b\n", "file/no-rows", { line: 1 }],
    ["no row that fits", "a,b\n1\n2\n", "file/ragged-rows", { line: 2, expected: 2, found: 1 }],
    ["a quote that never closes", 'a,b\n1,2\n"3,4\n5,6\n', "file/unclosed-quote", { line: 3 }],
    ["a delimiter that cannot be guessed", "a:b:c\n1:2:3\n4:5:6\n", "file/wrong-delimiter", { likely: ":" }],
    [
      "a sep= line that lies",
      "sep=,\na;b\n1;2\n",
      "file/wrong-delimiter",
      { delimiter: ",", likely: ";", line: 2 },
    ],
    ["too many columns", `${"x,".repeat(300)}x\n`, "file/too-many-columns", { limit: 256, found: 301 }],
    [
      "columns without a heading",
      `a${",".repeat(300)}\n1${",2".repeat(300)}\n`,
      "file/too-many-columns",
      { found: 301 },
    ],
    ["a million columns", `${"x,".repeat(1_000_000)}x\n`, "file/too-many-columns", { found: 1_000_001 }],
    ["too many rows", `a,b\n${"1,2\n".repeat(limits.rows + 1)}`, "file/too-many-rows", { limit: 100_000 }],
    ["an empty file", "", "file/empty", {}],
    ["only sep=", "sep=;\n", "file/empty", {}],
    ["a zip that is none", "PK\u0003\u0004", "file/bad-archive", { fault: "damaged" }],
  ])("%s", (_name, text, code, facts) => {
    expect(() => table(text)).toThrow(
      expect.objectContaining({ code, facts: expect.objectContaining(facts) }),
    );
  });

  test("nothing read ever reaches Object's own prototype", () => {
    expect(() => table("__proto__,polluted\nx,1\n")).toThrow("file/forbidden-heading");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(table("a,b\n__proto__,constructor\n").rows[0]?.cells).toEqual(["__proto__", "constructor"]);
  });
});
