// Everything that what-is-owed is reckoned from, over all directives or for one post.
import type { FollowUp } from "#core/model/follow-up.ts";
import type { TaskRows } from "#core/rules/task-line.ts";
import type { Test } from "./view/query.ts";
import type { Ask } from "./view/view.ts";

export interface DeskRows extends TaskRows {
  readonly followUps: readonly FollowUp[];
}

/** The rows of the whole desk, or of one post with the directives it is tasked under. */
export const deskRows =
  (postId: string | null): Ask<DeskRows> =>
  async (view) => {
    const where: Readonly<Record<string, Test>> = postId === null ? {} : { postId: { eq: postId } };
    const [posts, tasks, engagements, responses, followUps] = await Promise.all([
      view.page("posts", {
        ...(postId === null ? {} : { where: { id: { eq: postId } } }),
        sort: [{ field: "region" }, { field: "name" }],
      }),
      view.page("demarcheTasks", { where }),
      view.page("engagements", { where, sort: [{ field: "at", desc: true }] }),
      view.page("responses", { where, sort: [{ field: "receivedAt", desc: true }] }),
      view.page("followUps", { where, sort: [{ field: "dueOn" }] }),
    ]);
    const directiveIds = [...new Set(tasks.rows.flatMap((task) => task.directiveId ?? []))];
    const [directives, points] = await Promise.all([
      postId === null
        ? view.page("directives", { sort: [{ field: "sentAt", desc: true }] }).then(({ rows }) => rows)
        : view
            .get("directives", directiveIds)
            .then((rows) => rows.flatMap((row) => (row && !row.deleted ? row : []))),
      view.page("talkingPoints", {
        ...(postId === null ? {} : { where: { directiveId: { in: directiveIds } } }),
        sort: [{ field: "order" }],
      }),
    ]);
    return {
      directives,
      points: points.rows,
      tasks: tasks.rows,
      posts: posts.rows,
      engagements: engagements.rows,
      responses: responses.rows,
      followUps: followUps.rows,
    };
  };
