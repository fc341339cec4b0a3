// What the log form needs to know of its post and directive while somebody fills it in.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { responseAtTable } from "#core/rules/engagement-log-of.ts";
import { engagementsOf } from "#core/rules/evidence.ts";
import { isLive } from "#core/rules/deadlines.ts";
import { pointsFor, type PostPoint } from "#core/rules/point-scope.ts";
import { allCounterparts, allOrganizations } from "#data/counterparts.ts";
import { tasksAt } from "#data/demarche-tasks.ts";
import { allDirectives } from "#data/directives.ts";
import { engagementsWhere, responsesWhere } from "#data/engagements.ts";
import { followUpsWhere } from "#data/follow-ups.ts";
import { positionsWhere } from "#data/positions.ts";
import { allPosts } from "#data/posts.ts";
import { pointsOf } from "#data/talking-points.ts";
import type { Ask } from "#data/view/view.ts";

export interface LogCase {
  readonly posts: readonly Post[];
  /** Those a post may be asked to act on, and the one chosen. */
  readonly directives: readonly Directive[];
  readonly post: Post | undefined;
  readonly directive: Directive | undefined;
  readonly task: DemarcheTask | undefined;
  /** Every point of the directive, for the rebuttals and for wordings that were used before. */
  readonly points: readonly TalkingPoint[];
  /** The post's own variant. */
  readonly postPoints: readonly PostPoint[];
  readonly counterparts: readonly Counterpart[];
  readonly organizations: ReadonlyMap<string, Organization>;
  /** At the post, on any directive: for the guard against logging twice, and for who of ours goes. */
  readonly atPost: readonly Engagement[];
  /** On the directive, at any post: what was heard elsewhere. */
  readonly onDirective: readonly Engagement[];
  readonly issue: Issue | undefined;
  /** The post's ledger on the directive's issue, latest first. */
  readonly positions: readonly Position[];
  /** What is being edited, with what it brought; null for a new log. */
  readonly before: Engagement | null;
  readonly response: Response | null;
  readonly position: Position | null;
  readonly followUps: readonly FollowUp[];
}

export interface LogCaseOf {
  readonly postId: string | null;
  readonly directiveId: string | null;
  readonly editId: string | null;
}

export const logCase =
  ({ postId, directiveId, editId }: LogCaseOf): Ask<LogCase> =>
  async (view) => {
    const [posts, allOf, tasks, points, counterparts, organizations, atPost, onDirective, issues] =
      await Promise.all([
        allPosts(view),
        allDirectives(view),
        postId === null ? [] : tasksAt(postId)(view),
        directiveId === null ? [] : pointsOf(directiveId)(view),
        allCounterparts(view),
        allOrganizations(view),
        postId === null ? [] : engagementsWhere({ postId })(view),
        directiveId === null ? [] : engagementsWhere({ directiveId })(view),
        view.page("issues", {}),
      ]);
    const directive = allOf.find(({ id }) => id === directiveId);
    const task = directiveId === null ? undefined : tasks.find((row) => row.directiveId === directiveId);
    const issue = issues.rows.find(({ id }) => id === directive?.issueId);
    const positions =
      issue === undefined || postId === null ? [] : await positionsWhere({ issueId: issue.id, postId })(view);
    const scope = task ?? { directiveId, postId, adaptations: {} };
    return {
      posts,
      directives: allOf.filter((row) => row.id === directiveId || isLive(row)),
      post: posts.find(({ id }) => id === postId),
      directive,
      task,
      points,
      postPoints: pointsFor(scope, points),
      counterparts,
      organizations,
      atPost,
      onDirective,
      issue,
      positions,
      ...(await edited(editId)(view)),
    };
  };

const edited =
  (editId: string | null): Ask<Pick<LogCase, "before" | "response" | "position" | "followUps">> =>
  async (view) => {
    if (editId === null) return { before: null, response: null, position: null, followUps: [] };
    const [before] = await view.get("engagements", [editId]);
    if (!before) return { before: null, response: null, position: null, followUps: [] };
    const [responses, positions, followUps] = await Promise.all([
      responsesWhere({ engagementId: editId })(view),
      positionsWhere({ engagementId: editId })(view),
      followUpsWhere({ engagementId: editId })(view),
    ]);
    return {
      before,
      response: responseAtTable(before, responses),
      position: positions[0] ?? null,
      followUps,
    };
  };

/** The task's engagements beside the one being filed. */
export function otherEngagements(known: LogCase, ownId: string): readonly Engagement[] {
  if (known.task === undefined) return [];
  return engagementsOf(known.task, known.atPost).filter(({ id }) => id !== ownId);
}
