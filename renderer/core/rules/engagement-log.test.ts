import { expect, test } from "vitest";
import { blankLog, engagementLog, type EngagementLog, problemsOf, spillOf } from "./engagement-log.ts";

const where = { now: "2026-11-24T12:00:00Z", timeZone: "Africa/Nairobi" };
const held: Partial<EngagementLog> = {
  postId: "post-nairobi",
  directiveId: "dir",
  on: "2026-11-24",
  time: "10:00",
  ours: [{ id: "o1", name: "Jo Field", rank: "Counselor" }],
  theirs: [{ id: "cp-1", name: "Amina Odhiambo", title: "Director" }],
};

const cases: readonly { name: string; log: Partial<EngagementLog>; problems: readonly string[] }[] = [
  { name: "a held meeting with all that is needed", log: {}, problems: [] },
  {
    name: "an empty form",
    log: { postId: null, directiveId: null, on: "", time: "", ours: [], theirs: [] },
    problems: ["postMissing", "subjectMissing", "dayMissing", "timeMissing", "oursMissing", "theirsMissing"],
  },
  { name: "no directive but a subject", log: { directiveId: null, subject: "Visas" }, problems: [] },
  { name: "a quarter of an hour ahead is a slow clock", log: { time: "15:10" }, problems: [] },
  { name: "held tomorrow", log: { on: "2026-11-25" }, problems: ["heldInFuture"] },
  { name: "planned for no hour yet", log: { state: "planned", on: "", time: "", theirs: [] }, problems: [] },
  {
    name: "planned for a day without an hour",
    log: { state: "planned", time: "" },
    problems: ["timeMissing"],
  },
  { name: "planned for next week", log: { state: "planned", on: "2026-12-01" }, problems: [] },
  { name: "not held without a reason", log: { state: "notHeld" }, problems: ["reasonMissing"] },
  {
    name: "a note exchanged names nobody",
    log: { type: "noteExchange", ours: [], theirs: [] },
    problems: [],
  },
  { name: "a quote without a kind of response", log: { quote: "We agree." }, problems: ["categoryMissing"] },
  {
    name: "a follow-up with a date and no words",
    log: {
      followUps: [{ id: "f", what: " ", owner: "", waitingOn: "us", dueOn: "2026-12-01", pointId: null }],
    },
    problems: ["followUpEmpty"],
  },
  {
    name: "a commitment with a date and no words",
    log: { commitments: [{ id: "c", by: "host", text: "", dueOn: "2026-12-01", verified: "" }] },
    problems: ["commitmentEmpty"],
  },
];

test.each(cases)("$name", ({ log, problems }) => {
  const found = problemsOf(blankLog({ ...held, ...log }), where);
  expect(found.map(({ problem }) => problem)).toEqual(problems);
});

test("a blank form is a form", () => {
  expect(engagementLog.safeParse(blankLog()).success).toBe(true);
});

test.each([
  { name: "plain words", log: { report: "She took notes." }, found: undefined },
  { name: "a pasted banner", log: { report: "SECRET\nShe took notes." }, found: "S" },
  { name: "a portion mark in a comment", log: { comment: "2. (C) He is leaving." }, found: "C" },
  {
    name: "a mark in a point's note",
    log: { points: { a: { outcome: "partly", note: "CONFIDENTIAL", leftInWriting: false } } },
    found: "C",
  },
] as const)("spill: $name", ({ log, found }) => {
  expect(spillOf(blankLog(log as Partial<EngagementLog>), "SBU", false)?.marking).toBe(found);
  expect(spillOf(blankLog(log as Partial<EngagementLog>), "SBU", true)).toBeNull();
});
