// Hostile texts run to completion, and the work they make grows with their length, not with its square.
import { expect, test } from "vitest";
import { readCable } from "./read-cable.ts";

const head =
  "P 201530Z NOV 26\nFM SECSTATE WASHDC\nTO AMEMBASSY BEIJING\nUNCLAS STATE 118204\nE.O. 13526: N/A\nTAGS: PREL\nSUBJECT: X\n";
const dateline = "Washington, November 21, 1976, 2040Z.\n\n285850. ";

/** Name, what stands before, what is repeated. */
const floods: readonly (readonly [string, string, string])[] = [
  ["one line", "", "A"],
  ["words", "", "WORD "],
  ["FOR A, A, A", "", "FOR A, A, A, "],
  ["one head of names", `${head}\nFOR `, "A, "],
  ["open brackets", "", "("],
  ["closed brackets", "", ")"],
  ["open marks", `${head}\n1. `, "(SBU "],
  ["digits", "", "1"],
  ["line feeds", "", "\n"],
  ["line ends", "", "\r\n"],
  ["blanks", "", " "],
  ["items", "", "A. X\n"],
  ["items next in turn", `${head}\n1. POINTS:\n`, "-- AB\n"],
  ["references", `${head}REF: `, "A. STATE 1; "],
  ["lines of references", `${head}REF: A. STATE 1\n`, "B. STATE 22222\n"],
  ["labels of references", `${head}REF: `, "A) "],
  ["paragraphs", `${head}\n`, "1. POSTS SHOULD REPORT BY MAY 21.\n\n"],
  ["subjects of cues", `${head}\n1. `, "YOU "],
  ["beginnings of cues", `${head}\n1. `, "POSTS YOU SHOULD NOT RPT NOT "],
  ["quotations opened", `${head}\n1. `, "QUOTE "],
  ["quotations", `${head}\n1. `, "QUOTE X UNQUOTE "],
  ["fences", `${head}\n1. `, "BEGIN TEXT X END TEXT "],
  ["notes for the posts", `${head}\n1. `, "FYI. A. END FYI. "],
  ["open notes", `${head}\n`, "1. FYI. X\n\n"],
  ["full stops", "", "."],
  ["dashes", "", "-"],
  ["rules", "", "-----\n"],
  ["abbreviations", "", "U.N. "],
  ["short sentences", `${head}\n1. `, "AB CD. "],
  ["pages", "", "PAGE 02 STATE 1\nCONFIDENTIAL\n"],
  ["addressees in one line", "P 201530Z NOV 26\nFM SECSTATE\nTO ", "AMEMBASSY ROME "],
  ["addressees", "P 201530Z NOV 26\nFM SECSTATE\nTO X\n", "AMEMBASSY ROME\n"],
  ["tags", `${head.replace("TAGS: PREL\n", "")}TAGS: `, "PREL "],
  ["brackets in tags", `${head.replace("TAGS: PREL\n", "")}TAGS: `, "("],
  ["subjects", "", "SUBJECT: A\n"],
  ["labels", "", "FROM: A\nACTION: B\n"],
  ["accents and quotes", "", "é“—"],
  ["letters that grow", "", "ŉß"],
  ["nulls", "", "\0"],
  ["half characters", "", "\ud800"],
  ["heads for posts", `${head}\n`, "FOR A AND B: DO.\n\n"],
  ["paragraphs drawn on", `${head}\n`, "1. DRAW ON PARA 1 AND 2, 3, 4 THROUGH 90.\n\n"],
  ["edited subjects", dateline, "Subject: Aid. "],
  ["edited references", dateline, "Ref: State 1. "],
  ["edited pass lines", dateline, "For Ambassador. "],
  ["closings", `${head}\n1. POSTS SHOULD REPORT `, "BY COB ON "],
  ["events", `${head}\n1. POSTS SHOULD DELIVER `, "BEFORE "],
  ["copies", `${head}\n1. PLEASE REPORT `, "INFO USUN AND "],
  ["posts named", `${head}\n1. `, "BEIJING "],
  ["banners spelled out", "", "C O N F "],
  ["all at once", "", "1. (SBU) SUMMARY: A) B (C) D -- FOR ROME: IF RAISED,\n"],
];

/** Floods read at their full megabyte; the others at a tenth of it, to keep the run short. */
const full = new Set([
  "one line",
  "FOR A, A, A",
  "open brackets",
  "digits",
  "line feeds",
  "items",
  "references",
  "paragraphs",
]);

function flood(before: string, repeated: string, length: number): string {
  return before + repeated.repeat(Math.ceil(length / repeated.length));
}

test.each(floods)("a flood of %s is read to its end", { timeout: 120_000 }, (name, before, repeated) => {
  const source = flood(before, repeated, full.has(name) ? 1_000_000 : 100_000);
  const reading = readCable(source, { knownPosts: ["London", "The Hague"] });
  for (const { span } of reading.paragraphs) expect(span.end).toBeLessThanOrEqual(source.length);
});

test("a text beyond the limit is cut, and said to be", { timeout: 120_000 }, () => {
  const reading = readCable(flood(head, "WORD ", 2_100_000));
  expect(reading.notes.map((note) => note.code)).toEqual(expect.arrayContaining(["tooLong", "lineTooLong"]));
});

const scanners = ["charAt", "charCodeAt", "slice"] as const;
const native = Object.getOwnPropertyDescriptors(String.prototype);

/** Runs `act` and counts the characters looked at through the string methods that the reader scans with. */
function workOf(act: () => void): number {
  let work = 0;
  for (const name of scanners) {
    const plain = native[name].value as (...asked: number[]) => unknown;
    const value = function (this: string, ...asked: number[]): unknown {
      const answer = Reflect.apply(plain, this, asked);
      work += typeof answer === "string" ? answer.length : 1;
      return answer;
    };
    // oxlint-disable-next-line no-extend-native -- counted while one text is read, and put back below
    Object.defineProperty(String.prototype, name, { ...native[name], value });
  }
  try {
    act();
  } finally {
    // oxlint-disable-next-line no-extend-native -- puts back what was there
    for (const name of scanners) Object.defineProperty(String.prototype, name, native[name]);
  }
  return work;
}

test.each(floods)("twice the %s makes about twice the work", { timeout: 120_000 }, (_, before, repeated) => {
  const small = flood(before, repeated, 10_000);
  const large = flood(before, repeated, 20_000);
  const work = [small, large].map((source) => workOf(() => readCable(source)));
  expect(work[1]).toBeLessThan((work[0] ?? 0) * 2.6 + 20_000);
});
