// Headers as cables of other years and other hands print them: order, spelling, wrapping, layout.
import { describe, expect, test } from "vitest";
import { readCable } from "./read-cable.ts";
import type { CableReading } from "./reading.ts";

function cable(...lines: readonly string[]): string {
  return lines.join("\n");
}

const address = [
  "P R 112357Z MAY 76",
  "FM SECSTATE WASHDC",
  "TO AMEMBASSY ROME PRIORITY",
  "INFO USMISSION GENEVA",
];
const context = [
  "E.O. 11652: GDS",
  "TAGS: UN, FAO",
  "SUBJECT: WORLD FOOD CONFERENCE",
  "REF: A. STATE 222510; B. ROME 12867",
];
const text = ["", "1. FIRST.", "", "2. SECOND. KISSINGER"];

function names(reading: CableReading, kind: string): string[] {
  return reading.header.addressees
    .filter((found) => found.value.kind === kind)
    .map((found) => found.value.name);
}

function refs(reading: CableReading): string[] {
  return reading.header.references.map(({ value }) => `${value.label}:${value.mrn}`);
}

function expectWhole(reading: CableReading): void {
  const { header } = reading;
  expect(header.sentAt?.value.at).toBe("1976-05-11T23:57:00Z");
  expect(header.from?.value).toBe("SECSTATE WASHDC");
  expect(names(reading, "action")).toEqual(["AMEMBASSY ROME"]);
  expect(names(reading, "info")).toEqual(["USMISSION GENEVA"]);
  expect(header.mrn?.value).toBe("STATE 115833");
  expect(header.order?.value).toBe("E.O. 11652: GDS");
  expect(header.tags.map((tag) => tag.value)).toEqual(["UN", "FAO"]);
  expect(header.subject?.value).toBe("WORLD FOOD CONFERENCE");
  expect(refs(reading)).toEqual(["A:STATE 222510", "B:ROME 12867"]);
  expect(reading.paragraphs.map((paragraph) => paragraph.number)).toEqual([1, 2]);
  expect(header.signature?.value).toBe("KISSINGER");
}

