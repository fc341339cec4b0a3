// What a person fills in to log an engagement: the form's values, and what must be there before it can be filed.
import { z } from "zod";
import {
  askOutcomes,
  confidences,
  engagementStates,
  engagementTypes,
  levels,
  markings,
  paperFates,
  parties,
  pointOutcomes,
  reactions,
  responseCategories,
  stances,
  writtenMaterials,
} from "../model/enums.ts";
import type { Marking } from "../model/enums.ts";
import { attachedFile } from "./attached-file.ts";
import { instantAt } from "./calendar.ts";
import { type FoundMarking, spillIn } from "./marking.ts";

const line = z.string().max(2000);
const prose = z.string().max(2_000_000);

/** `on` and `time` are the post's own clock: "2026-11-24" and "14:30", empty where not said. Rows carry the id they will be kept under. */
export const engagementLog = z.object({
  postId: z.string().nullable(),
  directiveId: z.string().nullable(),
  type: z.enum(engagementTypes),
  state: z.enum(engagementStates),
  on: z.string(),
  time: z.string(),
  place: line,
  language: line,
  initiatedBy: z.enum(["us", "them"]),
  subject: line,
  instrument: z.enum(writtenMaterials).nullable(),
  paper: z.enum(paperFates).nullable(),
  jointWith: z.array(line),
  notHeldReason: line,
  marking: z.enum(markings),
  ours: z.array(z.object({ id: z.string(), name: z.string().max(200), rank: z.string().max(200) })),
  /** `id` is the counterpart's. */
  theirs: z.array(z.object({ id: z.string(), name: z.string().max(200), title: z.string().max(300) })),
  levelReached: z.enum(levels).nullable(),
  points: z.record(
    z.string(),
    z.object({
      outcome: z.enum(pointOutcomes).nullable(),
      note: z.string().max(5000),
      leftInWriting: z.boolean(),
    }),
  ),
  reaction: z.enum(reactions).nullable(),
  category: z.enum(responseCategories).nullable(),
  /** Whether the task counts as answered; null: as the category says. */
  isAnswer: z.boolean().nullable(),
  answer: line,
  quote: prose,
  verbatim: z.boolean(),
  askOutcome: z.enum(askOutcomes).nullable(),
  stance: z.enum(stances).nullable(),
  confidence: z.enum(confidences).nullable(),
  commitments: z.array(
    z.object({
      id: z.string(),
      by: z.enum(["us", "host"]),
      text: line,
      dueOn: z.string(),
      verified: z.string(),
    }),
  ),
  counterArguments: z.array(line),
  report: prose,
  comment: prose,
  followUps: z.array(
    z.object({
      id: z.string(),
      what: line,
      owner: line,
      waitingOn: z.enum(parties),
      dueOn: z.string(),
      pointId: z.string().nullable(),
    }),
  ),
  /** Files whose bytes the host has; they become records with the filing. */
  attachments: z.array(attachedFile),
});
export type EngagementLog = z.infer<typeof engagementLog>;

/** An empty form: nothing is ticked, nothing is said on anybody's behalf. */
export function blankLog(from: Partial<EngagementLog> = {}): EngagementLog {
  return {
    postId: null,
    directiveId: null,
    type: "meeting",
    state: "held",
    on: "",
    time: "",
    place: "",
    language: "",
    initiatedBy: "us",
    subject: "",
    instrument: null,
    paper: null,
    jointWith: [],
    notHeldReason: "",
    marking: "U",
    ours: [],
    theirs: [],
    levelReached: null,
    points: {},
    reaction: null,
    category: null,
    isAnswer: null,
    answer: "",
    quote: "",
    verbatim: false,
    askOutcome: null,
    stance: null,
    confidence: null,
    commitments: [],
    counterArguments: [],
    report: "",
    comment: "",
    followUps: [],
    attachments: [],
    ...from,
  };
}

/** What keeps a log from being filed; texts stand under `engagement.problem.<code>`. */
const logProblems = [
  "postMissing",
  "subjectMissing",
  "dayMissing",
  "timeMissing",
  "heldInFuture",
  "reasonMissing",
  "oursMissing",
  "theirsMissing",
  "categoryMissing",
  "commitmentEmpty",
  "followUpEmpty",
] as const;
export type LogProblem = (typeof logProblems)[number];

/** Contacts in which somebody is spoken to: without a name they tell the capital nothing. */
const faceToFace: ReadonlySet<EngagementLog["type"]> = new Set([
  "meeting",
  "call",
  "calledIn",
  "videoConference",
  "receivedDemarche",
]);

/** Clocks differ by a little between a meeting room and this machine. */
const leewaySeconds = 15 * 60;

/** The faults of a log as it is to be filed, each at the field where it can be put right. */
export function problemsOf(
  log: EngagementLog,
  where: { readonly now: string; readonly timeZone: string },
): { readonly path: readonly (string | number)[]; readonly problem: LogProblem }[] {
  const found: { path: (string | number)[]; problem: LogProblem }[] = [];
  const fault = (problem: LogProblem, ...path: (string | number)[]): void =>
    void found.push({ path, problem });
  const took = log.state !== "planned";
  if (log.postId === null) fault("postMissing", "postId");
  if (log.directiveId === null && log.subject.trim() === "") fault("subjectMissing", "subject");
  if (log.on === "" && (took || log.time !== "")) fault("dayMissing", "on");
  if (log.time === "" && (took || log.on !== "")) fault("timeMissing", "time");
  const at = instantAt(log.on, log.time, where.timeZone);
  if (log.state === "held" && at !== null) {
    const ahead = Temporal.Instant.from(where.now).until(at).total("seconds");
    if (ahead > leewaySeconds) fault("heldInFuture", "on");
  }
  if (log.state === "notHeld" && log.notHeldReason.trim() === "") fault("reasonMissing", "notHeldReason");
  if (log.state === "held" && faceToFace.has(log.type)) {
    if (log.ours.every(({ name }) => name.trim() === "")) fault("oursMissing", "ours");
    if (log.theirs.length === 0) fault("theirsMissing", "theirs");
  }
  if (
    log.state === "held" &&
    log.category === null &&
    (log.quote.trim() !== "" || log.answer.trim() !== "")
  ) {
    fault("categoryMissing", "category");
  }
  log.commitments.forEach((row, index) => {
    if (row.text.trim() === "" && row.dueOn !== "") fault("commitmentEmpty", "commitments", index, "text");
  });
  log.followUps.forEach((row, index) => {
    if (row.what.trim() === "" && row.dueOn !== "") fault("followUpEmpty", "followUps", index, "what");
  });
  return found;
}

/** The first marking above the ceiling in what was typed or pasted: a possible spill, to be refused before it is kept. */
export function spillOf(log: EngagementLog, ceiling: Marking, historical: boolean): FoundMarking | null {
  const texts = [
    log.report,
    log.comment,
    log.quote,
    log.answer,
    log.subject,
    ...Object.values(log.points).map(({ note }) => note),
    ...log.commitments.map(({ text }) => text),
    ...log.followUps.map(({ what }) => what),
    ...log.counterArguments,
  ];
  return spillIn(texts.join("\n"), ceiling, historical);
}
