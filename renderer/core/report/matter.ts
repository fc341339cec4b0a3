// What the sections write about: the directive's own rows, judged by the rules and put in order once.
import { groupBy } from "../lib/group-by.ts";
import type { Engagement } from "../model/engagement.ts";
import type { FollowUp } from "../model/follow-up.ts";
import type { Post } from "../model/post.ts";
import type { Response } from "../model/response.ts";
import type { Reference } from "../model/reference.ts";
import { zoneFrom } from "../rules/calendar.ts";
import { type DeskClock, type Host, hostOf } from "../rules/deadlines.ts";
import { mayLeave, pointsFor, type PostPoint } from "../rules/point-scope.ts";
import { type Tally, tally } from "../rules/tally.ts";
import { type TaskLine, taskLines } from "../rules/task-line.ts";
import type { Exclusion } from "../rules/task-scope.ts";
import type { ReportOptions, ReportSnapshot } from "./snapshot.ts";
import { type Wording, wordingOf } from "./wording.ts";

export interface Matter {
  readonly snapshot: ReportSnapshot;
  readonly brief: boolean;
  readonly words: Wording;
  readonly clock: DeskClock;
  readonly since: string | null;
  readonly capitalName: string;
  readonly tally: Tally;
  /** Posts expected to act, by name. */
  readonly counted: readonly TaskLine[];
  /** Posts outside the figures, by why and then by name. */
  readonly excluded: readonly (TaskLine & { readonly exclusion: Exclusion })[];
  /** Every task's line, by the post's name. */
  readonly lines: readonly TaskLine[];
  /** The directive's points that may stand in a paper which leaves the mission. */
  readonly points: readonly PostPoint[];
  readonly followUps: readonly FollowUp[];
  readonly references: readonly Reference[];
  readonly nameOf: (post: Post | undefined) => string;
  readonly hostOf: (line: TaskLine) => Host;
  /** Zone in which an engagement's day is told. */
  readonly zoneOf: (engagement: Engagement, line: TaskLine) => string;
  /** The latest response recorded for a task. */
  readonly latestResponse: (line: TaskLine) => Response | undefined;
}

function receivedAt(response: Response): string {
  return response.receivedAt ?? response.createdAt;
}

/** Responses in the order they came. */
export function inOrder(responses: readonly Response[]): Response[] {
  return responses.toSorted((a, b) => Temporal.Instant.compare(receivedAt(a), receivedAt(b)));
}

export function matterOf(snapshot: ReportSnapshot, options: ReportOptions): Matter {
  const { directive } = snapshot;
  const words = wordingOf(options.texts, options.language, options.direction);
  const capitalTimeZone = zoneFrom(options.capitalTimeZone);
  const clock = { now: options.asOf, capitalTimeZone, silenceDays: options.silenceDays };
  const tasks = snapshot.tasks.filter((task) => task.directiveId === directive.id);
  const nameOf = (post: Post | undefined): string =>
    post?.name ? post.name : words.text("report.unnamedPost");
  const lines = taskLines({ ...snapshot, directives: [directive], tasks }, clock).toSorted((a, b) =>
    words.compare(nameOf(a.post), nameOf(b.post)),
  );
  const excluded = lines.flatMap((line) =>
    line.exclusion === null ? [] : [{ ...line, exclusion: line.exclusion }],
  );
  const byExclusion = groupBy(excluded, (line) => line.exclusion);
  const everywhere = snapshot.points.map((point) => ({ ...point, audiencePostIds: [] }));
  return {
    snapshot,
    brief: options.brief,
    words,
    clock,
    since: options.since,
    capitalName: options.capitalName,
    tally: tally(lines),
    counted: lines.filter((line) => line.exclusion === null),
    excluded: [...byExclusion.values()].flat(),
    lines,
    points: pointsFor({ directiveId: directive.id, postId: null, adaptations: {} }, everywhere).filter(
      ({ point }) => mayLeave(point.kind),
    ),
    followUps: snapshot.followUps.filter((row) => row.directiveId === directive.id && !row.deleted),
    references: snapshot.references.filter((row) => row.directiveId === directive.id && !row.deleted),
    nameOf,
    hostOf: (line) => hostOf(line.post, capitalTimeZone),
    zoneOf: (engagement, line) => zoneFrom(engagement.timeZone, line.post?.timeZone ?? "", capitalTimeZone),
    latestResponse: (line) => inOrder(line.responses).at(-1),
  };
}
