// The other layouts: labelled, edited, message forms, and texts without any header. Also addressees run together.
import { describe, expect, test } from "vitest";
import { readCable } from "./read-cable.ts";
import type { CableReading } from "./reading.ts";

function named(reading: CableReading, kind: string): string[] {
  return reading.header.addressees
    .filter((found) => found.value.kind === kind)
    .map((found) => found.value.name);
}

function codes(reading: CableReading): string[] {
  return reading.notes.map((note) => note.code);
}

describe("labelled headers", () => {
  const source = [
    "UNCLASSIFIED",
    "SBU",
    "",
    "MRN:\t26 STATE 118204",
    "Date/DTG:\tNov 20, 2026 / 201530Z NOV 26",
    "From:\tSECSTATE WASHDC",
    "Action:\tLONDON, AMEMBASSY IMMEDIATE; THE HAGUE, AMEMBASSY ROUTINE; USUN NEW YORK, USMISSION",
    "Info:\tAMEMBASSY WELLINGTON, ROUTINE",
    "E.O.:\t13526",
    "TAGS:\tETTC, PREL",
    "Captions:\tSENSITIVE",
    "Pass Line:\tTHE HAGUE FOR OPCW",
    "Drafter:\tEB/TECH: D. Whitfield",
    "Approved By:\tE: M. Tolland",
    "Subject:\tRequest to raise concerns over models",
    "\tof many kinds",
    "Reference:\tA) 26 STATE 117001",
    "\tB) 26 THE HAGUE 42",
    "",
    "1. (SBU) Summary and action request: Posts should raise this by COB December 4. Please report by December 7.",
    "",
    "2. (U) Talking points:",
    "",
    "• One.",
    "• Two.",
    "",
    "Halvorsen",
  ].join("\n");

  test("every field", () => {
    const reading = readCable(source);
    const { header, fields } = reading;
    expect(reading.shape).toBe("labelled");
    expect(header.mrn?.value).toBe("26 STATE 118204");
    expect(header.sentAt).toMatchObject({
      value: { at: "2026-11-20T15:30:00Z", text: "201530Z NOV 26" },
      certainty: "sure",
    });
    expect(header.from?.value).toBe("SECSTATE WASHDC");
    expect(header.addressees.map(({ value }) => [value.name, value.kind, value.precedence])).toEqual([
      ["AMEMBASSY LONDON", "action", "immediate"],
      ["AMEMBASSY THE HAGUE", "action", "routine"],
      ["USMISSION USUN NEW YORK", "action", null],
      ["AMEMBASSY WELLINGTON", "info", "routine"],
    ]);
    expect(header.order?.value).toBe("E.O. 13526");
    expect(header.tags.map((tag) => tag.value)).toEqual(["ETTC", "PREL"]);
    expect(header.captions.map((found) => found.value)).toEqual(["SENSITIVE"]);
    expect(header.passLines.map((found) => found.value)).toEqual(["THE HAGUE FOR OPCW"]);
    expect(header.drafter?.value).toBe("EB/TECH: D. Whitfield");
    expect(header.approver?.value).toBe("E: M. Tolland");
    expect(header.subject?.value).toBe("Request to raise concerns over models of many kinds");
    expect(header.references.map(({ value }) => `${value.label}:${value.mrn}`)).toEqual([
      "A:26 STATE 117001",
      "B:26 THE HAGUE 42",
    ]);
    expect(header.marking).toMatchObject({ value: "U", certainty: "likely" });
    expect(header.signature?.value).toBe("HALVORSEN");
    expect(reading.paragraphs.map(({ number, portion }) => [number, portion])).toEqual([
      [1, "SBU"],
      [2, "U"],
    ]);
    expect(fields.points.map(({ value }) => value.text)).toEqual(["One.", "Two."]);
    expect(fields.deliverBy.map(({ value }) => value.value)).toEqual(["2026-12-04"]);
    expect(fields.reportBy.map(({ value }) => value.value)).toEqual(["2026-12-07"]);
  });

  test.each([
    ["Date: 2026-11-20", "2026-11-20T00:00:00Z", "unsure"],
    ["Date: 20 November 2026", "2026-11-20T00:00:00Z", "unsure"],
    ["Date: November 20, 2026, 1530Z", "2026-11-20T15:30:00Z", "likely"],
    ["DTG: 201530Z NOV 26", "2026-11-20T15:30:00Z", "sure"],
  ])("%s", (line, at, certainty) => {
    const { header } = readCable(
      `From: SECSTATE WASHDC\nAction: PARIS\n${line}\nMRN: 26 STATE 1\nSubject: X\n\n1. Y.`,
    );
    expect(header.sentAt).toMatchObject({ value: { at }, certainty });
  });

  test("the order of labels is free, and strangers among them end nothing", () => {
    const { header } = readCable(
      "Subject: X\nMRN: 26 STATE 1\nVia: nobody\nAction: Embassy Paris NIACT IMMEDIATE\nFrom: SECSTATE WASHDC\nClassification: UNCLASSIFIED\nPrecedence: ROUTINE\n\n1. Y.",
    );
    expect(header.subject?.value).toBe("X");
    expect(header.addressees).toMatchObject([
      { value: { name: "EMBASSY PARIS", precedence: "niactImmediate" } },
    ]);
    expect(header.marking).toMatchObject({ value: "U", certainty: "sure" });
  });

  test("message forms with lists below their labels", () => {
    const reading = readCable(
      "April 14, 1971, 2225Z\n\nTELEGRAM\n\nDepartment of State 63120\n\nACTION:\n\nAmembassy LONDON\n\nAmConGen DHAHRAN\n\nINFO:\n\nAmembassy THE HAGUE\n\nSUBJECT:\n\nMiddle East Oil Negotiations\n\nREF:\n\nLondon 2851, 2623\n\n1. Oil companies have offered more.\n\nIRWIN",
    );
    expect(named(reading, "action")).toEqual(["AMEMBASSY LONDON", "AMCONGEN DHAHRAN"]);
    expect(named(reading, "info")).toEqual(["AMEMBASSY THE HAGUE"]);
    expect(reading.header.mrn).toMatchObject({ value: "STATE 63120", certainty: "likely" });
    expect(reading.header.sentAt?.value.at).toBe("1971-04-14T22:25:00Z");
    expect(reading.header.subject?.value).toBe("Middle East Oil Negotiations");
    expect(reading.header.references.map(({ value }) => value.mrn)).toEqual(["LONDON 2851", "LONDON 2623"]);
  });
});

