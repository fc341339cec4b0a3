// What is kept of a cable under review: ticks, edits and choices, by the key of the field they belong to.
import { z } from "zod";
import type { DraftSupplies } from "#core/cable/directive-maker.ts";
import type { ReviewValue, Ticks } from "#core/cable/review.ts";
import { addressKinds, taskingModes } from "#core/model/enums.ts";
import type { Draft } from "#core/model/draft.ts";
import { keepDraft } from "#data/drafts.ts";
import type { WriteRequest } from "#data/write.ts";

// Only this form writes these values, and it writes them as the reader's own type has them.
const reviewValue = z.json().transform((value) => value as unknown as ReviewValue);

/** Keys the reader no longer gives are passed over. */
const reviewState = z.object({
  sourceName: z.string().default(""),
  ticks: z.record(z.string(), z.object({ at: z.string(), by: z.string() })).default({}),
  /** The value a person put in the place of the one read. */
  edits: z.record(z.string(), reviewValue).default({}),
  discarded: z.record(z.string(), z.literal(true)).default({}),
  /** Fields a person added. */
  added: z.record(z.string(), reviewValue).default({}),
  /** Posts chosen by hand. */
  chosen: z.array(z.string()).default([]),
  /** Addressee -> the post it means; null: no post, on purpose. */
  posts: z.record(z.string(), z.string().nullable()).default({}),
  /** Post -> how it is tasked, where that is not what the cable says. */
  modes: z
    .record(z.string(), z.object({ addressed: z.enum(addressKinds), mode: z.enum(taskingModes) }))
    .default({}),
});
export type ReviewState = z.infer<typeof reviewState>;

const nothingYet: ReviewState = reviewState.parse({});

/** The state kept in a draft; an empty one where it holds none that can be read. */
export function reviewOf(draft: Draft): ReviewState {
  const read = reviewState.safeParse(draft.values ?? {});
  return read.success ? read.data : nothingYet;
}

type DraftValues = NonNullable<Draft["values"]>;

export function keepReview(draftId: string, state: ReviewState): WriteRequest {
  // Plain JSON by the reader's own promise; its read-only types only hide that.
  return keepDraft(draftId, { values: state as unknown as DraftValues });
}

/** A new draft of a cable: the text once, and what is known of it. */
export function startReview(
  draftId: string,
  title: string,
  source: string,
  sourceName: string,
): WriteRequest {
  return keepDraft(draftId, { form: "cable", title: title.slice(0, 200), source, values: { sourceName } });
}

/** For a look at what a review comes to, before it is filed. */
export const noSupplies: DraftSupplies = {
  newId: () => "",
  taskedAt: null,
  capitalTimeZone: null,
  sourceName: "",
  sourceText: "",
  sourceHash: "",
};

/** What a person stands for: ticked, not thrown away, with their own value where they gave one. */
export function ticksOf(state: ReviewState): Ticks {
  const fields = Object.entries(state.ticks)
    .filter(([key]) => !Object.hasOwn(state.discarded, key))
    .map(([key, { at, by }]) => [key, { at, by, value: state.edits[key] ?? null }] as const);
  return {
    fields: new Map(fields),
    posts: new Map(Object.entries(state.posts)),
    modes: new Map(Object.entries(state.modes)),
  };
}
