// What one directive asks of one post, with that post's own variant of the instruction.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import {
  addressKinds,
  exemptReasons,
  levels,
  notDeliveredReasons,
  taskingModes,
  writtenMaterials,
} from "./enums.ts";
import {
  choice,
  flag,
  list,
  map,
  maybeChoice,
  maybeDay,
  maybeInstant,
  maybeRef,
  prose,
  text,
} from "./field.ts";

/** A post's change to one base point; `text` null keeps the base wording. */
const adaptation = z.object({
  change: z.enum(["reword", "drop", "hold"]),
  text: z.string().nullable(),
  reason: z.string().max(1000),
});
export type Adaptation = z.infer<typeof adaptation>;

export const demarcheTasks = defineEntity("demarcheTasks", {
  directiveId: maybeRef("directives"),
  postId: maybeRef("posts"),
  addressed: choice(addressKinds, "action"),
  mode: choice(taskingModes, "deliver"),
  owner: text({ search: true }),
  level: maybeChoice(levels),
  levelFallback: maybeChoice(levels),
  writtenMaterial: maybeChoice(writtenMaterials),
  language: text(),
  /** Own dates where they differ from the directive's; days at the post, or instants. */
  deliverBy: maybeDay(),
  reportBy: maybeDay(),
  infoTo: list(),
  /** Point id -> how this post's text differs. */
  adaptations: map(adaptation, { to: "talkingPoints" }),
  /** The instruction that replaces this one for the post, under `separateInstruction`. */
  separateDirectiveId: maybeRef("directives"),
  exemptReason: maybeChoice(exemptReasons),
  exemptNote: text(),
  exemptClearedBy: text(),
  // Four dates that are four different facts; each is written by whoever knows it and never derived from another.
  taskedAt: maybeInstant(),
  deliveredAt: maybeInstant(),
  reportedAt: maybeInstant(),
  answeredAt: maybeInstant(),
  // Steps on the way.
  acknowledgedAt: maybeInstant(),
  appointmentRequestedAt: maybeInstant(),
  scheduledFor: maybeInstant(),
  closedAt: maybeInstant(),
  /** True where some but not all must-say points were made. */
  partlyDelivered: flag(),
  amendmentRequest: prose(),
  onHold: flag(),
  notDeliveredReason: maybeChoice(notDeliveredReasons),
  notDeliveredNote: text(),
  replyMrn: text(),
  note: prose({ search: true }),
});

export type DemarcheTask = RowOf<typeof demarcheTasks>;
