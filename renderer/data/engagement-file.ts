// Everything about one engagement in one answer: what its page shows.
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { Response } from "#core/model/response.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { pointsFor, type PostPoint } from "#core/rules/point-scope.ts";
import { allDirectives } from "./directives.ts";
import { responsesWhere } from "./engagements.ts";
import { followUpsWhere } from "./follow-ups.ts";
import { positionsWhere } from "./positions.ts";
import { allPosts } from "./posts.ts";
import { pointsOf } from "./talking-points.ts";
import type { Ask } from "./view/view.ts";

export interface EngagementFile {
  readonly engagement: Engagement;
  readonly post: Post | undefined;
  readonly directive: Directive | undefined;
  readonly task: DemarcheTask | undefined;
  /** Every point of the directive, former wordings too. */
  readonly points: readonly TalkingPoint[];
  readonly postPoints: readonly PostPoint[];
  /** Earliest first: what was said at the table, then what came later. */
  readonly responses: readonly Response[];
  readonly positions: readonly Position[];
  readonly followUps: readonly FollowUp[];
  readonly issue: Issue | undefined;
  readonly posts: readonly Post[];
  readonly directives: readonly Directive[];
}

/** The file of an engagement, or undefined where there is none. */
export const engagementFile =
  (id: string): Ask<EngagementFile | undefined> =>
  async (view) => {
    const [engagement] = await view.get("engagements", [id]);
    if (!engagement || engagement.deleted) return undefined;
    const { postId, directiveId, taskId } = engagement;
    const [posts, directives, tasks, points, responses, positions, followUps] = await Promise.all([
      allPosts(view),
      allDirectives(view),
      taskId === null ? [] : view.get("demarcheTasks", [taskId]),
      directiveId === null ? [] : pointsOf(directiveId)(view),
      responsesWhere({ engagementId: id })(view),
      positionsWhere({ engagementId: id })(view),
      followUpsWhere({ engagementId: id })(view),
    ]);
    const [task] = tasks;
    const directive = directives.find((row) => row.id === directiveId);
    const [issue] = directive?.issueId ? await view.get("issues", [directive.issueId]) : [];
    return {
      engagement,
      post: posts.find((row) => row.id === postId),
      directive,
      task,
      points,
      postPoints: pointsFor(task ?? { directiveId, postId, adaptations: {} }, points),
      responses: responses.toReversed(),
      positions,
      followUps,
      issue,
      posts,
      directives,
    };
  };
