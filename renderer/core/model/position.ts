// Where a government or official stands on an issue on a day: a time series, never one field.
import { defineEntity, type RowOf } from "./entity.ts";
import { confidences, stances } from "./enums.ts";
import { choice, flag, maybeChoice, maybeDay, maybeRef, prose, text } from "./field.ts";

export const positions = defineEntity("positions", {
  issueId: maybeRef("issues"),
  postId: maybeRef("posts"),
  country: text({ search: true }),
  organizationId: maybeRef("organizations"),
  counterpartId: maybeRef("counterparts"),
  on: maybeDay(),
  stance: choice(stances, "unknown"),
  /** What they said, or what the post thinks they think. */
  basis: choice(["stated", "assessed"], "stated"),
  confidence: maybeChoice(confidences),
  baseline: flag(),
  quote: prose({ search: true }),
  verbatim: flag(),
  engagementId: maybeRef("engagements"),
  responseId: maybeRef("responses"),
  note: prose({ search: true }),
});

export type Position = RowOf<typeof positions>;
