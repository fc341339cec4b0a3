// The sample's cable re-dated for any Friday, the facts the telling takes from it, and where they stand in its text.
import type { Deadline, SourceSpan } from "../model/directive.ts";
import { type Calendar, calendarOf, leadersMeetingOffset, reportByOffset } from "./calendar.ts";
import { sampleCableText } from "./cable.ts";
import { pointIds } from "./points.ts";
import { capitalZone, deskOfficer } from "./teller.ts";

const toldFor = "2026-11-20";
const statementOffset = -2;
/** 15:30Z of the date-time group. */
const sentAtZulu = "15:30";

const months = [
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER",
];

function monthDay(day: string): string {
  const { month, day: number } = Temporal.PlainDate.from(day);
  return `${months[month - 1] ?? ""} ${number}`;
}

const two = (value: number) => String(value % 100).padStart(2, "0");

function group(day: string): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  return `${two(number)}${sentAtZulu.replace(":", "")}Z ${(months[month - 1] ?? "").slice(0, 3)} ${two(year)}`;
}

/** The text as it would have gone out on `anchor` (a Friday, ISO day). */
export function sampleCable(anchor: string): string {
  const told = calendarOf(toldFor);
  const wanted = calendarOf(anchor);
  const offsets = [statementOffset, reportByOffset, leadersMeetingOffset];
  // All at once, so that a day just put in is not taken for the next one to replace.
  const replacements = new Map([
    [group(toldFor), group(anchor)],
    ...offsets.map((offset) => [monthDay(told.day(offset)), monthDay(wanted.day(offset))] as const),
  ]);
  return sampleCableText.replaceAll(
    /\d{6}Z [A-Z]{3} \d{2}|(?:NOVEMBER|DECEMBER) \d{1,2}/g,
    (found) => replacements.get(found) ?? found,
  );
}

/** What the directive says because its cable does. */
export const cableFacts = {
  mrn: "STATE 118204",
  septelMrn: "STATE 118205",
  noticeMrn: "STATE 104417",
  subject: "Request to raise concerns over extraction and distillation of American AI models",
  precedence: "priority" as const,
  tags: ["ETRD", "TINT", "ECON", "CH"],
  infoTo: ["Wellington", "Buenos Aires", "Abuja"],
  statementOffset,
  sentAt: (calendar: Calendar): string => calendar.at(0, sentAtZulu, "UTC"),
  deliverBy: (calendar: Calendar): Deadline => ({
    kind: "event",
    value: calendar.day(leadersMeetingOffset),
    timeZone: capitalZone,
    text: `BEFORE THE LEADERS' MEETING AT GENEVA ON ${monthDay(calendar.day(leadersMeetingOffset))}`,
  }),
  reportByText: (calendar: Calendar): string => `BY COB ${monthDay(calendar.day(reportByOffset))}`,
};

/** Field of the directive -> the words in its cable that say it. */
const phrases: Readonly<Record<string, string>> = {
  mrn: "STATE 118204",
  subject: "REQUEST TO RAISE CONCERNS OVER EXTRACTION AND DISTILLATION OF AMERICAN AI MODELS",
  tags: "ETRD, TINT, ECON, CH",
  "objectives/warn": "TO WARN HOST GOVERNMENTS OF THE RISKS OF MODELS DISTILLED FROM PROPRIETARY US MODELS",
  "objectives/ground": "TO LAY THE GROUNDWORK FOR POTENTIAL FOLLOW-UP AND OUTREACH",
  level: "AT APPROPRIATE LEVEL",
  writtenMaterial: "A NON-PAPER ON THE POINTS OF PARAGRAPH 4 MAY BE LEFT",
  contact: "DESK FOR TECHNOLOGY POLICY, EB/TECH",
};

/** Field of the directive -> the words its paragraph begins with; all of the paragraph says it. */
const paragraphs: Readonly<Record<string, string>> = {
  background: "THIS INSTRUCTION SUPPLEMENTS REF A.",
  reportingRequirement: "POSTS SHOULD REPORT OFFICIALS SPOKEN WITH",
  [`points/${pointIds.concern}`]: "THE UNITED STATES IS CONCERNED BY",
  [`points/${pointIds.examples}`]: "DEEPSEEK, MOONSHOT AI AND MINIMAX",
  [`points/${pointIds.performance}`]: "MODELS MADE BY DISTILLATION MAY APPEAR",
  [`points/${pointIds.security}`]: "DISTILLATION CAN STRIP A MODEL",
  [`points/${pointIds.neutrality}`]: "IT CAN ALSO UNDO THE MECHANISMS",
  [`points/${pointIds.groundwork}`]: "WE VALUE YOUR ASSESSMENT",
  [`points/${pointIds.ifGroundless}`]: "THE PUBLIC DENIAL",
  [`points/${pointIds.ifProtection}`]: "OUR CONCERN IS CONDUCT",
  [`points/${pointIds.ifAsked}`]: "WE MAKE NO REQUEST",
  [`points/${pointIds.noLink}`]: "LINK THIS SUBJECT",
  [`points/${pointIds.noOthers}`]: "NAME COMPANIES OTHER",
  [`points/${pointIds.noTechnique}`]: "CHARACTERIZE THE USE",
  [`points/${pointIds.background}`]: "THE DEPARTMENT EXPECTS PUBLIC STATEMENTS",
};

/** Where the fields stand in `text`, ticked by the desk officer before the cable went out. */
export function spansOf(text: string, calendar: Calendar): Readonly<Record<string, SourceSpan>> {
  const tick = { tickedBy: deskOfficer, tickedAt: calendar.at(0, "09:15", capitalZone) };
  const find = (said: string): { start: number; end: number } => {
    // The cable breaks its lines where it likes.
    const match = new RegExp(said.replaceAll(".", "\\.").replaceAll(" ", "\\s+")).exec(text);
    if (!match) throw new Error(`the sample's cable does not say ${said}`);
    return { start: match.index, end: match.index + match[0].length };
  };
  const dated = {
    reportBy: cableFacts.reportByText(calendar),
    deliverBy: cableFacts.deliverBy(calendar).text,
  };
  const spans: Record<string, SourceSpan> = {};
  for (const [field, said] of Object.entries({ ...phrases, ...dated })) {
    spans[field] = { ...find(said), ...tick };
  }
  for (const [field, said] of Object.entries(paragraphs)) {
    const { start } = find(said);
    const blank = text.indexOf("\n\n", start);
    spans[field] = { start, end: blank < 0 ? text.length : blank, ...tick };
  }
  return spans;
}
