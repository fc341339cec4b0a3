// One point of a directive, with what may be done with it.
import { defineEntity, type RowOf } from "./entity.ts";
import { markings, pointKinds } from "./enums.ts";
import { choice, flag, list, maybeRef, number, prose, text } from "./field.ts";

export const talkingPoints = defineEntity("talkingPoints", {
  directiveId: maybeRef("directives"),
  order: number(0),
  /** How the cable numbers it: "A", "5.A", "3". */
  label: text(),
  kind: choice(pointKinds, "mustSay"),
  text: prose({ search: true }),
  portion: choice(markings, "U"),
  verbatim: flag(),
  leaveInWriting: flag(),
  /** Posts the point is for; empty: all of the directive's. */
  audiencePostIds: list(),
  /** What the claim is about, and the bodies it names: coverage can be cut by both. */
  topics: list({ search: true }),
  entities: list({ search: true }),
  /** Answer to an objection, for points said only if raised. */
  rebuts: text(),
  version: number(1),
  supersedesId: maybeRef("talkingPoints"),
  withdrawn: flag(),
});

export type TalkingPoint = RowOf<typeof talkingPoints>;
