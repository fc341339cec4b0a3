// A foreign official whom a post deals with, with the offices held over time.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { levels, markings } from "./enums.ts";
import { choice, list, map, maybeRef, prose, text } from "./field.ts";

const office = z.object({
  title: z.string().max(300),
  organizationId: z.string().nullable(),
  level: z.enum(levels).nullable(),
  /** Days; null: not known, or still held. */
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
});
export type Office = z.infer<typeof office>;

export const counterparts = defineEntity("counterparts", {
  name: text({ search: true }),
  /** The name in the official's own script. */
  nativeName: text({ search: true }),
  postId: maybeRef("posts"),
  country: text({ search: true }),
  offices: map(office),
  languages: list(),
  /** As they are dialled; a kind that matters stands behind in brackets: "+44 20 7946 0000 (fax)". */
  phones: list({ search: true }),
  emails: list({ search: true }),
  tags: map(z.literal(true)),
  sensitivity: choice(markings, "U"),
  /** How the person wishes to be addressed, what to avoid. */
  protocolNote: prose({ search: true }),
  /** The same person under two records: the one to use. */
  mergedIntoId: maybeRef("counterparts"),
  /** Records that look alike and are somebody else: said once for the pair, on the one with the lower id. */
  differsFrom: map(z.literal(true), { to: "counterparts" }),
  /** Records an import could not tell this one from; a person decides. */
  maybeSameAs: map(z.literal(true), { to: "counterparts" }),
  externalId: text(),
});

export type Counterpart = RowOf<typeof counterparts>;
