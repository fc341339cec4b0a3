// The sections a report can have: one line each.
import { basis } from "./basis.ts";
import { comments } from "./comments.ts";
import { commitments } from "./commitments.ts";
import { exempt } from "./exempt.ts";
import { followUps } from "./follow-ups.ts";
import { missing } from "./missing.ts";
import { objections } from "./objections.ts";
import { overdue } from "./overdue.ts";
import { points } from "./points.ts";
import { positions } from "./positions.ts";
import { posts } from "./posts.ts";
import { progress } from "./progress.ts";
import { quotes } from "./quotes.ts";
import { responses } from "./responses.ts";
import type { Section } from "./section.ts";
import { sources } from "./sources.ts";
import { summary } from "./summary.ts";

/** In the order a builder offers them. */
export const sections: readonly Section[] = [
  summary,
  overdue,
  progress,
  posts,
  points,
  responses,
  quotes,
  objections,
  positions,
  commitments,
  followUps,
  missing,
  exempt,
  comments,
  sources,
  basis,
];
