// What is kept of a cable under review: ticks, edits and choices by the key of the field they belong to.
import { z } from "zod";
import { addressKinds, taskingModes } from "#core/model/enums.ts";
import type { Draft } from "#core/model/draft.ts";
import { keepDraft } from "#data/drafts.ts";
import type { WriteRequest } from "#data/write.ts";

/** Keys are those of `reviewFields`; a key the reader no longer gives is passed over. */
const reviewState = z.object({
  sourceName: z.string().default(""),
  /** Field -> when it was ticked, and by whom. */
  ticks: z.record(z.string(), z.object({ at: z.string(), by: z.string() })).default({}),
  /** Field -> the value a person put in the place of the one read. */
  edits: z.record(z.string(), z.json()).default({}),
  /** Fields thrown away. */
  discarded: z.record(z.string(), z.literal(true)).default({}),
  /** Addressee -> the post it means; null: no post, on purpose. */
  posts: z.record(z.string(), z.string().nullable()).default({}),
  /** Post -> how it is tasked, where that is not what the cable says. */
  modes: z
    .record(z.string(), z.object({ addressed: z.enum(addressKinds), mode: z.enum(taskingModes) }))
    .default({}),
});
export type ReviewState = z.infer<typeof reviewState>;

export const emptyReview: ReviewState = reviewState.parse({});

/** The state kept in a draft; an empty one where it holds none that can be read. */
export function reviewOf(draft: Draft): ReviewState {
  const read = reviewState.safeParse(draft.values ?? {});
  return read.success ? read.data : emptyReview;
}

export function keepReview(draftId: string, state: ReviewState): WriteRequest {
  return keepDraft(draftId, { values: state });
}

/** A new draft of a cable: the text once, and what is known of it. */
export function startReview(
  draftId: string,
  title: string,
  source: string,
  sourceName: string,
): WriteRequest {
  const values = { ...emptyReview, sourceName };
  return keepDraft(draftId, { form: "cable", title: title.slice(0, 200), source, values });
}
