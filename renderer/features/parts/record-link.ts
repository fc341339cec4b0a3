// Where a row of any table is shown: some have a screen of their own, others stand on the screen of what they belong to.
import type { Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import type { View } from "#data/view/view.ts";
import { links } from "../links.ts";

type Finder = (view: View, id: string) => Promise<string | null>;

const via =
  <T extends TableName>(table: T, to: (row: Rows[T]) => string | null): Finder =>
  async (view, id) => {
    const [row] = await view.get(table, [id]);
    return row ? to(row) : null;
  };

const finders: Readonly<Record<TableName, Finder>> = {
  directives: async (_view, id) => links.directive(id),
  posts: async (_view, id) => links.post(id),
  counterparts: async (_view, id) => links.counterpart(id),
  engagements: async (_view, id) => links.engagement(id),
  talkingPoints: via(
    "talkingPoints",
    ({ directiveId }) => directiveId && links.directive(directiveId, "points"),
  ),
  demarcheTasks: via(
    "demarcheTasks",
    ({ directiveId }) => directiveId && links.directive(directiveId, "posts"),
  ),
  references: via(
    "references",
    ({ directiveId }) => directiveId && links.directive(directiveId, "instruction"),
  ),
  responses: via("responses", ({ engagementId, directiveId }) =>
    engagementId
      ? links.engagement(engagementId)
      : directiveId && links.directive(directiveId, "engagements"),
  ),
  positions: via("positions", ({ counterpartId, postId }) =>
    counterpartId ? links.counterpart(counterpartId) : postId && links.post(postId),
  ),
  followUps: via("followUps", ({ postId }) => links.followUps(postId ? { post: postId } : {})),
  documents: async (view, id) => {
    const [row] = await view.get("documents", [id]);
    if (!row) return null;
    const { engagementId, taskId, followUpId, counterpartId, postId, directiveId } = row;
    if (engagementId) return links.engagement(engagementId);
    if (taskId) return recordLink(view, "demarcheTasks", taskId);
    if (followUpId) return recordLink(view, "followUps", followUpId);
    if (counterpartId) return links.counterpart(counterpartId);
    if (postId) return links.post(postId);
    return directiveId && links.directive(directiveId, "instruction");
  },
  organizations: async () => links.counterparts(),
  issues: async () => links.directives(),
  drafts: via("drafts", ({ form, id }) =>
    form === "cable" ? links.reviewCable(id) : links.logEngagement({ draft: id }),
  ),
  settings: async () => links.settings(),
  access: async () => links.settings(),
  offices: async () => links.pouches(),
  pouches: async () => links.pouches(),
};

/** The link to a row, or null where nothing leads to it. */
export function recordLink(view: View, table: TableName, id: string): Promise<string | null> {
  return finders[table](view, id);
}
