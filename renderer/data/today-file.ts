// What the first screen is made from: all that is owed, what waits for a decision, and what was left unfinished.
import type { Draft } from "#core/model/draft.ts";
import type { Reference } from "#core/model/reference.ts";
import { type OpenDecision, openDecisions } from "./decisions.ts";
import { type DeskRows, deskRows } from "./desk-rows.ts";
import { allDrafts } from "./drafts.ts";
import type { Ask } from "./view/view.ts";

export interface TodayFile extends DeskRows {
  /** Dated things that the directives cite. */
  readonly references: readonly Reference[];
  readonly drafts: readonly Draft[];
  readonly decisions: readonly OpenDecision[];
}

/** Of the whole desk, or of the post whose workspace this is. */
export const todayFile =
  (postId: string | null): Ask<TodayFile> =>
  async (view) => {
    const [rows, drafts, decisions] = await Promise.all([
      deskRows(postId)(view),
      allDrafts(view),
      openDecisions(view),
    ]);
    const directiveIds = rows.directives.map(({ id }) => id);
    const references = await view.page("references", { where: { directiveId: { in: directiveIds } } });
    return { ...rows, drafts, decisions, references: references.rows };
  };
