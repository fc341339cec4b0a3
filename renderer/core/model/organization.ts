// Governments and what belongs to them (ministry > directorate > desk), international bodies, companies.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { organizationKinds } from "./enums.ts";
import { choice, list, map, maybeRef, prose, text } from "./field.ts";

export const organizations = defineEntity("organizations", {
  name: text({ search: true }),
  kind: choice(organizationKinds, "ministry"),
  parentId: maybeRef("organizations"),
  country: text({ search: true }),
  /** Groups the government or body is a member of, e.g. "EU". */
  memberships: list(),
  note: prose(),
  /** The same body under two records: the one to use. */
  mergedIntoId: maybeRef("organizations"),
  /** Records that look alike and are another body: said once for the pair, on the one with the lower id. */
  differsFrom: map(z.literal(true), { to: "organizations" }),
});

export type Organization = RowOf<typeof organizations>;
