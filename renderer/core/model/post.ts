// A post: an embassy, consulate or mission that acts on directives.
import { defineEntity, type RowOf } from "./entity.ts";
import { postTypes } from "./enums.ts";
import { choice, list, map, maybeDay, maybeNumber, maybeRef, prose, text } from "./field.ts";
import { z } from "zod";

export const posts = defineEntity("posts", {
  name: text({ search: true }),
  type: choice(postTypes, "embassy"),
  city: text({ search: true }),
  country: text({ search: true }),
  /** Governments the post is accredited to beside its host country. */
  alsoAccreditedTo: list(),
  /** Bureau or region that the desk groups posts by, e.g. "EUR". */
  region: text(),
  parentPostId: maybeRef("posts"),
  /** Telegraphic names this post is addressed by, upper case: "LONDON", "USUN NEW YORK". */
  addressNames: list({ search: true }),
  /** IANA zone; empty where nobody has said. */
  timeZone: text(),
  /** ISO weekdays that are the host's weekend, "6" Saturday, "7" Sunday. */
  weekend: list(),
  latitude: maybeNumber(),
  longitude: maybeNumber(),
  openedOn: maybeDay(),
  closedOn: maybeDay(),
  /** Key of the row in the list the post came from, so that importing again updates. */
  externalId: text(),
  /** Staff now: person -> function and when they rotate. */
  staff: map(
    z.object({ name: z.string().max(200), role: z.string().max(200), rotatesOn: z.string().nullable() }),
  ),
  note: prose({ search: true }),
});

export type Post = RowOf<typeof posts>;
