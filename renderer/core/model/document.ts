// A paper that changed hands or is kept with a case. Its bytes, where kept, are named by their hash.
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
  engagementId: maybeRef("engagements"),
  sha256: text(),
  byteCount: maybeNumber(),
  text: prose({ search: true }),
});

export type Document = RowOf<typeof documents>;
