// What an instruction asks: points and their kinds, deadlines, modes, level, paper, posts named.
import { describe, expect, test } from "vitest";
import { readCable } from "./read-cable.ts";

const posts = [
  "AMEMBASSY ROME",
  "AMEMBASSY LONDON",
  "AMEMBASSY THE HAGUE",
  "AMEMBASSY NEW DELHI",
  "USMISSION GENEVA",
];
const head = (sent = "P 201530Z NOV 26") =>
  `${sent}\nFM SECSTATE WASHDC\nTO ${posts.join("\n")}\nINFO AMEMBASSY PARIS\nUSMISSION USUN NEW YORK\nUNCLAS STATE 118204\nTAGS: UN\nSUBJECT: X\n\n`;

function fieldsOf(text: string, sent?: string) {
  return readCable(head(sent) + text).fields;
}

function pointsOf(text: string): string[] {
  return fieldsOf(text).points.map(({ value }) => `${value.label} ${value.kind}: ${value.text}`);
}

describe("talking points", () => {
  test.each([
    ["under a label", "1. TALKING POINTS:\n\nA. ONE.\n\nB. TWO.", ["A mustSay: ONE.", "B mustSay: TWO."]],
    [
      "under a label in brackets",
      "1. (SBU) TALKING POINTS:\n\n-- (SBU) ONE.\n\n-- TWO.",
      ["-- mustSay: ONE.", "-- mustSay: TWO."],
    ],
    [
      "announced",
      "1. POSTS SHOULD MAKE THE FOLLOWING POINTS:\n\nA. ONE.\n\nB. TWO.",
      ["A mustSay: ONE.", "B mustSay: TWO."],
    ],
    ["to draw on", "1. POSTS MAY DRAW ON FOLLOWING TALKING POINTS:\n\nA. ONE.", ["A maySay: ONE."]],
    ["suggested", "1. SUGGESTED TALKING POINTS:\n\n• ONE.\n\n• TWO.", ["• maySay: ONE.", "• maySay: TWO."]],
    [
      "announced across a line's end",
      "1. YOU SHOULD USE THE FOLLOWING\nTALKING POINTS.\n\n(1) ONE.\n\n(2) TWO.",
      ["1 mustSay: ONE.", "2 mustSay: TWO."],
    ],
    [
      "fenced",
      "1. BEGIN TALKING POINTS:\n\n-- ONE.\n\n-- TWO.\n\nEND TALKING POINTS.",
      ["-- mustSay: ONE.", "-- mustSay: TWO."],
    ],
    [
      "fenced without items",
      "1. DRAW ON THESE.\n\nBEGIN POINTS: ALL IS WELL. END POINTS.",
      [" mustSay: ALL IS WELL."],
    ],
    [
      "a question",
      "1. TALKING POINTS:\n\nA. ONE.\n\nB. HOW DO YOU SEE IT?",
      ["A mustSay: ONE.", "B question: HOW DO YOU SEE IT?"],
    ],
    [
      "marked if raised one by one",
      "1. TALKING POINTS:\n\nA. ONE.\n\nB. IF ASKED: TWO.",
      ["A mustSay: ONE.", "B ifRaised: IF ASKED: TWO."],
    ],
    ["if raised, as a list", "1. IF RAISED:\n\nA. ONE.\n\nB. TWO.", ["A ifRaised: ONE.", "B ifRaised: TWO."]],
    [
      "if asked, as a sentence",
      "1. IF ASKED, YOU MAY SAY THAT ALL IS WELL.",
      ["1 ifRaised: IF ASKED, YOU MAY SAY THAT ALL IS WELL."],
    ],
    [
      "if the host raises it",
      "1. IF HOST GOVERNMENT RAISES QUESTION, SAY WE STUDY IT. MORE SO.",
      ["1 ifRaised: IF HOST GOVERNMENT RAISES QUESTION, SAY WE STUDY IT. MORE SO."],
    ],
    ["for the posts alone", "1. FYI. WE EXPECT TROUBLE. END FYI.", [" background: WE EXPECT TROUBLE."]],
    ["for the posts alone, never closed", "5. FYI: WE EXPECT TROUBLE.", ["5 background: WE EXPECT TROUBLE."]],
    [
      "not to raise",
      "1. POSTS SHOULD NOT SPECULATE ON THE FUTURE.",
      ["1 doNotRaise: POSTS SHOULD NOT SPECULATE ON THE FUTURE."],
    ],
    [
      "not to raise, as a list",
      "1. DO NOT:\n\n-- NAME OTHERS;\n\n-- OFFER MORE.",
      ["-- doNotRaise: NAME OTHERS", "-- doNotRaise: OFFER MORE."],
    ],
    ["fallback", "1. FALLBACK:\n\nA. ONE.", ["A fallback: ONE."]],
    [
      "the paragraphs below",
      "1. YOU SHOULD DRAW ON FOLLOWING.\n\n2. ONE.\n\n3. TWO.\n\n4. PLEASE REPORT SOONEST.",
      ["2 maySay: ONE.", "3 maySay: TWO."],
    ],
    [
      "the paragraphs named",
      "1. ONE IS SO.\n\n2. TWO IS SO.\n\n3. EMBASSIES SHOULD, DRAWING ON PARAS 1 AND 2 ABOVE, URGE SUPPORT.",
      ["1 maySay: ONE IS SO.", "2 maySay: TWO IS SO."],
    ],
    [
      "said without a list",
      "1. AMBASSADOR SHOULD POINT OUT THAT TIME IS SHORT. IT IS.",
      ["1 mustSay: AMBASSADOR SHOULD POINT OUT THAT TIME IS SHORT. IT IS."],
    ],
  ])("%s", (_, text, expected) => {
    expect(pointsOf(text)).toEqual(expected);
  });

  test("what a point fences in for the posts alone is not said with it", () => {
    const [background, point] = fieldsOf(
      "1. TALKING POINTS:\n\nA. WE AGREE. (FYI. WE DO NOT. END FYI.) LET US GO ON.",
    ).points.toSorted((one, other) => one.value.kind.localeCompare(other.value.kind));
    expect(background?.value).toMatchObject({ kind: "background", text: "WE DO NOT." });
    expect(point?.value).toMatchObject({ kind: "mustSay", text: "WE AGREE. LET US GO ON." });
  });

  test("a point carries its own mark, else its paragraph's", () => {
    const marks = fieldsOf(
      "1. (SBU) TALKING POINTS:\n\nA. (U) ONE.\n\nB. TWO.\n\n2. (C) FYI. THREE. END FYI.",
    ).points;
    expect(marks.map(({ value }) => value.portion)).toEqual(["U", "SBU", "C"]);
  });

  test("a quoted text that is not for handing over makes no point", () => {
    expect(pointsOf(`1. THE PRESS WROTE: QUOTE ${"ALL IS WELL. ".repeat(30)}UNQUOTE.`)).toEqual([]);
  });

  test("a list of what to report is no list of points", () => {
    expect(pointsOf("1. PLEASE REPORT, IF RAISED: (A) WHO SPOKE; (B) WHAT WAS SAID.")).toEqual([]);
  });
});

