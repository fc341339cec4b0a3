// The text below the header: paragraphs, items, fences, portion marks, labels and the signature.
import { describe, expect, test } from "vitest";
import { readCable } from "./read-cable.ts";

const head =
  "P 201530Z NOV 26\nFM SECSTATE WASHDC\nTO AMEMBASSY ROME\nUNCLAS STATE 118204\nTAGS: UN\nSUBJECT: X\n\n";

function read(text: string) {
  return readCable(head + text);
}

function numbers(text: string) {
  return read(text).paragraphs.map((paragraph) => paragraph.number);
}

describe("paragraph numbers", () => {
  test.each([
    ["in turn", "1. A FIRST.\n\n2. A SECOND.\n\n3. A THIRD.", [1, 2, 3]],
    ["without blank lines", "1. A FIRST.\n2. A SECOND.\n3. A THIRD.", [1, 2, 3]],
    ["repeated", "1. A FIRST.\n\n2. A SECOND.\n\n2. AGAIN.\n\n3. A THIRD.", [1, 2, 2, 3]],
    ["skipped", "1. A FIRST.\n\n4. A FOURTH.", [1, 4]],
    ["with pilcrows", "¶1. (SBU) A FIRST.\n\n¶2. (SBU) A SECOND.", [1, 2]],
    ["apart from their stops", "1 . A FIRST.\n\n2 . A SECOND.", [1, 2]],
    ["a summary before the first", "SUMMARY: ALL IS WELL.\n\n1. A FIRST.", [null, 1]],
    ["decimals are none", "1. GROWTH WAS\n6.5 PERCENT.\n\n2. A SECOND.", [1, 2]],
    ["a wrapped number is none", "1. UNDER ARTICLE\n17. THE CHARTER SAYS SO.\n\n2. A SECOND.", [1, 2]],
    ["none at all", "ALL IS WELL.\n\nAND MORE.", [null, null]],
  ])("%s", (_, text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  test("repeats and gaps are told", () => {
    const { notes } = read("1. A.\n\n2. B.\n\n2. C.\n\n5. D.");
    expect(notes.map((note) => note.code)).toEqual(expect.arrayContaining(["numbersRepeat", "numbersSkip"]));
  });
});

describe("portion marks", () => {
  test.each([
    ["1. (U) X.", "U"],
    ["1. (SBU) X.", "SBU"],
    ["1. (SBU/NF) X.", "SBU"],
    ["1. (SBU//NOFORN) X.", "SBU"],
    ["1. (C) X.", "C"],
    ["1. (c) x.", "C"],
    ["1. (S//NF) X.", "S"],
    ["1. (TS) X.", "TS"],
    ["1. (LOU) X.", "SBU"],
    ["1. (CUI) X.", "SBU"],
    ["1. (FYI) X.", null],
    ["1. (SEE REF A) X.", null],
    ["1. (SECRETARY) X.", null],
    ["1. SUMMARY: (SBU) X.", "SBU"],
    ["1. X.", null],
  ])("%s", (text, portion) => {
    const [paragraph] = read(text).paragraphs;
    expect(paragraph?.portion ?? null).toBe(portion);
    // A mark is no part of the text; brackets that are none stay in it.
    expect(paragraph?.text.startsWith("(")).toBe(portion === null && text.includes("("));
  });

  test.each([
    "1. (C-ENTIRE TEXT).\n\n2. X.\n\n3. (U) Y.",
    "1. C-ENTIRE TEXT.\n\n2. X.\n\n3. (U) Y.",
    "1. (C) ENTIRE TEXT.\n\n2. X.\n\n3. (U) Y.",
  ])("a mark for the entire text holds for paragraphs without their own: %s", (text) => {
    expect(read(text).paragraphs.map((paragraph) => paragraph.portion)).toEqual(["C", "C", "U"]);
  });
});

describe("labels", () => {
  test.each([
    ["1. SUMMARY: X.", "SUMMARY", "X."],
    ["1. BACKGROUND. ON MONDAY X.", "BACKGROUND", "ON MONDAY X."],
    ["1. (SBU) SUMMARY AND ACTION REQUEST: X.", "SUMMARY AND ACTION REQUEST", "X."],
    ["1. Action requested: Deliver.", "ACTION REQUESTED", "Deliver."],
    ["1. COMMENT: X. END COMMENT.", "COMMENT", "X. END COMMENT."],
    ["1. TALKING POINTS -- A. X.", "TALKING POINTS", "A. X."],
    ["1. THE MINISTER SAID: NO.", null, "THE MINISTER SAID: NO."],
    ["1. WE MET. HE LEFT.", null, "WE MET. HE LEFT."],
  ])("%s", (text, label, rest) => {
    const [paragraph] = read(text).paragraphs;
    expect(paragraph?.label).toBe(label);
    expect(paragraph?.text).toBe(rest);
  });

  test("a heading between rules names the paragraph below it", () => {
    const reading = read(
      "1. (SBU) FIRST.\n\n----------\nBACKGROUND\n----------\n\n2. (SBU) IT BEGAN.\n\nROLE OF THE COUNCIL\n\n3. (SBU) IT WENT ON.",
    );
    expect(reading.paragraphs.map(({ number, label }) => [number, label])).toEqual([
      [1, null],
      [2, "BACKGROUND"],
      [3, "ROLE OF THE COUNCIL"],
    ]);
    expect(reading.paragraphs[0]?.text).toBe("FIRST.");
    expect(reading.fields.background.map((found) => found.value)).toEqual(["IT BEGAN."]);
  });
});

function itemsOf(text: string): string[][] {
  return read(text).paragraphs.map((paragraph) =>
    paragraph.items.map((item) => `${item.label}=${item.text}`),
  );
}

describe("items", () => {
  test.each([
    ["letters with stops", "1. POINTS:\n\nA. ONE.\n\nB. TWO.", [["A=ONE.", "B=TWO."]]],
    ["letters in brackets", "1. POINTS:\n\n(A) ONE;\n\n(B) TWO.", [["A=ONE;", "B=TWO."]]],
    [
      "letters with dashes",
      "1. Points:\n\nA—One thing.\n\nB—Two things.",
      [["A=One thing.", "B=Two things."]],
    ],
    ["double dashes", "1. POINTS:\n\n-- ONE;\n\n-- TWO.", [["--=ONE;", "--=TWO."]]],
    ["double dashes without blanks", "1. POINTS:\n\n--ONE;\n--TWO.", [["--=ONE;", "--=TWO."]]],
    ["bullets", "1. Points:\n\n• One.\n• Two.", [["•=One.", "•=Two."]]],
    ["numbers in brackets", "1. POINTS:\n\n(1) ONE.\n(2) TWO.", [["1=ONE.", "2=TWO."]]],
    [
      "run on in a sentence",
      "1. COVER: (A) ONE; (B) TWO; AND (C) THREE. CITE NUMBERS.",
      [["A=ONE", "B=TWO", "C=THREE."]],
    ],
    ["run on with numbers", "1. Purpose is 1) to ask; 2) to tell.", [["1=to ask", "2=to tell."]]],
    [
      "wrapped over lines",
      "1. POINTS:\n\nA. ONE THAT GOES\nON.\n\nB. TWO.",
      [["A=ONE THAT GOES ON.", "B=TWO."]],
    ],
    ["one line each without stops", "1. SENT:\n\nA. ONE\nB. TWO\nC. THREE", [["A=ONE", "B=TWO", "C=THREE"]]],
    [
      "carried on in the next paragraph",
      "1. MUST:\n\nA. ONE.\n\n2. MAY:\n\nB. TWO.",
      [["A=ONE."], ["B=TWO."]],
    ],
    [
      "what follows the list is not the last item's",
      "1. POINTS:\n\nA. ONE.\n\nB. TWO.\n\nAND SO ON AND ON.",
      [["A=ONE.", "B=TWO."]],
    ],
    ["an initial opens none", "1. HE MET\nJ. SMITH.\n\nU. S. POLICY IS CLEAR.", [[]]],
    ["one letter alone in a sentence is none", "1. SEE REF (A) FOR MORE.", [[]]],
  ])("%s", (_, text, expected) => {
    expect(itemsOf(text)).toEqual(expected);
  });
});

function fencesOf(text: string): string[] {
  return read(text).fences.map((fence) => `${fence.kind}=${fence.text}`);
}

describe("fences", () => {
  test.each([
    ["1. X. (FYI. SECRET. END FYI.) Y.", ["fyi=SECRET."]],
    ["1. X. FYI: ONE. END FYI. Y.", ["fyi=ONE."]],
    ["5. (FYI) On Nov. 3 we closed (End FYI).", ["fyi=On Nov. 3 we closed"]],
    ["1. SUMMARY: ALL WELL. END SUMMARY.", ["summary=ALL WELL."]],
    ["1. BEGIN SUMMARY: ALL WELL. END SUMMARY.", ["summary=ALL WELL."]],
    ["1. BEGIN TEXT:\nDEAR MR. MINISTER,\n\nREGARDS\nEND TEXT", ["text=DEAR MR. MINISTER,\n\nREGARDS"]],
    ["1. BEGIN QTE\nHELLO\nEND QUOTE", ["quote=HELLO"]],
    ["1. BEGIN NON-PAPER: ONE. END NON-PAPER.", ["text=ONE."]],
    ["1. BEGIN TALKING POINTS:\n-- ONE.\n-- TWO.\nEND TALKING POINTS.", ["talkingPoints=-- ONE.\n-- TWO."]],
    ["1. HE SPOKE OF QUOTE PEACE UNQUOTE TODAY.", ["quote=PEACE"]],
    ["1. QUOTE ONE QUOTE TWO UNQUOTE THREE UNQUOTE.", ["quote=TWO", "quote=ONE QUOTE TWO UNQUOTE THREE"]],
    ["1. GOVERNMENTS WILL BEGIN WORK AND END POVERTY.", []],
    ["1. FYI WITHOUT AN END.", []],
    ["1. X. END FYI. Y.", []],
  ])("%s", (text, expected) => {
    expect(fencesOf(text)).toEqual(expected);
  });

  test("a letter is kept as it was laid out, page marks left out", () => {
    const source = `PAGE 01 STATE 1\n${head}1. DELIVER FOLLOWING LETTER:\n\nBEGIN TEXT\n\nDEAR MR. MINISTER,\n\nWE MUST\n\nSECRET\n\nPAGE 02 STATE 1\n\nTALK.\n\nREGARDS,\nHENRY\n\nEND TEXT`;
    const [point] = readCable(source).fields.points;
    expect(point?.value).toMatchObject({
      kind: "textToHandOver",
      verbatim: true,
      text: "DEAR MR. MINISTER,\n\nWE MUST\nTALK.\n\nREGARDS,\nHENRY",
    });
  });
});

describe("signature", () => {
  test.each([
    ["1. X.\n\nKISSINGER", "KISSINGER", "sure"],
    ["1. X.\nKISSINGER", "KISSINGER", "likely"],
    ["1. PLEASE REPORT, INFO USUN. INGERSOLL", "INGERSOLL", "likely"],
    ["1. X.\n\nDE PALMA", "DE PALMA", "sure"],
    ["1. X.\n\nO'NEILL (ACTING)", "O'NEILL (ACTING)", "sure"],
    ["1. X.\n\nMINIMIZE CONSIDERED.\n\nRUBIO", "RUBIO", "sure"],
    ["1. X.\n\nVANCE\n\nNOTE BY OC/T: NOT PASSED ABOVE ADDRESSEES.", "VANCE", "sure"],
    ["1. X.\n\nVANCE\n\nBT\n#8204\nNNNN", "VANCE", "sure"],
    ["1. X. UNQUOTE\n\nROGERS", "ROGERS", "sure"],
  ])("%s", (text, value, certainty) => {
    expect(read(text).header.signature).toMatchObject({ value, certainty });
  });

  test.each(["1. X. THE END OF IT.", "1. QUOTE X. UNQUOTE", "1. X.\n\nEND TEXT", "1. X.\n\nCONFIDENTIAL"])(
    "%s has none",
    (text) => {
      expect(read(text).header.signature).toBeNull();
    },
  );

  test("it is no part of the last paragraph", () => {
    expect(read("1. X. Y. ROGERS").paragraphs.at(-1)?.text).toBe("X. Y.");
  });
});

test("words cut at the line's end are one again, and dashes stay dashes", () => {
  const [paragraph] = read("1. THE UNDER-\nTAKING AND THE NON-ALIGNED --\nALL OF THEM.").paragraphs;
  expect(paragraph?.text).toBe("THE UNDER-TAKING AND THE NON-ALIGNED -- ALL OF THEM.");
});
