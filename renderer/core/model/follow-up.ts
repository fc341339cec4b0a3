// Something owed next, by whom and when.
import { defineEntity, type RowOf } from "./entity.ts";
import { followUpStatuses, parties, priorities } from "./enums.ts";
import { choice, maybeDay, maybeInstant, maybeRef, prose, text } from "./field.ts";

export const followUps = defineEntity("followUps", {
  what: text({ search: true }),
  owner: text({ search: true }),
  /** Whose move it is. */
  waitingOn: choice(parties, "us"),
  status: choice(followUpStatuses, "open"),
  priority: choice(priorities, "normal"),
  /** A day at the post, or in the capital where there is no post. */
  dueOn: maybeDay(),
  postId: maybeRef("posts"),
  directiveId: maybeRef("directives"),
  taskId: maybeRef("demarcheTasks"),
  engagementId: maybeRef("engagements"),
  pointId: maybeRef("talkingPoints"),
  counterpartId: maybeRef("counterparts"),
  dependsOnId: maybeRef("followUps"),
  closedAt: maybeInstant(),
  outcome: prose({ search: true }),
  /** Key of the entry in the list it came from, so that importing again updates. */
  externalId: text(),
});

export type FollowUp = RowOf<typeof followUps>;
