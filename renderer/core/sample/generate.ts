// A workspace of any size for benchmarks: the sample's model with generated people, seeded and streamed.
import type { Change } from "../log/change.ts";
import { counterpartChanges, makePosts, postChanges, workspaceChanges } from "./generate-base.ts";
import { directiveChanges, engagementChanges, isoInstant, taskChange } from "./generate-case.ts";
import { diceOf } from "./generate-words.ts";
import type { SampleWrite } from "./shape.ts";
import { deskOfficer } from "./teller.ts";

export interface WorkspaceSize {
  /** At least 1. */
  readonly posts: number;
  readonly engagements: number;
  readonly seed: number;
  /** ISO day before which everything happens. */
  readonly anchor: string;
}

const dayLength = 86_400_000;
const span = 700 * dayLength;
const postsPerWrite = 50;
const mostDirectives = 200;

const capital = (ms: number, changes: readonly Change[]): SampleWrite => ({
  device: "capital",
  user: deskOfficer,
  at: isoInstant(ms),
  changes,
  unseen: [],
});

/**
 * Writes in turn, never all in memory: settings, posts, counterparts, then directive after directive with its tasks and
 * engagements. Each device's writes are in the order of its clock. The same size gives the same writes.
 */
export function* generateWorkspace(size: WorkspaceSize): Generator<SampleWrite, void, undefined> {
  const dice = diceOf(size.seed);
  const end = Temporal.PlainDate.from(size.anchor).toZonedDateTime("UTC").epochMilliseconds;
  const start = end - span;
  const counterpartsEach = Math.min(60, Math.max(3, Math.round(size.engagements / size.posts / 8)));
  const posts = makePosts(size.posts, counterpartsEach, dice);

  yield capital(start - 3 * dayLength, workspaceChanges());
  for (let from = 0; from < posts.length; from += postsPerWrite) {
    const batch = posts.slice(from, from + postsPerWrite);
    yield capital(
      start - 3 * dayLength,
      batch.flatMap((post) => postChanges(post, dice)),
    );
  }
  for (const post of posts) {
    yield {
      device: post.id,
      user: post.user,
      at: isoInstant(start - 2 * dayLength),
      changes: counterpartChanges(post, dice),
      unseen: [],
    };
  }

  const directives = Math.min(mostDirectives, Math.max(1, Math.round(size.engagements / (size.posts * 1.6))));
  const each = Math.ceil(size.engagements / directives);
  const step = size.engagements === 0 ? span : span / size.engagements;
  for (let directive = 1, number = 0; directive <= directives; directive += 1) {
    // Half a day before the first meeting, so that nothing is delivered before it was asked.
    const sent = Math.floor(start + number * step - dayLength / 2);
    yield capital(sent, directiveChanges(directive, sent, dice));
    for (let from = 0; from < posts.length; from += postsPerWrite) {
      const batch = posts.slice(from, from + postsPerWrite);
      yield capital(
        sent,
        batch.map((post) => taskChange(directive, post, sent, dice)),
      );
    }
    const heard = new Set<string>();
    for (let left = each; left > 0 && number < size.engagements; left -= 1) {
      const logged = Math.floor(start + number * step);
      number += 1;
      const post = posts[dice.below(posts.length)];
      if (!post) continue;
      const changes = engagementChanges(number, directive, post, logged, !heard.has(post.id), dice);
      heard.add(post.id);
      yield { device: post.id, user: post.user, at: isoInstant(logged), changes, unseen: [] };
    }
  }
}
