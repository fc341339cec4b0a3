// Governments and what belongs to them (ministry > directorate > desk), international bodies, companies.
import { defineEntity, type RowOf } from "./entity.ts";
import { organizationKinds } from "./enums.ts";
import { choice, list, maybeRef, prose, text } from "./field.ts";

export const organizations = defineEntity("organizations", {
  name: text({ search: true }),
  kind: choice(organizationKinds, "ministry"),
  parentId: maybeRef("organizations"),
  country: text({ search: true }),
  /** Groups the government or body is a member of, e.g. "EU". */
  memberships: list(),
  note: prose(),
});

export type Organization = RowOf<typeof organizations>;
