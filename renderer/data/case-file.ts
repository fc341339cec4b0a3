// Everything about one directive in one answer: what the matrix, the to-do and the report are made from.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import type { Reference } from "#core/model/reference.ts";
import type { Response } from "#core/model/response.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import type { Ask, Waiting } from "./view/view.ts";

export interface CaseFile {
  readonly directive: Directive;
  readonly points: readonly TalkingPoint[];
  readonly tasks: readonly DemarcheTask[];
  readonly posts: readonly Post[];
  readonly engagements: readonly Engagement[];
  readonly responses: readonly Response[];
  readonly positions: readonly Position[];
  readonly followUps: readonly FollowUp[];
  readonly counterparts: readonly Counterpart[];
  readonly references: readonly Reference[];
  readonly issues: readonly Issue[];
  readonly waiting: readonly Waiting[];
}

/** The case file of a directive, or undefined where there is none. Posts are those tasked. */
export const caseFile =
  (directiveId: string): Ask<CaseFile | undefined> =>
  async (view) => {
    const [directive] = await view.get("directives", [directiveId]);
    if (!directive || directive.deleted) return undefined;
    const where = { directiveId: { eq: directiveId } };
    const [points, tasks, engagements, responses, followUps, references, issues, waiting] = await Promise.all(
      [
        view.page("talkingPoints", { where, sort: [{ field: "order" }] }),
        view.page("demarcheTasks", { where }),
        view.page("engagements", { where, sort: [{ field: "at", desc: true }] }),
        view.page("responses", { where, sort: [{ field: "receivedAt", desc: true }] }),
        view.page("followUps", { where, sort: [{ field: "dueOn" }] }),
        view.page("references", { where, sort: [{ field: "label" }] }),
        view.page("issues", {}),
        view.waiting(),
      ],
    );
    const postIds = [...new Set(tasks.rows.flatMap(({ postId }) => postId ?? []))];
    const counterpartIds = [...new Set(engagements.rows.flatMap(({ theirs }) => Object.keys(theirs)))];
    const [posts, counterparts, positions] = await Promise.all([
      view.get("posts", postIds),
      view.get("counterparts", counterpartIds),
      directive.issueId === null
        ? { rows: [] }
        : view.page("positions", { where: { issueId: { eq: directive.issueId } }, sort: [{ field: "on" }] }),
    ]);
    return {
      directive,
      points: points.rows,
      tasks: tasks.rows,
      posts: posts.flatMap((post) => post ?? []),
      engagements: engagements.rows,
      responses: responses.rows,
      positions: positions.rows,
      followUps: followUps.rows,
      counterparts: counterparts.flatMap((counterpart) => counterpart ?? []),
      references: references.rows,
      issues: issues.rows,
      waiting,
    };
  };
