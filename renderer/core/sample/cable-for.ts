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
    text: `BEFORE THAT MEETING (${monthDay(calendar.day(leadersMeetingOffset))})`,
  }),
  reportByText: (calendar: Calendar): string => `BY COB ${monthDay(calendar.day(reportByOffset))}`,
};

/** Field of the directive -> the words in its cable that say it. */
const saidBy: Readonly<Record<string, string>> = {
  mrn: "STATE 118204",
  subject: "REQUEST TO RAISE CONCERNS OVER EXTRACTION AND DISTILLATION\nOF AMERICAN AI MODELS",
  tags: "ETRD, TINT, ECON, CH",
  "objectives/warn": "TO WARN HOST GOVERNMENTS OF THE RISKS OF MODELS\nDISTILLED FROM PROPRIETARY US MODELS",
  "objectives/ground": "TO LAY THE GROUNDWORK FOR\nPOTENTIAL FOLLOW-UP AND OUTREACH",
  background: "THIS INSTRUCTION SUPPLEMENTS REF A.",
  level: "AT APPROPRIATE LEVEL",
  writtenMaterial: "A NON-PAPER ON THE POINTS OF PARAGRAPH\n4 MAY BE LEFT",
  deliverBy: "BEFORE THAT MEETING",
  contact: "DESK FOR TECHNOLOGY POLICY, EB/TECH",
  [`points/${pointIds.concern}`]: "THE UNITED STATES IS CONCERNED BY THE EXTRACTION AND DISTILLATION",
  [`points/${pointIds.examples}`]: "DEEPSEEK, MOONSHOT AI AND MINIMAX ARE COMPANIES WHOSE CONDUCT",
  [`points/${pointIds.performance}`]: "MODELS MADE BY DISTILLATION MAY APPEAR TO PERFORM ON A PAR WITH",
  [`points/${pointIds.security}`]: "DISTILLATION CAN STRIP A MODEL OF THE SECURITY PROTOCOLS OF THE",
  [`points/${pointIds.neutrality}`]: "IT CAN ALSO UNDO THE MECHANISMS MEANT TO KEEP A MODEL'S ANSWERS",
  [`points/${pointIds.groundwork}`]: "WE VALUE YOUR ASSESSMENT",
  reportingRequirement: "POSTS SHOULD REPORT OFFICIALS SPOKEN WITH, HOST",
};

/** Where the fields stand in `text`, ticked by the desk officer before the cable went out. */
export function spansOf(text: string, calendar: Calendar): Readonly<Record<string, SourceSpan>> {
  const tick = { tickedBy: deskOfficer, tickedAt: calendar.at(0, "09:15", capitalZone) };
  const words = { ...saidBy, reportBy: cableFacts.reportByText(calendar) };
  return Object.fromEntries(
    Object.entries(words).map(([field, said]) => {
      const start = text.indexOf(said);
      if (start < 0) throw new Error(`The sample's cable does not say ${said}`);
      return [field, { start, end: start + said.length, ...tick }];
    }),
  );
}
