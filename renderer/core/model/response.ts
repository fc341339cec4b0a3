// How a host answered: at the table, later, or in writing.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { authorities, confidences, responseCategories } from "./enums.ts";
import { choice, flag, map, maybeChoice, maybeInstant, maybeRef, prose, text } from "./field.ts";

const undertaking = z.object({
  text: z.string().max(2000),
  dueOn: z.string().nullable(),
  owner: z.string().max(200),
  doneOn: z.string().nullable(),
});

export const responses = defineEntity("responses", {
  postId: maybeRef("posts"),
  directiveId: maybeRef("directives"),
  taskId: maybeRef("demarcheTasks"),
  engagementId: maybeRef("engagements"),
  documentId: maybeRef("documents"),
  counterpartId: maybeRef("counterparts"),
  receivedAt: maybeInstant(),
  category: choice(responseCategories, "noncommittal"),
  authority: maybeChoice(authorities),
  text: prose({ search: true }),
  /** Words to be quoted in a report, and whether they are verbatim. */
  quote: prose({ search: true }),
  verbatim: flag(),
  undertakings: map(undertaking),
  modifiable: text(),
  comment: prose({ search: true }),
  confidence: maybeChoice(confidences),
});

export type Response = RowOf<typeof responses>;
