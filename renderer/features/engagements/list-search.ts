// What of the engagements is shown, as it stands in the link, and which of them pass.
import { z } from "zod";
import { folded } from "#core/lib/fold-text.ts";
import type { Directive } from "#core/model/directive.ts";
import { engagementStates, engagementTypes } from "#core/model/enums.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Post } from "#core/model/post.ts";
import { addDays, dayIn, zoneFrom } from "#core/rules/calendar.ts";
import type { EngagementBoard } from "#data/engagements.ts";

/** Days back from today; `ahead`: what is still to come. */
const periods = { week: 7, month: 30, quarter: 91 } as const;

export const listSearch = z.object({
  text: z.string().catch(""),
  state: z.enum(["all", ...engagementStates]).catch("all"),
  post: z.string().catch(""),
  directive: z.string().catch(""),
  type: z.enum(["", ...engagementTypes]).catch(""),
  period: z.enum(["", "ahead", "week", "month", "quarter"]).catch(""),
  sort: z.string().catch("-day"),
});
export type ListSearch = z.infer<typeof listSearch>;

/** The filters that can be taken away one by one. */
export const filters = ["post", "directive", "type", "period"] as const;
export type Filter = (typeof filters)[number];

/** Stands in the link for engagements outside of any directive. */
export const none = "none";

export interface EngagementLine {
  readonly engagement: Engagement;
  readonly post: Post | undefined;
  readonly directive: Directive | undefined;
  /** The day at the post; null where none is fixed yet. */
  readonly day: string | null;
}

export function engagementLines(board: EngagementBoard, capitalTimeZone: string): EngagementLine[] {
  return board.engagements.map((engagement) => {
    const post = board.posts.get(engagement.postId ?? "");
    const timeZone = zoneFrom(engagement.timeZone, post?.timeZone ?? "", capitalTimeZone);
    return {
      engagement,
      post,
      directive: board.directives.get(engagement.directiveId ?? ""),
      day: engagement.at === null ? null : dayIn(engagement.at, timeZone),
    };
  });
}

export function passes(line: EngagementLine, search: ListSearch, today: string): boolean {
  const { engagement } = line;
  if (search.state !== "all" && search.state !== engagement.state) return false;
  if (search.post !== "" && search.post !== engagement.postId) return false;
  if (search.directive !== "" && search.directive !== (engagement.directiveId ?? none)) return false;
  if (search.type !== "" && search.type !== engagement.type) return false;
  if (!isInPeriod(line.day, search.period, today)) return false;
  const words = folded(search.text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const text = folded(searchedText(line));
  return words.every((word) => text.includes(word));
}

function isInPeriod(day: string | null, period: ListSearch["period"], today: string): boolean {
  if (period === "") return true;
  if (period === "ahead") return day === null || day >= today;
  return day !== null && day <= today && day >= addDays(today, -periods[period]);
}

function searchedText({ engagement, post, directive }: EngagementLine): string {
  const { subject, place, report, comment, counterArguments, theirs, ours } = engagement;
  const people = [...Object.values(theirs), ...Object.values(ours)].map(({ name }) => name);
  return [
    subject,
    place,
    report,
    comment,
    ...counterArguments,
    ...people,
    post?.name ?? "",
    post?.country ?? "",
    directive?.mrn ?? "",
    directive?.subject ?? "",
  ].join(" ");
}
