// The register of entities by table, and the version of the data they describe.
import { access } from "./access.ts";
import { counterparts } from "./counterpart.ts";
import { demarcheTasks } from "./demarche-task.ts";
import { directives } from "./directive.ts";
import { documents } from "./document.ts";
import { drafts } from "./draft.ts";
import { engagements } from "./engagement.ts";
import type { Entity, RowOf } from "./entity.ts";
import { followUps } from "./follow-up.ts";
import { issues } from "./issue.ts";
import { offices } from "./office.ts";
import { organizations } from "./organization.ts";
import { positions } from "./position.ts";
import { posts } from "./post.ts";
import { pouches } from "./pouch.ts";
import { references } from "./reference.ts";
import { responses } from "./response.ts";
import { settings } from "./settings.ts";
import type { TableName } from "./tables.ts";
import { talkingPoints } from "./talking-point.ts";

export const entities = {
  directives,
  talkingPoints,
  demarcheTasks,
  posts,
  organizations,
  counterparts,
  engagements,
  responses,
  positions,
  followUps,
  issues,
  references,
  documents,
  drafts,
  settings,
  access,
  offices,
  pouches,
} as const satisfies Record<TableName, Entity>;

/** The row type of a table, by its name. */
export type Rows = { readonly [T in TableName]: RowOf<(typeof entities)[T]> };
