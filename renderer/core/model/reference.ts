// What a directive cites: an earlier cable, a public statement, a law, a dated meeting.
import { defineEntity, type RowOf } from "./entity.ts";
import { referenceKinds } from "./enums.ts";
import { choice, maybeDay, maybeRef, prose, text } from "./field.ts";

export const references = defineEntity("references", {
  directiveId: maybeRef("directives"),
  /** List letter in the cable, e.g. "A". */
  label: text(),
  kind: choice(referenceKinds, "cable"),
  title: text({ search: true }),
  issuer: text({ search: true }),
  on: maybeDay(),
  mrn: text({ search: true }),
  link: text(),
  /** The sentence quoted from it. */
  quote: prose({ search: true }),
  note: text(),
});

export type Reference = RowOf<typeof references>;