describe("one header in many layouts", () => {
  const plain = cable(...address, "STATE 115833", ...context, ...text);
  const [order = "", tags = "", subject = "", ref = ""] = context;

  test.each([
    ["as it stands", plain],
    ["blank lines between all lines", plain.replaceAll("\n", "\n\n")],
    ["no blank line at all", plain.replaceAll("\n\n", "\n")],
    ["carriage returns", plain.replaceAll("\n", "\r\n")],
    ["old line ends", plain.replaceAll("\n", "\r")],
    ["byte order mark, hard blanks and tabs", `\uFEFF${plain.replaceAll(" ", "\u00a0\t ")}`],
    ["context reordered", cable(...address, "STATE 115833", subject, ref, tags, order, ...text)],
    ["subject before the sender", cable(subject, ...address, "STATE 115833", order, tags, ref, ...text)],
    [
      "subject and references above a letterhead",
      cable(
        "SUBJECT:",
        "",
        "WORLD FOOD CONFERENCE",
        "",
        "REFS:",
        "",
        "( A) STATE 222510; ( B) ROME 12867",
        "",
        "TELEGRAM",
        "Department of State",
        "115833",
        ...address,
        "STATE 115833",
        order,
        tags,
        ...text,
      ),
    ],
    ["references before tags", cable(...address, "STATE 115833", order, ref, tags, subject, ...text)],
    [
      "routing lines",
      cable(
        "VZCZCXYZ0000",
        "PP RUEHRO",
        "DE RUEHC #5833 1320001",
        "ZNR UUUUU ZZH",
        "P R 112357Z MAY 76",
        "FM SECSTATE WASHDC",
        "TO RUEHRO/AMEMBASSY ROME PRIORITY 1234",
        "INFO RUEHGV/USMISSION GENEVA 56",
        "BT",
        "STATE 115833",
        ...context,
        ...text,
        "BT",
        "#5833",
      ),
    ],
    [
      "page marks",
      cable(
        "CONFIDENTIAL",
        "",
        "PAGE 01 STATE 115833",
        "71",
        "ORIGIN IO-14",
        "INFO OCT-01 ISO-00 /026 R",
        "DRAFTED BY IO/UNP:XBAKER:YZ",
        "APPROVED BY IO:ZLEWIS",
        "--------------------- 008359",
        ...address,
        "C O N F I D E N T I A L STATE 115833",
        ...context,
        "",
        "1. FIRST.",
        "",
        "CONFIDENTIAL",
        "",
        "CONFIDENTIAL",
        "",
        "PAGE 02 STATE 115833",
        "",
        "2. SECOND. KISSINGER",
        "",
        "CONFIDENTIAL",
        "",
        "<< END OF DOCUMENT >>",
      ),
    ],
    [
      "labels on lines of their own",
      cable(
        "P R 112357Z MAY 76",
        "FROM",
        "FM SECSTATE WASHDC",
        "TO",
        "AMEMBASSY ROME PRIORITY",
        "INFO",
        "USMISSION GENEVA",
        "STATE 115833",
        order,
        tags,
        "SUBJECT:",
        "WORLD FOOD CONFERENCE",
        "REF:",
        "A. STATE 222510",
        "B. ROME 12867",
        ...text,
      ),
    ],
  ])("%s", (_, source) => {
    expectWhole(readCable(source));
  });

  test("lower case throughout", () => {
    const { header } = readCable(plain.toLowerCase());
    expect(header.sentAt?.value.at).toBe("1976-05-11T23:57:00Z");
    expect(header.from?.value).toBe("SECSTATE WASHDC");
    expect(header.addressees.map((found) => found.value.name)).toEqual([
      "AMEMBASSY ROME",
      "USMISSION GENEVA",
    ]);
    expect(header.mrn?.value).toBe("STATE 115833");
    expect(header.tags.map((tag) => tag.value)).toEqual(["UN", "FAO"]);
    expect(header.subject?.value).toBe("world food conference");
    expect(header.references).toHaveLength(2);
  });

  test("mixed case", () => {
    const { header } = readCable(
      plain.replaceAll(
        /\b([A-Z])([A-Z]+)\b/g,
        (_, first: string, rest: string) => first + rest.toLowerCase(),
      ),
    );
    expect(header.addressees.map((found) => found.value.name)).toEqual([
      "AMEMBASSY ROME",
      "USMISSION GENEVA",
    ]);
    expect(header.mrn?.value).toBe("STATE 115833");
    expect(header.subject?.value).toBe("World Food Conference");
  });

  test("page marks keep drafter and approver and leave the text whole", () => {
    const source = cable(
      "PAGE 01 WARSAW 01634 071251Z",
      "50",
      "ACTION SS-25",
      "DRAFTED BY EUR/CE:SGEORGE:EMT",
      "APPROVED BY THE SECRETARY",
      "EUR - MR. STABLER",
      ...address,
      "STATE 115833",
      ...context,
      "",
      "1. THE TALKS WERE LONG AND",
      "",
      "SECRET",
      "",
      "PAGE 02 WARSAW 01634 071251Z",
      "",
      "WENT ON.",
      "DAVIES",
    );
    const reading = readCable(source);
    expect(reading.shape).toBe("pageHeader");
    expect(reading.header.drafter?.value).toBe("EUR/CE:SGEORGE:EMT");
    expect(reading.header.approver?.value).toBe("THE SECRETARY");
    expect(reading.header.marking).toMatchObject({ value: "S", certainty: "likely" });
    expect(reading.paragraphs.map((paragraph) => paragraph.text)).toEqual([
      "THE TALKS WERE LONG AND WENT ON.",
    ]);
  });
});

describe("date-time groups", () => {
  test.each([
    ["O 132344Z SEPT 76", "1976-09-13T23:44:00Z", "immediate", null, "sure"],
    ["0 132344Z SEP 76", "1976-09-13T23:44:00Z", "immediate", null, "sure"],
    ["PR 022231Z OCT 71", "1971-10-02T22:31:00Z", "priority", "routine", "sure"],
    ["Z O 022231Z OCT 1971", "1971-10-02T22:31:00Z", "flash", "immediate", "sure"],
    ["O P 071218 Z APR 73 ZFF 4", "1973-04-07T12:18:00Z", "immediate", "priority", "sure"],
    ["R 150341Z PEB 76", "1976-02-15T03:41:00Z", "routine", null, "likely"],
    ["P 27OO43Z NOV 74", "1974-11-27T00:43:00Z", "priority", null, "likely"],
    ["P 201530Z NOV 26", "2026-11-20T15:30:00Z", "priority", null, "sure"],
    ["R 010000Z JUNE 80", "1980-06-01T00:00:00Z", "routine", null, "sure"],
    ["231746Z JUL 75", "1975-07-23T17:46:00Z", null, null, "sure"],
  ])("%s", (line, at, action, info, certainty) => {
    const { header } = readCable(cable(line, "FM AMEMBASSY ROME", "TO SECSTATE WASHDC", "ROME 15"));
    expect(header.sentAt).toMatchObject({
      value: { at, actionPrecedence: action, infoPrecedence: info },
      certainty,
    });
  });

  test.each(["R 310000Z FEB 76", "R 452502Z JUL 75", "R 112460Z MAY 76", "R 112357Z MAX 76"])(
    "%s is no date",
    (line) => {
      const reading = readCable(cable(line, "FM AMEMBASSY ROME", "TO SECSTATE WASHDC", "ROME 1234"));
      expect(reading.header.sentAt).toBeNull();
      expect(reading.notes.map((note) => note.code)).toContain("noDate");
    },
  );
});

