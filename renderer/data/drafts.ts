// Drafts of forms: kept on this device, written while a person types.
import type { PatchOf } from "#core/model/entity.ts";
import type { Draft, drafts } from "#core/model/draft.ts";
import type { Change } from "#core/log/change.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

export const draftById =
  (id: string): Ask<Draft | undefined> =>
  async (view) =>
    (await view.get("drafts", [id])).find((draft) => draft?.deleted === false);

/** Every unfinished form, the latest first. */
export const allDrafts: Ask<readonly Draft[]> = async (view) =>
  (await view.page("drafts", { sort: [{ field: "changedAt", desc: true }] })).rows;

/** Unfinished forms of one kind, the latest first. */
export const draftsOf =
  (form: Draft["form"]): Ask<readonly Draft[]> =>
  async (view) =>
    (await view.page("drafts", { where: { form: { eq: form } }, sort: [{ field: "changedAt", desc: true }] }))
      .rows;

/** The draft in which a record is being edited, the latest where there are several. */
export const draftOfSubject =
  (form: Draft["form"], subjectId: string): Ask<Draft | undefined> =>
  async (view) =>
    (
      await view.page("drafts", {
        where: { form: { eq: form }, subjectId: { eq: subjectId } },
        sort: [{ field: "changedAt", desc: true }],
      })
    ).rows[0];

export function keepDraft(id: string, values: PatchOf<typeof drafts>): WriteRequest {
  return { changes: [{ table: "drafts", id, scope: "local", values }] };
}

/** The change that ends a draft: goes with the write that files it, so that both or neither happen. */
export function endDraft(id: string): Change {
  return { table: "drafts", id, scope: "local", values: { deleted: true, values: null } };
}
