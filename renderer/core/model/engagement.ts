// A contact with a host: planned, held or not held; what was said, to whom, with what reaction.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import {
  askOutcomes,
  engagementStates,
  engagementTypes,
  levels,
  markings,
  paperFates,
  pointOutcomes,
  reactions,
  writtenMaterials,
} from "./enums.ts";
import { choice, list, map, maybeChoice, maybeInstant, maybeRef, prose, text } from "./field.ts";

const ourParticipant = z.object({ name: z.string().max(200), rank: z.string().max(200) });
/** Title as of the day of the engagement; the counterpart's later offices do not change it. */
const theirParticipant = z.object({ name: z.string().max(200), title: z.string().max(300) });
const pointRecord = z.object({
  outcome: z.enum(pointOutcomes),
  note: z.string().max(5000),
  leftInWriting: z.boolean(),
});
const commitment = z.object({
  by: z.enum(["us", "host"]),
  text: z.string().max(2000),
  dueOn: z.string().nullable(),
  verified: z.string().max(1000),
});

export type PointRecord = z.infer<typeof pointRecord>;
export type Commitment = z.infer<typeof commitment>;

export const engagements = defineEntity("engagements", {
  postId: maybeRef("posts"),
  directiveId: maybeRef("directives"),
  taskId: maybeRef("demarcheTasks"),
  type: choice(engagementTypes, "meeting"),
  state: choice(engagementStates, "held"),
  at: maybeInstant(),
  timeZone: text(),
  place: text({ search: true }),
  initiatedBy: choice(["us", "them"], "us"),
  subject: text({ search: true }),
  ours: map(ourParticipant),
  /** Counterpart id -> name and title on the day. */
  theirs: map(theirParticipant, { to: "counterparts" }),
  levelReached: maybeChoice(levels),
  language: text(),
  jointWith: list(),
  points: map(pointRecord, { to: "talkingPoints" }),
  instrument: maybeChoice(writtenMaterials),
  paper: maybeChoice(paperFates),
  reaction: maybeChoice(reactions),
  askOutcome: maybeChoice(askOutcomes),
  commitments: map(commitment),
  counterArguments: list({ search: true }),
  /** What was said. Kept apart from `comment`, which is the post's own view. */
  report: prose({ search: true }),
  comment: prose({ search: true }),
  marking: choice(markings, "U"),
  notHeldReason: text(),
  loggedBy: text(),
  loggedAt: maybeInstant(),
  /** Key of the entry in the calendar it came from, so that importing again updates. */
  externalId: text(),
});

export type Engagement = RowOf<typeof engagements>;