function headerAround(line: string, from = "SECSTATE WASHDC"): CableReading["header"] {
  const above = [
    "R 112357Z MAY 76",
    `FM ${from}`,
    "TO AMEMBASSY ROME 0123",
    "INFO CINCEUR VAIHINGEN GE 2345",
    "",
  ];
  return readCable(cable(...above, line, "", "TAGS: UN", "SUBJECT: X", ...text)).header;
}

describe("identity", () => {
  test.each([
    ["UNCLAS STATE 018029", "U", "STATE 018029", null],
    ["UNCLASSIFIED STATE 18029", "U", "STATE 18029", null],
    ["C O N F I D E N T I A L SECTION 01 OF 03 STATE 115833", "C", "STATE 115833", [1, 3]],
    ["S E C R E T STATE 115833 SECTION 2 OF 3", "S", "STATE 115833", [2, 3]],
    ["TOP SECRET STATE 42", "TS", "STATE 42", null],
    ["LIMITED OFFICIAL USE STATE 42", "SBU", "STATE 42", null],
    ["L I M I T E D  O F F I C I A L  U S E STATE 42", "SBU", "STATE 42", null],
    ["FINAL SECTION OF 02 STATE 115833", null, "STATE 115833", [2, 2]],
    ["STATE 207669 TOSEC 100402", null, "STATE 207669", null],
    ["UNCLAS 26 STATE 118204", "U", "26 STATE 118204", null],
  ])("%s", (line, marking, mrn, section) => {
    const header = headerAround(line);
    expect(header.marking?.value ?? null).toBe(marking);
    expect(header.mrn?.value).toBe(mrn);
    expect(header.section && [header.section.value.part, header.section.value.of]).toEqual(section);
    expect(header.addressees.map((found) => found.value.serial)).toEqual(["0123", "2345"]);
  });

  test.each([
    ["AMEMBASSY THE HAGUE", "THE HAGUE 15"],
    ["USMISSION USUN NEW YORK", "USUN 605"],
    ["USMISSION IAEA VIENNA", "IAEA VIENNA 6457"],
    ["AMCONSUL HONG KONG", "HONG KONG 7"],
  ])("%s numbers its cables %s", (from, mrn) => {
    expect(headerAround(mrn, from).mrn?.value).toBe(mrn);
  });

  test("captions behind the number, below it, and with a pass line", () => {
    const reading = readCable(
      cable(
        ...address,
        "SECRET STATE 115833 NODIS",
        "CHEROKEE",
        "EXDIS FOR AMBASSADOR",
        "NESCO",
        ...context,
        ...text,
      ),
    );
    expect(reading.header.captions.map((found) => found.value)).toEqual([
      "NODIS",
      "CHEROKEE",
      "EXDIS",
      "NESCO",
    ]);
    expect(reading.header.passLines.map((found) => found.value)).toContain("FOR AMBASSADOR");
  });

  test("a section of several is told", () => {
    const { notes } = readCable(cable(...address, "UNCLAS SECTION 01 OF 03 STATE 1", ...context, ...text));
    expect(notes.map((note) => note.code)).toContain("severalSections");
  });
});

function headerWith(...lines: readonly string[]): CableReading["header"] {
  return readCable(cable(...address, "STATE 115833", ...lines, ...text)).header;
}