function deadlinesOf(text: string, sent?: string): { deliver: string[]; report: string[] } {
  const { deliverBy, reportBy } = fieldsOf(text, sent);
  const said = (list: typeof deliverBy) => list.map(({ value }) => `${value.kind} ${value.value}`);
  return { deliver: said(deliverBy), report: said(reportBy) };
}

describe("deadlines", () => {
  test.each([
    ["POSTS REQUESTED REPORT BY MAY 21 INFO USUN.", "P 112357Z MAY 76", "day 1976-05-21"],
    ["PLEASE REPORT BY COB DECEMBER 4.", undefined, "day 2026-12-04"],
    ["PLEASE REPORT BY COB FRIDAY, DECEMBER 4.", undefined, "day 2026-12-04"],
    ["PLEASE REPORT RESULTS NOT LATER THAN 4 DECEMBER.", undefined, "day 2026-12-04"],
    ["PLEASE REPORT NLT DEC 4.", undefined, "day 2026-12-04"],
    ["PLEASE REPORT BY COB AT POST TUESDAY DECEMBER 8.", undefined, "day 2026-12-08"],
    ["PLEASE REPORT BY DECEMBER 4, 2027.", undefined, "day 2027-12-04"],
    ["PLEASE REPORT BY 12/4/26.", undefined, "day 2026-12-04"],
    ["PLEASE REPORT BY JANUARY 5.", undefined, "day 2027-01-05"],
    ["PLEASE REPORT BY MONDAY.", undefined, "day 2026-11-23"],
    ["PLEASE REPORT BY 170600Z.", "P 151200Z NOV 83", "instant 1983-11-17T06:00:00Z"],
    ["PLEASE REPORT BY 020600Z DEC.", "P 151200Z NOV 83", "instant 1983-12-02T06:00:00Z"],
    ["PLEASE REPORT BY 1200Z NOVEMBER 22.", undefined, "instant 2026-11-22T12:00:00Z"],
    ["PLEASE REPORT REACTIONS SOONEST, INFO TO USUN.", undefined, "soonest null"],
    ["PLEASE REPORT AS SOON AS POSSIBLE.", undefined, "soonest null"],
    ["PLEASE REPORT WITHIN TEN DAYS.", undefined, "relative 2026-11-30"],
    ["PLEASE REPORT WITHIN 48 HOURS.", undefined, "relative 2026-11-22"],
  ])("report: %s", (text, sent, expected) => {
    expect(deadlinesOf(`1. ${text}`, sent)).toEqual({ deliver: [], report: [expected] });
  });

  test.each([
    ["POSTS SHOULD APPROACH HOST GOVERNMENTS BEFORE DECEMBER 14.", "day 2026-12-14"],
    ["POSTS SHOULD RAISE THIS PRIOR TO THE LEADERS' MEETING AT GENEVA ON DECEMBER 14.", "event 2026-12-14"],
    ["POSTS SHOULD RAISE THIS BEFORE GENERAL ASSEMBLY CLOSES, IF POSSIBLE.", "event null"],
    ["POSTS ARE REQUESTED TO DELIVER THIS DURING NEXT TEN DAYS.", "relative 2026-11-30"],
    ["AMBASSADOR SHOULD DELIVER AT THE EARLIEST OPPORTUNITY THE FOLLOWING MESSAGE.", "soonest null"],
    ["ACTION ADDRESSEES ARE REQUESTED TO SEEK EARLY APPOINTMENT.", "soonest null"],
  ])("deliver: %s", (text, expected) => {
    expect(deadlinesOf(`1. ${text}`)).toEqual({ deliver: [expected], report: [] });
  });

  test("each verb takes the date next to it", () => {
    expect(deadlinesOf("1. POSTS SHOULD DELIVER BY NOVEMBER 30 AND REPORT BY DECEMBER 4.")).toEqual({
      deliver: ["day 2026-11-30"],
      report: ["day 2026-12-04"],
    });
  });

  test("dates of the story are no deadlines", () => {
    expect(deadlinesOf("1. THE COUNCIL WILL MEET BEFORE DECEMBER 4. IT MET BY MAY 5 LAST YEAR.")).toEqual({
      deliver: [],
      report: [],
    });
  });

  test("without a date of its own a cable leaves the year open", () => {
    const { fields } = readCable("1. PLEASE REPORT BY DECEMBER 4.");
    expect(fields.reportBy.map(({ value }) => value.value)).toEqual([null]);
  });
});

