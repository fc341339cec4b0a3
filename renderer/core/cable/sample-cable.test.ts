// The sample case's cable is a true cable: the reader finds every field of it, and it keeps a cable's line width.
import { describe, expect, test } from "vitest";
import { sampleCableText } from "../sample/cable.ts";
import { readCable } from "./read-cable.ts";

const reading = readCable(sampleCableText);
const { header, fields } = reading;

function names(kind: string): string[] {
  return header.addressees
    .filter((found) => found.value.kind === kind)
    .map((found) => found.value.name.replace("AMEMBASSY ", ""));
}

function values<T>(list: readonly { readonly value: T }[]): T[] {
  return list.map((found) => found.value);
}

test("lines are no wider than a cable's", () => {
  expect(sampleCableText.split("\n").filter((line) => line.length > 69)).toEqual([]);
});

test("header", () => {
  expect(reading.shape).toBe("rawHeader");
  expect(header.sentAt?.value).toEqual({
    text: "P 201530Z NOV 26",
    at: "2026-11-20T15:30:00Z",
    actionPrecedence: "priority",
    infoPrecedence: null,
  });
  expect(header.from?.value).toBe("SECSTATE WASHDC");
  expect(names("action")).toEqual(
    "LONDON, PARIS, BERLIN, ROME, THE HAGUE, BRUSSELS, WARSAW, OTTAWA, TOKYO, SEOUL, CANBERRA, NEW DELHI, JAKARTA, SINGAPORE, NAIROBI, PRETORIA, BRASILIA, MEXICO, RIYADH, ABU DHABI, CAIRO".split(
      ", ",
    ),
  );
  expect(names("info")).toEqual(["WELLINGTON", "BUENOS AIRES", "ABUJA"]);
  expect(names("exempt")).toEqual(["BEIJING"]);
  expect(header.marking?.value).toBe("U");
  expect(header.mrn?.value).toBe("STATE 118204");
  expect(values(header.captions)).toEqual(["SENSITIVE"]);
  expect(header.order?.value).toBe("E.O. 13526: N/A");
  expect(values(header.tags)).toEqual(["ETRD", "TINT", "ECON", "CH"]);
  expect(header.subject?.value).toBe(
    "REQUEST TO RAISE CONCERNS OVER EXTRACTION AND DISTILLATION OF AMERICAN AI MODELS",
  );
  expect(values(header.references)).toEqual([
    { label: "A", mrn: "WHITE HOUSE STATEMENT OF NOVEMBER 18", on: "2026-11-18", notal: false },
    { label: "B", mrn: "STATE 118205", on: null, notal: true },
    { label: "C", mrn: "STATE 104417", on: null, notal: false },
  ]);
  expect(header.signature?.value).toBe("HALVORSEN");
});

test("paragraphs, each with its mark", () => {
  const marks = reading.paragraphs.map(
    ({ number, portion, label }) => `${number} ${portion} ${label ?? "-"}`,
  );
  expect(marks).toEqual([
    "1 SBU SUMMARY AND ACTION REQUEST",
    "2 SBU OBJECTIVE",
    "3 SBU BACKGROUND",
    "4 U TALKING POINTS",
    "5 U -",
    "6 U IF RAISED",
    "7 SBU DO NOT",
    "8 SBU DELIVERY",
    "9 SBU -",
    "10 SBU REPORTING",
    "11 SBU FYI",
    "12 U POINT OF CONTACT",
    "13 U -",
  ]);
});

describe("instruction", () => {
  test("objectives, and nothing asked of the host", () => {
    expect(values(fields.objectives)).toEqual([
      "TO WARN HOST GOVERNMENTS OF THE RISKS OF MODELS DISTILLED FROM PROPRIETARY US MODELS",
      "TO LAY THE GROUNDWORK FOR POTENTIAL FOLLOW-UP AND OUTREACH.",
    ]);
    expect(fields.ask).toEqual([]);
    expect(fields.background).toHaveLength(1);
  });

  test("points by kind", () => {
    expect(values(fields.points).map((point) => `${point.label} ${point.kind}`)).toEqual([
      ...["A", "B", "C", "D"].map((label) => `${label} mustSay`),
      ...["E", "F"].map((label) => `${label} maySay`),
      ...["G", "H", "I"].map((label) => `${label} ifRaised`),
      ...["--", "--", "--"].map((label) => `${label} doNotRaise`),
      " background",
    ]);
  });

  test("deadlines", () => {
    expect(values(fields.deliverBy)).toEqual([
      { kind: "event", value: "2026-12-14", text: "BEFORE THE LEADERS' MEETING AT GENEVA ON DECEMBER 14" },
    ]);
    expect(values(fields.reportBy).map((deadline) => deadline.value)).toEqual(["2026-12-04", "2026-12-04"]);
  });

  test("level, paper, contact, posts named, mode", () => {
    expect(fields.level[0]?.value).toContain("AT APPROPRIATE LEVEL");
    expect(values(fields.written)).toEqual(["A NON-PAPER ON THE POINTS OF PARAGRAPH 4 MAY BE LEFT."]);
    expect(values(fields.contact)).toEqual(["DESK FOR TECHNOLOGY POLICY, EB/TECH."]);
    expect(values(fields.postInstructions).map(({ posts, mode }) => [posts, mode])).toEqual([
      [["BEIJING"], "separateInstruction"],
      [["THE HAGUE", "BRUSSELS"], "coordinate"],
    ]);
    expect(fields.mode?.value).toBe("deliver");
    expect(reading.notes.map((note) => note.code)).toEqual(["yearAssumed"]);
  });
});