describe("context lines", () => {
  test.each([
    ["E. O. 11652: GDS", "E.O. 11652: GDS"],
    ["E.O.11652:GDS", "E.O. 11652: GDS"],
    ["EO 12958: DECL: 11/20/2036", "E.O. 12958: DECL: 11/20/2036"],
    ["E.O. 11652 GDS", "E.O. 11652 GDS"],
    ["E.0. 13526: N/A", "E.O. 13526: N/A"],
    ["E.O. 1652: GDS", "E.O. 1652: GDS"],
    ["E.O. 11652:", "E.O. 11652"],
    ["E.O.: N/A", "E.O. N/A"],
    ["11652: GDS", "E.O. 11652: GDS"],
  ])("%s", (line, order) => {
    const header = headerWith(line, "TAGS: UN", "SUBJECT: X");
    expect(header.order?.value).toBe(order);
    expect(header.subject?.value).toBe("X");
  });

  test.each([
    ["TAGS: UN, FAO, WFC", ["UN", "FAO", "WFC"]],
    ["TAGZ: PFOR, UN, SF,", ["PFOR", "UN", "SF"]],
    ["TAGS:VS,VN", ["VS", "VN"]],
    ["TAGS PFOR, XA", ["PFOR", "XA"]],
    ["TAGS: ILO PORG", ["ILO", "PORG"]],
    ["TAGS: EAGR/EAID", ["EAGR", "EAID"]],
    ["TAGS: OVIP (STRAUSS, ROBERT S.), RO", ["OVIP (STRAUSS, ROBERT S.)", "RO"]],
    ["TAGS: PFOR, UN,\nPORG, XA", ["PFOR", "UN", "PORG", "XA"]],
  ])("%s", (line, tags) => {
    expect(headerWith(line, "SUBJECT: X").tags.map((tag) => tag.value)).toEqual(tags);
  });

  test.each([
    ["SUBJ: X", "X"],
    ["SUBJECT: (C) X", "X"],
    ["SUBJECT: MESSAGE RE U.N. COMMITTEE ON CYPRUS", "MESSAGE RE U.N. COMMITTEE ON CYPRUS"],
    ["SUBJECT: A LINE THAT RUNS ON\nOVER THE NEXT ONE", "A LINE THAT RUNS ON OVER THE NEXT ONE"],
    ["SUBJECT - X", "X"],
    ["SUBJECT:\nX", "X"],
  ])("%s", (line, subject) => {
    expect(headerWith("TAGS: UN", line, "REF: STATE 1234").subject?.value).toBe(subject);
  });

  test.each([
    ["REF: STATE 137863 (JULY 27, 1972)", [":STATE 137863@1972-07-27"]],
    [
      "REFS: A. STATE'S 51556 (3/20/73)\nB. A-4318 DTD 5/17/73\nC. STATE'S 149073 DTD 8/3/73 (NOTAL)",
      ["A:STATE 51556@1973-03-20", "B:A-4318@1973-05-17", "C:STATE 149073@1973-08-03!"],
    ],
    [
      "REF: A) STATE 277363; B) STATE 277362; C) CFR NO 49",
      ["A:STATE 277363", "B:STATE 277362", "C:CFR NO 49"],
    ],
    [
      "REF: (A) STATE 259540, (B) 17055, (C) 119316, (D) GENEVA 2953",
      ["A:STATE 259540", "B:STATE 17055", "C:STATE 119316", "D:GENEVA 2953"],
    ],
    [
      "REF: A. STATE 170841 B. STATE 175558; C. STATE 104050",
      ["A:STATE 170841", "B:STATE 175558", "C:STATE 104050"],
    ],
    ["REF: USUN 3753, ROME 10998", [":USUN 3753", ":ROME 10998"]],
    ["REF: STATE 108501 AND 110462", [":STATE 108501", ":STATE 110462"]],
    ["REFERENCE STATE 10697", [":STATE 10697"]],
    ["REF: A. 26 STATE 117001\n     B. 25 THE HAGUE 42 (NOTAL)", ["A:26 STATE 117001", "B:25 THE HAGUE 42!"]],
    ["REF: IAEA VIENNA 6457(NOTAL)", [":IAEA VIENNA 6457!"]],
    ["REF: BONN 4 OF MAY 3", [":BONN 4@1976-05-03"]],
    ["REF: BONN 4 OF DECEMBER 3", [":BONN 4@1975-12-03"]],
    [
      "REF: A. STATE 1234\n\nB. A CITATION THAT RUNS OVER A LINE OF ITS OWN AND\nENDS HERE\n\nC. ROME 12",
      ["A:STATE 1234", "B:A CITATION THAT RUNS OVER A LINE OF ITS OWN AND ENDS HERE", "C:ROME 12"],
    ],
  ])("%s", (line, expected) => {
    const found = headerWith("SUBJECT: X", line).references.map(
      ({ value }) => `${value.label}:${value.mrn}${value.on ? `@${value.on}` : ""}${value.notal ? "!" : ""}`,
    );
    expect(found).toEqual(expected);
  });

  test.each([
    "ROME FOR FAO",
    "FOR AMBASSADOR FROM SISCO",
    "KUWAIT POUCH BAGHDAD",
    "DEPT PASS LABOR FOR SEGALL",
    "BEIRUT PASS TO BAGHDAD; DAKAR PASS TO NOUAKCHOTT",
    "ROME ALSO FOR FODAG, VIENNA ALSO FOR UNIDO",
  ])("%s is for handing on, before the subject or after it", (line) => {
    expect(headerWith(line, "TAGS: UN", "SUBJECT: X").passLines.map((found) => found.value)).toEqual([line]);
    expect(headerWith("TAGS: UN", "SUBJECT: X", "", line).passLines.map((found) => found.value)).toEqual([
      line,
    ]);
  });

  test("an unnumbered text below the header is text", () => {
    const reading = readCable(
      cable(
        ...address,
        "STATE 115833",
        ...context,
        "",
        "FOR THE PAST YEAR WE HAVE BEEN TRYING TO FIND A WAY TO BRING THE",
        "PARTIES TOGETHER. THE TIME HAS COME. KISSINGER",
      ),
    );
    expect(reading.header.passLines).toEqual([]);
    expect(reading.paragraphs).toHaveLength(1);
    expect(reading.paragraphs[0]).toMatchObject({
      number: null,
      text: "FOR THE PAST YEAR WE HAVE BEEN TRYING TO FIND A WAY TO BRING THE PARTIES TOGETHER. THE TIME HAS COME.",
    });
  });

  test("a line of the text that opens with TO or INFO is no address list", () => {
    const reading = readCable(
      cable(...address, "STATE 115833", ...context, "", "1. WE WISH", "TO AMEMBASSY STAFF", "INFO AND MORE."),
    );
    expect(reading.header.addressees).toHaveLength(2);
  });

  test("without its own line the cable takes its number from the letterhead", () => {
    const { header } = readCable(
      cable("TELEGRAM", "Department of State", "138330", "", ...address, ...context, ...text),
    );
    expect(header.mrn).toMatchObject({ value: "STATE 138330", certainty: "likely" });
  });
});