describe("how posts are tasked", () => {
  test.each([
    ["ACTION ADDRESSEES ARE REQUESTED TO SEEK EARLY APPOINTMENT WITH FOREIGN MINISTRY.", "deliver"],
    ["UNLESS YOU HAVE OBJECTION, POSTS SHOULD APPROACH HOST GOVERNMENTS.", "deliverUnlessObjection"],
    [
      "POSTS SHOULD, UNLESS IT BELIEVED SPECIAL CIRCUMSTANCES WARRANT OTHERWISE, MAKE URGENT REPRESENTATIONS.",
      "deliverUnlessObjection",
    ],
    ["POSTS SHOULD TAKE NO INITIATIVE BUT MAY DRAW ON CONTENT IF QUERIED.", "ifRaised"],
    ["YOU SHOULD NOT RPT NOT, HOWEVER, APPROACH HOST GOVERNMENT AT THIS TIME.", "ifRaised"],
    ["THIS MESSAGE IS FOR INFORMATION ONLY.", "info"],
    ["POSTS SHOULD NOT TAKE ANY ACTION UNTIL FURTHER INSTRUCTIONS ARE RECEIVED.", "hold"],
    ["YOU SHOULD TAKE APPROPRIATE OPPORTUNITIES TO COMMUNICATE OUR CONCERNS.", "standing"],
    ["EMBASSIES SHOULD EXPLORE THINKING OF HOST GOVERNMENTS.", "soundOut"],
    ["YOU MAY INFORM HOST GOVERNMENT OF THE ABOVE.", "briefOnly"],
  ])("%s", (text, mode) => {
    expect(fieldsOf(`1. ${text}`).mode?.value).toBe(mode);
  });

  test("nothing asked of anybody: no mode", () => {
    expect(fieldsOf("1. THE COUNCIL MET YESTERDAY.").mode).toBeNull();
  });

  test.each([
    ["1. FOR ROME: APPROACH THE MINISTRY.", ["ROME"], "deliver"],
    ["1. FOR LONDON AND THE HAGUE: YOU MAY INFORM HOST GOVERNMENTS.", ["LONDON", "THE HAGUE"], "briefOnly"],
    [
      "1. FOR LONDON, ROME, THE HAGUE AND NEW DELHI. YOU ARE AUTHORIZED INFORM HOST GOVERNMENTS.",
      ["LONDON", "ROME", "THE HAGUE", "NEW DELHI"],
      "briefOnly",
    ],
    ["1. (SBU) FOR USMISSION GENEVA: AWAIT INSTRUCTIONS.", ["USMISSION GENEVA"], "hold"],
    ["1. FOR USUN: YOU SHOULD ASK THEIR VIEWS.", ["USUN"], "soundOut"],
    ["1. FOR INFO ADDRESSEES: NO ACTION IS REQUESTED.", ["INFO ADDRESSEES"], "info"],
    ["1. NEW DELHI WILL RECEIVE SEPARATE INSTRUCTIONS.", ["NEW DELHI"], "separateInstruction"],
    ["1. PARIS IS ON INFO BECAUSE MATERIAL IS COVERED BY SEPTEL.", ["PARIS"], "separateInstruction"],
    ["1. ROME MAY USE MINISTER'S FIRST NAME.", ["ROME"], "deliver"],
  ])("%s", (text, named, mode) => {
    expect(fieldsOf(text).postInstructions.map(({ value }) => [value.posts, value.mode])).toEqual([
      [named, mode],
    ]);
  });

  test.each([
    "1. FOR THESE REASONS, WE URGE SUPPORT.",
    "1. FOR YOUR INFORMATION: THE COUNCIL MET.",
    "1. FOR AMBASSADOR: PLEASE CALL.",
    "1. FOR ALL POSTS: PLEASE REPORT.",
    "1. FOR ATLANTIS: STAY DRY.",
    "1. THE TALKS IN ROME WENT WELL.",
  ])("%s names no post", (text) => {
    expect(fieldsOf(text).postInstructions).toEqual([]);
  });

  test("under a collective address names are checked against the posts there are", () => {
    const source =
      "R 112357Z MAY 76\nFM SECSTATE WASHDC\nTO ALL DIPLOMATIC POSTS\nSTATE 1\nSUBJECT: X\n\n1. FOR LIMA AND SUVA: WAIT.";
    const given = readCable(source, { knownPosts: ["Lima", "Suva"] }).fields.postInstructions;
    expect(given).toMatchObject([{ value: { posts: ["LIMA", "SUVA"] }, certainty: "sure" }]);
    expect(readCable(source).fields.postInstructions).toMatchObject([{ certainty: "unsure" }]);
    expect(readCable(source, { knownPosts: ["Rome"] }).fields.postInstructions).toEqual([]);
  });
});

