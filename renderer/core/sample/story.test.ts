// The sample as the desk reads it three weeks on: every kind of post a screen must show is there.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { objectionTally } from "../rules/objections.ts";
import { positionLedger, shiftsOf } from "../rules/position-ledger.ts";
import { dueBucket } from "../rules/follow-up.ts";
import { tally } from "../rules/tally.ts";
import { taskLines } from "../rules/task-line.ts";
import { toDoList } from "../rules/to-do.ts";
import { calendarOf, lastTold } from "./calendar.ts";
import { sampleCable } from "./cable-for.ts";
import { foldWrites } from "./folded.ts";
import { sampleHistory } from "./history.ts";
import { readCable } from "../cable/read-cable.ts";

const anchor = "2026-10-30";
const calendar = calendarOf(anchor);
const clock = {
  now: calendar.at(lastTold + 2, "09:00", "America/New_York"),
  capitalTimeZone: "America/New_York",
  silenceDays: 10,
};
const sample = await foldWrites(sampleHistory(anchor), (text) =>
  Promise.resolve(createHash("sha256").update(text).digest("hex")),
);
const points = sample.rows("talkingPoints");
const engagements = sample.rows("engagements");
const followUps = sample.rows("followUps");
const lines = taskLines(
  {
    directives: sample.rows("directives"),
    points,
    tasks: sample.rows("demarcheTasks"),
    posts: sample.rows("posts"),
    engagements,
    responses: sample.rows("responses"),
  },
  clock,
).filter(({ task }) => task.directiveId === "dir-models");

function postsWhere(test: (line: (typeof lines)[number]) => boolean): string[] {
  return lines
    .filter(test)
    .map(({ post }) => post?.name ?? "")
    .toSorted();
}

function evidence(name: string) {
  return lines.find(({ post }) => post?.name === name)?.evidence;
}

/** As a telegram prints it, on one line. */
function printed(text: string): string {
  return text.replaceAll(/\s+/g, " ").toUpperCase();
}

describe("posts of the case", () => {
  it.each([
    ["closed", ["Canberra", "London", "Ottawa", "Rome", "Tokyo", "Warsaw"]],
    ["answered", ["Berlin", "Brasilia", "Singapore"]],
    ["awaitingResponse", ["Nairobi", "Paris", "Seoul"]],
    ["reported", ["New Delhi"]],
    ["delivered", ["Jakarta", "The Hague"]],
    ["partlyDelivered", ["Riyadh"]],
    ["scheduled", ["Brussels"]],
    ["appointmentRequested", ["Mexico City"]],
    ["onHold", ["Pretoria"]],
    ["received", ["Cairo"]],
    ["noAction", ["Abu Dhabi", "Abuja", "Buenos Aires", "Wellington"]],
    ["separate", ["Beijing"]],
  ])("%s: %j", (state, names) => {
    expect(postsWhere((line) => line.state === state)).toEqual(names);
  });

  it("some are late to deliver, to report, and some hosts are silent", () => {
    expect(postsWhere(({ timing }) => timing.overdueToDeliver)).toEqual([
      "Brussels",
      "Cairo",
      "Mexico City",
      "Riyadh",
    ]);
    expect(postsWhere(({ timing }) => timing.overdueToReport)).toEqual([
      "Brussels",
      "Cairo",
      "Jakarta",
      "Mexico City",
      "Riyadh",
      "The Hague",
    ]);
    expect(postsWhere(({ timing }) => timing.answerOverdue)).toEqual(["Paris", "Seoul"]);
  });

  it("shows each level of evidence and says why", () => {
    expect(evidence("Cairo")).toMatchObject({ level: 0, because: { code: "noAction" } });
    expect(evidence("Brussels")).toMatchObject({ level: 1, because: { code: "planned" } });
    expect(evidence("Mexico City")).toMatchObject({ level: 1, because: { code: "notHeld" } });
    expect(evidence("The Hague")).toMatchObject({ level: 2, because: { code: "belowRank" } });
    expect(evidence("Brasilia")).toMatchObject({ level: 2, because: { code: "paperRefused" } });
    expect(evidence("Riyadh")).toMatchObject({ level: 2, because: { code: "partly" } });
    expect(evidence("Seoul")).toMatchObject({ level: 3 });
    expect(evidence("London")).toMatchObject({ level: 4 });
  });

  it("leaves the exempt, informed, separate and held out of the count", () => {
    expect(tally(lines)).toMatchObject({
      tasked: 25,
      counted: 19,
      delivered: 15,
      partly: 1,
      notYet: 3,
      answerOwed: 3,
    });
    expect(postsWhere(({ exclusion }) => exclusion !== null)).toEqual([
      "Abu Dhabi",
      "Abuja",
      "Beijing",
      "Buenos Aires",
      "Pretoria",
      "Wellington",
    ]);
  });

  it("gives the desk something of every weight to do", () => {
    const list = toDoList({ lines, points, followUps, conflictCount: 1 }, clock);
    const codes = new Set(list.map(({ because }) => because.code));
    expect([...codes]).toEqual(expect.arrayContaining(["conflictsWaiting"]));
    expect(codes.size).toBeGreaterThanOrEqual(6);
  });
});