describe("a cable that quotes another", () => {
  const source = cable(
    ...address,
    "STATE 115833",
    "FOLLOWING SENT ALL DIPLOMATIC POSTS FROM SECSTATE WASHDC",
    "31 AUG 74:",
    "QUOTE",
    "STATE 192437",
    "DAKAR ALSO PASS INFO BANJUL",
    "E.O. 11652: GDS",
    "TAGS: UN",
    "SUBJECT: KHMER CREDENTIALS",
    "",
    "1. FIRST.",
    "",
    "2. SECOND.",
    "UNQUOTE",
  );

  test("keeps its own number and addressees, and takes the subject", () => {
    const { header } = readCable(source);
    expect(header.mrn?.value).toBe("STATE 115833");
    expect(header.addressees).toHaveLength(2);
    expect(header.subject?.value).toBe("KHMER CREDENTIALS");
  });

  test("numbers inside the quotation are not the cable's", () => {
    const reading = readCable(
      cable(
        ...address,
        "STATE 115833",
        ...context,
        "",
        "1. FOLLOWING IS REPEATED FOR YOU:",
        "QUOTE",
        "O 290033Z JUL 75",
        "FM AMEMBASSY BONN",
        "TO SECSTATE WASHDC",
        "BONN 4711",
        "1. INNER FIRST.",
        "",
        "2. INNER SECOND.",
        "UNQUOTE",
        "",
        "2. OUTER SECOND.",
      ),
    );
    expect(reading.paragraphs.map((paragraph) => paragraph.number)).toEqual([1, 2]);
    expect(reading.paragraphs[1]?.text).toBe("OUTER SECOND.");
    expect(reading.header.mrn?.value).toBe("STATE 115833");
    expect(reading.notes.map((note) => note.code)).toContain("nestedCable");
  });
});