type Worded =
  | "level"
  | "written"
  | "discretion"
  | "prohibitions"
  | "contact"
  | "reporting"
  | "ask"
  | "action"
  | "objectives";

function wordsOf(field: Worded, text: string): string[] {
  return fieldsOf(`1. ${text}`)[field].map((found) => found.value);
}

describe("other words to posts", () => {
  test.each([
    ["level", "POSTS SHOULD RAISE THIS AT HIGHEST APPROPRIATE LEVEL."],
    ["level", "EMBASSY SHOULD CONVEY THIS AT AN APPROPRIATELY HIGH LEVEL."],
    ["level", "THE AMBASSADOR SHOULD CALL ON THE FOREIGN MINISTER."],
    ["level", "DISCUSS THIS AT THE WORKING\nLEVEL."],
    ["written", "YOU SHOULD LEAVE AN AIDE-MÉMOIRE."],
    ["written", "POSTS MAY LEAVE A NON-PAPER."],
    ["discretion", "AT YOUR DISCRETION, BRIEF THE SECRETARIAT."],
    ["prohibitions", "POSTS SHOULD NOT RPT NOT VOLUNTEER THIS."],
    ["prohibitions", "DO NOT LEAVE ANYTHING IN WRITING."],
    ["contact", "POINT OF CONTACT IS THE DESK."],
    ["reporting", "REQUEST POSTS REPORT REACTIONS."],
    ["ask", "YOU SHOULD URGE HOST GOVERNMENT TO VOTE NO."],
    ["ask", "WE HOPE THAT HOST GOVERNMENT WILL ABSTAIN."],
    ["action", "EMBASSY IS REQUESTED TO DELIVER THIS."],
    ["objectives", "OUR MAIN OBJECTIVE IS TO WIN."],
  ] as const)("%s: %s", (field, text) => {
    expect(wordsOf(field, text)).toEqual([text.replaceAll("\n", " ")]);
  });

  test.each([
    ["ask", "WE ARE NOT SEEKING SUPPORT AT THIS TIME."],
    ["prohibitions", "WE DO NOT WISH TO FALTER."],
    ["written", "HE TOLD US ORALLY THAT ALL IS WELL."],
  ] as const)("%s has nothing of: %s", (field, text) => {
    expect(wordsOf(field, text)).toEqual([]);
  });

  test("copies of reports", () => {
    expect(
      fieldsOf("1. PLEASE REPORT BY MAY 21 INFO USUN AND PARIS EFFORTS MADE.").infoTo.map(
        (found) => found.value,
      ),
    ).toEqual(["USUN", "PARIS"]);
  });

  test("objectives told apart", () => {
    expect(
      wordsOf(
        "objectives",
        "OBJECTIVE: TO WARN OF RISKS, AND TO LAY THE GROUNDWORK FOR MORE. NOTHING IS ASKED.",
      ),
    ).toEqual(["TO WARN OF RISKS", "TO LAY THE GROUNDWORK FOR MORE."]);
  });
});

test("a report to the capital is told apart and gives no tasks", () => {
  const reading = readCable(
    "R 111430Z MAR 76\nFM AMEMBASSY BELGRADE\nTO SECSTATE WASHDC 5876\nBELGRADE 1584\nSUBJ: X\n\n1. POSTS SHOULD REPORT BY MAY 5.\n\n2. COMMENT: YOU SHOULD MAKE THESE POINTS:\n\nA. ONE.",
  );
  expect(reading.notes.map((note) => note.code)).toContain("reportCable");
  expect(reading.fields.mode).toBeNull();
  expect(reading.fields.points).toEqual([]);
});
