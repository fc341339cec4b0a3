// What of the queue is shown, as it stands in the link, and which rows pass.
import { z } from "zod";
import { folded } from "#core/lib/fold-text.ts";
import { parties } from "#core/model/enums.ts";
import { dueBuckets } from "#core/rules/follow-up.ts";
import type { FollowUpLine } from "./follow-up-lines.ts";

export const groupings = ["due", "post", "person", "directive"] as const;
export type Grouping = (typeof groupings)[number];

/** Stands in the link for "no post: the desk's own" and "nobody named". */
export const none = "none";

export const followUpSearch = z.object({
  text: z.string().catch(""),
  status: z.enum(["open", "closed", "all"]).catch("open"),
  bucket: z.enum(["", ...dueBuckets]).catch(""),
  waiting: z.enum(["", ...parties]).catch(""),
  post: z.string().catch(""),
  directive: z.string().catch(""),
  owner: z.string().catch(""),
  group: z.enum(groupings).catch("due"),
  sort: z.string().catch(""),
  open: z.string().catch(""),
});
export type FollowUpSearch = z.infer<typeof followUpSearch>;

/** The filters that can be taken away one by one. */
export const filters = ["bucket", "waiting", "owner", "post", "directive"] as const;
export type Filter = (typeof filters)[number];

export function passes({ followUp, post, bucket }: FollowUpLine, search: FollowUpSearch): boolean {
  if (search.status !== "all" && (search.status === "closed") !== (bucket === "closed")) return false;
  if (search.bucket !== "" && search.bucket !== bucket) return false;
  if (search.waiting !== "" && search.waiting !== followUp.waitingOn) return false;
  if (search.post !== "" && search.post !== (followUp.postId ?? none)) return false;
  if (search.directive !== "" && search.directive !== followUp.directiveId) return false;
  if (search.owner !== "" && search.owner !== (followUp.owner || none)) return false;
  const text = folded([followUp.what, followUp.owner, followUp.outcome, post?.name ?? ""].join(" "));
  return folded(search.text)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
