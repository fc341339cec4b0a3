// One instruction of the capital: what is to be said, by when, and the cable it came in.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import {
  clearanceKinds,
  deadlineKinds,
  directiveStatuses,
  levels,
  markings,
  objectiveKinds,
  precedences,
  writtenMaterials,
} from "./enums.ts";
import { choice, list, map, maybeChoice, maybeInstant, maybeRef, maybeStruct, prose, text } from "./field.ts";

/** `value` is a day or an instant by `kind`, else null; `text` is how the cable put it. */
const deadline = z.object({
  kind: z.enum(deadlineKinds),
  value: z.string().nullable(),
  timeZone: z.string().nullable(),
  text: z.string().max(500),
});
export type Deadline = z.infer<typeof deadline>;

/** Where in `sourceText` a field was read: offsets in UTF-16 code units, end exclusive. */
const sourceSpan = z.object({
  start: z.number(),
  end: z.number(),
  tickedBy: z.string(),
  tickedAt: z.string(),
});
export type SourceSpan = z.infer<typeof sourceSpan>;

export const directives = defineEntity("directives", {
  /** Message reference number, e.g. "STATE 115833". */
  mrn: text({ search: true }),
  subject: text({ search: true }),
  /** Date-time group as an instant. */
  sentAt: maybeInstant(),
  origin: text(),
  drafter: text(),
  approver: text(),
  clearances: map(
    z.object({ by: z.string().max(200), kind: z.enum(clearanceKinds), note: z.string().max(500) }),
  ),
  precedence: maybeChoice(precedences),
  marking: choice(markings, "U"),
  captions: list(),
  tags: list({ search: true }),
  status: choice(directiveStatuses, "draft"),
  objectives: map(z.object({ kind: z.enum(objectiveKinds), text: z.string().max(5000) })),
  background: prose({ search: true }),
  /** What the host is asked to do; empty where nothing is asked. */
  ask: prose({ search: true }),
  reportingRequirement: prose(),
  level: maybeChoice(levels),
  levelNote: text(),
  writtenMaterial: maybeChoice(writtenMaterials),
  contact: text(),
  deliverBy: maybeStruct(deadline),
  reportBy: maybeStruct(deadline),
  infoTo: list(),
  issueId: maybeRef("issues"),
  supersedesId: maybeRef("directives"),
  sourceName: text(),
  sourceText: prose({ search: true }),
  /** SHA-256 of `sourceText` in UTF-8, hex. */
  sourceHash: text(),
  sourceSpans: map(sourceSpan),
});

export type Directive = RowOf<typeof directives>;