function listOf(line: string, knownPosts: readonly string[] = []): string[] {
  const source = `R 112357Z MAY 76\nFM SECSTATE WASHDC\nTO ${line}\nSTATE 1\nSUBJECT: X\n\n1. Y.`;
  return readCable(source, { knownPosts }).header.addressees.map(({ value }) =>
    [value.name, value.precedence, value.byPouch, value.serial]
      .filter((part) => part !== null && part !== false)
      .join(" "),
  );
}

describe("addressees", () => {
  test.each([
    ["AMEMBASSY ROME PRIORITY 123", ["AMEMBASSY ROME priority 123"]],
    ["AMEMBASSY ROME 123 PRIORITY", ["AMEMBASSY ROME priority 123"]],
    ["AMEMBASSY ROME NIACT IMMEDIATE 12", ["AMEMBASSY ROME niactImmediate 12"]],
    ["PRIORITY AMEMBASSY ROME", ["AMEMBASSY ROME priority"]],
    ["/SECSTATE WASHDC 7027", ["SECSTATE WASHDC 7027"]],
    ["USUN NEW YORK IMMEDIATE 3628/3629", ["USUN NEW YORK immediate 3628/3629"]],
    ["AMEMBASSY BANJUL BY POUCH", ["AMEMBASSY BANJUL true"]],
    ["AMEMBASSY BANJUL (BY POUCH)", ["AMEMBASSY BANJUL true"]],
    [
      "RUDTC/AMEMBASSY LONDON PRIORITY RUFNPS/AMEMBASSY PARIS PRIORITY",
      ["AMEMBASSY LONDON priority", "AMEMBASSY PARIS priority"],
    ],
    ["AMEMBASSY LONDON AMEMBASSY PARIS USLO PEKING", ["AMEMBASSY LONDON", "AMEMBASSY PARIS", "USLO PEKING"]],
    ["LONDON, PARIS AND THE HAGUE", ["LONDON", "PARIS AND THE HAGUE"]],
    ["LONDON, PARIS, AND THE HAGUE", ["LONDON", "PARIS", "THE HAGUE"]],
    ["ALL DIPLOMATIC AND CONSULAR POSTS", ["ALL DIPLOMATIC AND CONSULAR POSTS"]],
    ["AMEREMBASSY TEL AVIV", ["AMEREMBASSY TEL AVIV"]],
  ])("%s", (line, expected) => {
    expect(listOf(line)).toEqual(expected);
  });

  test("known posts take joined names apart", () => {
    expect(listOf("LONDON THE HAGUE NEW DELHI ROME", ["London", "The Hague", "New Delhi", "Rome"])).toEqual([
      "LONDON",
      "THE HAGUE",
      "NEW DELHI",
      "ROME",
    ]);
    expect(listOf("LONDON ATLANTIS ROME", ["London", "Rome"])).toEqual(["LONDON ATLANTIS ROME"]);
  });

  test("lists over many lines, with exemptions", () => {
    const reading = readCable(
      "R 112357Z MAY 76\nFM SECSTATE WASHDC\nTO ALL DIPLOMATIC POSTS\nAMEMBASSY SUVA BY POUCH\nINFO USMISSION USUN NEW YORK\nXMT AMEMBASSY TAIPEI\nUSINT BAGHDAD\n\nSTATE 191465\nSUBJECT: X\n\n1. Y.",
    );
    expect(named(reading, "action")).toEqual(["ALL DIPLOMATIC POSTS", "AMEMBASSY SUVA"]);
    expect(named(reading, "info")).toEqual(["USMISSION USUN NEW YORK"]);
    expect(named(reading, "exempt")).toEqual(["AMEMBASSY TAIPEI", "USINT BAGHDAD"]);
    expect(reading.header.addressees.map(({ value }) => value.collective)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("edited texts", () => {
  test.each([
    ["Washington, November 21, 1976, 2040Z.", "Washington", "1976-11-21T20:40:00Z", "sure"],
    ["Washington, November 9, 1979, 1548Z", "Washington", "1979-11-09T15:48:00Z", "sure"],
    ["New York, September 27, 1980, 0131Z", "New York", "1980-09-27T01:31:00Z", "sure"],
    ["Dar es Salaam, May 1, 1966, 7:57 p.m.", "Dar es Salaam", "1966-05-01T19:57:00Z", "unsure"],
    ["Saigon, February 1, 1965, 6 p.m.", "Saigon", "1965-02-01T18:00:00Z", "unsure"],
    ["Moscow, August 13, 1965, noon.", "Moscow", "1965-08-13T12:00:00Z", "unsure"],
    ["Paris, August 13, 1965.", "Paris", "1965-08-13T00:00:00Z", "unsure"],
  ])("%s", (line, place, at, certainty) => {
    const reading = readCable(`${line}\n\n1234. Subject: X.\n\n1. Y.`);
    expect(reading.shape).toBe("normalised");
    expect(reading.header.place?.value).toBe(place);
    expect(reading.header.sentAt).toMatchObject({ value: { at }, certainty });
  });

  test("without a day there is a place and no date", () => {
    const reading = readCable("Moscow, undated.\n\n2238. For President from Kohler.\n\n1. Y.");
    expect(reading.header).toMatchObject({
      place: { value: "Moscow" },
      sentAt: null,
      mrn: { value: "MOSCOW 2238" },
    });
    expect(codes(reading)).toContain("noDate");
  });

  test.each([
    [
      "285850. London for Ambassador, Geneva for Wisner. Subject: Aid. Ref: State 1234.",
      "STATE 285850",
      ["London for Ambassador, Geneva for Wisner"],
      "Aid",
      ["STATE 1234"],
      [],
    ],
    [
      "18821. Subject: Aid. Refs: A. Bangkok 15212; B. State 190484; C. Bangkok 15369.",
      "STATE 18821",
      [],
      "Aid",
      ["BANGKOK 15212", "STATE 190484", "BANGKOK 15369"],
      [],
    ],
    [
      "292292. Subject: (C) Message re U.N. Committee on Cyprus.",
      "STATE 292292",
      [],
      "Message re U.N. Committee on Cyprus",
      [],
      [],
    ],
    ["1111. 1. I am glad. 2. So are we.", "STATE 1111", [], null, [], ["I am glad. 2. So are we."]],
    [
      "498. Joint State-Defense Circular. Reference: Circular 495. The Secretary spoke.",
      "STATE 498",
      ["Joint State-Defense Circular"],
      null,
      ["CIRCULAR 495"],
      ["The Secretary spoke."],
    ],
    [
      "3120. Embtel 3003. Subj: Manpower. The strength is low.",
      "STATE 3120",
      [],
      "Manpower",
      ["EMBTEL 3003"],
      ["The strength is low."],
    ],
    [
      "21378/Delto 770. From Vance. Subject: Meeting with Oberemko, Sept. 25. Ref: Paris 21192 (Delto 754).",
      "STATE 21378",
      ["From Vance"],
      "Meeting with Oberemko, Sept. 25",
      ["Paris 21192 (Delto 754)"],
      [],
    ],
    [
      "Secto 8030. Sana for Nimetz. Subject: (U) Bilateral, September 26.",
      "SECTO 8030",
      ["Sana for Nimetz"],
      "Bilateral, September 26",
      [],
      [],
    ],
    [
      "CAP 82362. Herewith a letter. It is long.",
      "CAP 82362",
      [],
      null,
      [],
      ["Herewith a letter. It is long."],
    ],
    [
      "6877. Subject Vance Mission: Fourth Meeting. Ref State 172996",
      "STATE 6877",
      [],
      "Vance Mission: Fourth Meeting",
      ["STATE 172996"],
      [],
    ],
    [
      "2172. Eyes only for Bundy. He called for a private meeting.",
      "STATE 2172",
      ["Eyes only for Bundy"],
      null,
      [],
      ["He called for a private meeting."],
    ],
  ])("%s", (line, mrn, passLines, subject, references, paragraphs) => {
    const reading = readCable(`Washington, November 21, 1976, 2040Z.\n\n${line}`);
    const { header } = reading;
    expect(header.mrn?.value.toUpperCase()).toBe(mrn);
    expect(header.passLines.map((found) => found.value)).toEqual(passLines);
    expect(header.subject?.value ?? null).toBe(subject);
    expect(header.references.map(({ value }) => value.mrn)).toEqual(references);
    expect(reading.paragraphs.map((paragraph) => paragraph.text)).toEqual(paragraphs);
  });

  test("a header spread over paragraphs, under the editors' heading", () => {
    const { header } = readCable(
      "136. Telegram From the Embassy in Vietnam to the Department of State\n\nSaigon, October 28, 1968, 1545Z.\n\n41356. Ref: Saigon 41323.\n\nSubject: Joint meeting October 28.\n\n1. The meeting took place.\n\nBunker",
    );
    expect(header).toMatchObject({
      mrn: { value: "SAIGON 41356" },
      subject: { value: "Joint meeting October 28" },
      signature: { value: "BUNKER" },
    });
    expect(header.references).toHaveLength(1);
  });
});

describe("texts without a header", () => {
  test.each([
    [
      "British",
      "FROM PARIS TO FCO\nTELNO 127\nOF 170600Z NOV 83\nDESKBY 170900Z\n\nMy telno 126: Lebanon.\n\n1. I saw the Minister.\n\n2. He agreed. If asked, you may say so.",
    ],
    [
      "French",
      "TD PARIS 1234\nObjet : Démarche\n\n1. Vous voudrez bien effectuer une démarche.\n\n2. Vous rendrez compte.",
    ],
    ["a letter", "Dear colleague,\n\nplease tell the ministry that we are concerned.\n\nYours"],
  ])("%s: paragraphs, and notes of what is missing", (_, source) => {
    const reading = readCable(source);
    expect(reading.shape).toBe("headerless");
    expect(reading.paragraphs.length).toBeGreaterThan(0);
    expect(codes(reading)).toContain("noHeader");
  });

  test("still paragraphs, cues and points", () => {
    const reading = readCable(
      "1. (SBU) BACKGROUND: IT BEGAN.\n\n2. (SBU) TALKING POINTS:\n\nA. ONE.\n\nB. TWO.\n\n3. IF ASKED, SAY NO MORE.",
    );
    expect(reading.fields.points.map(({ value }) => value.kind)).toEqual(["mustSay", "mustSay", "ifRaised"]);
    expect(reading.fields.background).toHaveLength(1);
  });

  test("a banner alone is still heeded", () => {
    expect(readCable("SECRET\n\n1. X.").header.marking).toMatchObject({ value: "S", certainty: "likely" });
    expect(readCable("1. X.\n\nCONFIDENTIAL//NOFORN").header.marking).toMatchObject({ value: "C" });
  });

  test.each(["", " ", "\n\n\n", "\uFEFF", "\0\0\0", "\ud800\udc00\ud800"])(
    "nothing to read: %j",
    (source) => {
      const reading = readCable(source);
      expect(reading.shape).toBe("headerless");
      expect(codes(reading)).toEqual(expect.arrayContaining(["noHeader", "noPoints"]));
    },
  );
});
