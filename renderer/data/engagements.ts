// Engagements and the responses they brought.
import type { Engagement } from "#core/model/engagement.ts";
import type { Response } from "#core/model/response.ts";
import type { Ask } from "./view/view.ts";

export interface EngagementFilter {
  readonly postId?: string | undefined;
  readonly directiveId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly state?: Engagement["state"] | undefined;
  readonly text?: string | undefined;
}

/** Engagements that pass the filter, the latest first. */
export const engagementsWhere =
  (filter: EngagementFilter): Ask<readonly Engagement[]> =>
  async (view) => {
    const { text, ...equal } = filter;
    const where = Object.fromEntries(
      Object.entries(equal).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    const sort = [{ field: "at", desc: true }];
    return (await view.page("engagements", { where, sort, ...(text === undefined ? {} : { text }) })).rows;
  };

export const engagementById =
  (id: string): Ask<Engagement | undefined> =>
  async (view) =>
    (await view.get("engagements", [id]))[0];

export const responsesWhere =
  (filter: Omit<EngagementFilter, "state"> & { readonly engagementId?: string }): Ask<readonly Response[]> =>
  async (view) => {
    const { text, ...equal } = filter;
    const where = Object.fromEntries(
      Object.entries(equal).flatMap(([field, eq]) => (eq === undefined ? [] : [[field, { eq }]])),
    );
    const sort = [{ field: "receivedAt", desc: true }];
    return (await view.page("responses", { where, sort, ...(text === undefined ? {} : { text }) })).rows;
  };