describe("positions, objections and follow-ups", () => {
  it("has a baseline for every country and shifts both ways", () => {
    const standings = positionLedger(sample.rows("positions"), { view: "country", since: null }).filter(
      ({ issueId }) => issueId === "issue-distillation",
    );
    expect(standings).toHaveLength(25);
    expect(standings.every(({ baseline }) => baseline !== null)).toBe(true);
    const shifts = shiftsOf(standings).map(({ country, shift }) => [country, Math.sign(shift ?? 0)]);
    expect(shifts).toContainEqual(["Poland", 1]);
    expect(shifts).toContainEqual(["Germany", -1]);
  });

  it("hears the same objection in several capitals, one with a rebuttal", () => {
    const objections = objectionTally(engagements, points, clock.capitalTimeZone);
    expect(objections[0]?.heardAt.length).toBeGreaterThanOrEqual(3);
    expect(objections.some(({ rebuttals }) => rebuttals.some(({ used }) => used > 0))).toBe(true);
  });

  it("leaves follow-ups in every bucket that does not need this very day", () => {
    const here = { today: calendar.day(lastTold + 2), weekend: ["6", "7"] };
    const buckets = new Set(followUps.map((row) => dueBucket(row, here)));
    expect([...buckets]).toEqual(
      expect.arrayContaining(["overdue", "later", "waitingOnHost", "undated", "closed"]),
    );
  });

  it("records a joint delivery, a calling-in, a refused paper and promises of both sides", () => {
    expect(engagements.filter(({ jointWith }) => jointWith.length > 0)).toHaveLength(1);
    expect(engagements.filter(({ type }) => type === "calledIn")).toHaveLength(1);
    expect(engagements.some(({ paper }) => paper === "refused")).toBe(true);
    expect(new Set(engagements.map(({ state }) => state))).toEqual(new Set(["planned", "held", "notHeld"]));
    const sides = engagements.flatMap(({ commitments }) => Object.values(commitments).map(({ by }) => by));
    expect(new Set(sides)).toEqual(new Set(["us", "host"]));
  });
});

describe("the cable", () => {
  it.each([["2026-11-20"], ["2026-10-30"], ["2027-01-01"], ["2028-02-11"]])(
    "reads back as sent on %s",
    (friday) => {
      const reading = readCable(sampleCable(friday));
      const days = calendarOf(friday);
      expect(reading.header.sentAt?.value.at).toBe(days.at(0, "15:30", "UTC"));
      expect(new Set(reading.fields.reportBy.map(({ value }) => value.value))).toEqual(
        new Set([days.day(14)]),
      );
      expect(reading.fields.deliverBy.map(({ value }) => value.value)).toContain(days.day(24));
      expect(reading.header.references[0]?.value.on).toBe(days.day(-2));
    },
  );

  it("says what the directive says, point by point", () => {
    const cable = printed(sampleCable(anchor)).replaceAll(";", ".");
    const told = points.filter((row) => row.directiveId === "dir-models" && row.version === 1);
    expect(told).toHaveLength(13);
    const read = readCable(sampleCable(anchor)).fields.points.map(({ value }) => value.kind);
    expect(read.toSorted()).toEqual(told.map(({ kind }) => kind).toSorted());
    const spoken = told.filter(({ kind }) => kind !== "background").map(({ text }) => printed(text));
    expect(spoken.filter((text) => !cable.includes(text))).toEqual([]);
  });

  it("is the source of the directive, its spans on the words", () => {
    const directive = sample.rows("directives").find(({ id }) => id === "dir-models");
    expect(directive?.sourceText).toBe(sampleCable(anchor));
    const span = directive?.sourceSpans["mrn"];
    expect(directive?.sourceText.slice(span?.start, span?.end)).toBe(directive?.mrn);
    const point = directive?.sourceSpans["points/pt-e"];
    expect(directive?.sourceText.slice(point?.start, point?.end)).toMatch(/^IT CAN ALSO UNDO[^.]+NEUTRAL\.$/);
  });
});
