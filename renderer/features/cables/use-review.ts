// One review at work: the reading, what was added to it, and every change kept on disk as it is made.
import { useCallback, useMemo, useRef, useState } from "react";
import { draftFrom } from "#core/cable/draft-directive.ts";
import { readCable } from "#core/cable/read-cable.ts";
import type { CableReading } from "#core/cable/reading.ts";
import { withAdditions } from "#core/cable/review-additions.ts";
import type { CableDraft, ReviewField, ReviewValue } from "#core/cable/review.ts";
import { type PartProgress, reviewProgress } from "#core/cable/review-progress.ts";
import type { Draft } from "#core/model/draft.ts";
import type { Post } from "#core/model/post.ts";
import { keepLatest, type KeepLatest } from "#data/keep-latest.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { keepReview, reviewOf, type ReviewState } from "./cable-draft.ts";
import { knownNames } from "./known-names.ts";

export interface Review {
  readonly id: string;
  readonly source: string;
  readonly reading: CableReading;
  /** With what was added. */
  readonly draft: CableDraft;
  readonly state: ReviewState;
  readonly progress: readonly PartProgress[];
  readonly posts: readonly Post[];
  /** Changes the state and keeps it. */
  readonly change: (next: (before: ReviewState) => ReviewState) => void;
  readonly tick: (keys: readonly string[], isTicked: boolean) => void;
  /** A value in the place of the one read; ticked with it. */
  readonly edit: (key: string, value: ReviewValue) => void;
  readonly discard: (key: string, isDiscarded: boolean) => void;
  readonly valueOf: (field: ReviewField) => ReviewValue | null;
  readonly keeper: KeepLatest<ReviewState>;
}

function without<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

export function useReview(draft: Draft, posts: readonly Post[]): Review {
  const run = useCommand();
  const { settings, now } = useWorkspace();
  const [state, setState] = useState(() => reviewOf(draft));
  const latest = useRef(state);
  const [keeper] = useState(() =>
    keepLatest(async (next: ReviewState) => {
      await run(keepReview(draft.id, next));
    }),
  );
  const change = useCallback(
    (next: (before: ReviewState) => ReviewState) => {
      latest.current = next(latest.current);
      setState(latest.current);
      keeper.push(latest.current);
    },
    [keeper],
  );
  const reading = useMemo(
    () => readCable(draft.source, { knownPosts: knownNames(posts) }),
    [draft.source, posts],
  );
  const cable = useMemo(
    () => withAdditions(draftFrom(reading, { posts }), { fields: state.added, posts: state.chosen }, posts),
    [reading, posts, state.added, state.chosen],
  );
  const progress = useMemo(
    () =>
      reviewProgress(cable, {
        ticked: new Set(Object.keys(state.ticks)),
        discarded: new Set(Object.keys(state.discarded)),
      }),
    [cable, state.ticks, state.discarded],
  );
  const stamp = { at: now, by: settings.userName };
  return {
    id: draft.id,
    source: draft.source,
    reading,
    draft: cable,
    state,
    progress,
    posts,
    change,
    keeper,
    tick: (keys, isTicked) =>
      change((before) => ({
        ...before,
        ticks: isTicked
          ? { ...before.ticks, ...Object.fromEntries(keys.map((key) => [key, stamp])) }
          : without(before.ticks, keys),
        discarded: isTicked ? without(before.discarded, keys) : before.discarded,
      })),
    edit: (key, value) =>
      change((before) => ({
        ...before,
        edits: { ...before.edits, [key]: value },
        ticks: { ...before.ticks, [key]: stamp },
        discarded: without(before.discarded, [key]),
      })),
    discard: (key, isDiscarded) =>
      change((before) => ({
        ...before,
        discarded: isDiscarded ? { ...before.discarded, [key]: true } : without(before.discarded, [key]),
        ticks: isDiscarded ? without(before.ticks, [key]) : before.ticks,
      })),
    valueOf: ({ key, value }) => state.edits[key] ?? value,
  };
}
