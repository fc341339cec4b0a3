// A paper that changed hands or is kept with a case. One whose bytes are kept, named by their hash, is an attachment of
// the record it points to.
import { defineEntity, type RowOf } from "./entity.ts";
import { documentKinds, markings } from "./enums.ts";
import { choice, maybeDay, maybeNumber, maybeRef, prose, text } from "./field.ts";

export const documents = defineEntity("documents", {
  name: text({ search: true }),
  kind: choice(documentKinds, "other"),
  on: maybeDay(),
  from: text(),
  language: text(),
  marking: choice(markings, "U"),
  directiveId: maybeRef("directives"),
  postId: maybeRef("posts"),
  taskId: maybeRef("demarcheTasks"),
  engagementId: maybeRef("engagements"),
  counterpartId: maybeRef("counterparts"),
  followUpId: maybeRef("followUps"),
  /** What the bytes say they are. */
  mediaType: text(),
  sha256: text(),
  byteCount: maybeNumber(),
  text: prose({ search: true }),
});

export type Document = RowOf<typeof documents>;
