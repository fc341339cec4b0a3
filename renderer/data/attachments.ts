// Attachments: files kept with a record. What they are called and belong to stands here, their bytes with the host.
import type { Change } from "#core/log/change.ts";
import type { Document } from "#core/model/document.ts";
import type { Marking } from "#core/model/enums.ts";
import type { Scope } from "#core/model/scope.ts";
import type { AttachedFile } from "#core/rules/attached-file.ts";
import type { RecordName } from "./touches.ts";
import type { Ask, View } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** The records that may have attachments, and the field by which an attachment names each. */
const owners = {
  directives: "directiveId",
  demarcheTasks: "taskId",
  posts: "postId",
  engagements: "engagementId",
  counterparts: "counterpartId",
  followUps: "followUpId",
} as const satisfies Partial<Record<RecordName["table"], keyof Document>>;

export interface AttachableName {
  readonly table: keyof typeof owners;
  readonly id: string;
}

/** The earliest first. */
export const attachmentsOf =
  ({ table, id }: AttachableName): Ask<readonly Document[]> =>
  async (view) => {
    const where = { [owners[table]]: { eq: id } };
    const { rows } = await view.page("documents", { where, sort: [{ field: "createdAt" }] });
    return rows.filter(isAttachment);
  };

/** An attachment lives in the scope of its record. */
export function attachmentChanges(
  { table, id }: AttachableName,
  scope: Scope,
  files: readonly AttachedFile[],
): readonly Change[] {
  return files.map(({ id: own, ...values }) => ({
    table: "documents",
    id: own,
    scope,
    values: { ...values, [owners[table]]: id },
  }));
}

export function attach(record: AttachableName, scope: Scope, files: readonly AttachedFile[]): WriteRequest {
  return { changes: attachmentChanges(record, scope, files) };
}

export function markAttachment({ id, scope }: Document, marking: Marking): WriteRequest {
  return { changes: [{ table: "documents", id, scope, values: { marking } }] };
}

/** The records with their attachments behind them, those in the trash too: what happened to one happened to the other. */
export async function withAttachments(
  view: View,
  records: readonly RecordName[],
): Promise<readonly RecordName[]> {
  const { rows } = await view.page("documents", { withDeleted: true });
  const wanted = new Set(records.map(({ table, id }) => `${table}/${id}`));
  const found = rows.filter(
    (row) =>
      isAttachment(row) &&
      ownersOf(row).some((owner) => wanted.has(owner)) &&
      !wanted.has(`documents/${row.id}`),
  );
  return [...records, ...found.map(({ id }): RecordName => ({ table: "documents", id }))];
}

/** What the attachments of these contents are called, those in the trash too. */
export const attachmentNames =
  (sha256s: readonly string[]): Ask<readonly string[]> =>
  async (view) => {
    const { rows } = await view.page("documents", { withDeleted: true });
    return [...new Set(rows.filter(({ sha256 }) => sha256s.includes(sha256)).map(({ name }) => name))];
  };

function ownersOf(row: Document): readonly string[] {
  return Object.entries(owners).map(([table, field]) => `${table}/${row[field]}`);
}

function isAttachment({ sha256 }: Document): boolean {
  return sha256 !== "";
}
