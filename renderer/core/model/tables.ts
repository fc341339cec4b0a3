// The names of the tables, in the order a reader meets them. An entity file exists for each.

export const tableNames = [
  "directives",
  "talkingPoints",
  "demarcheTasks",
  "posts",
  "organizations",
  "counterparts",
  "engagements",
  "responses",
  "positions",
  "followUps",
  "issues",
  "references",
  "documents",
  "drafts",
  "settings",
  "access",
  "offices",
  "pouches",
] as const;

export type TableName = (typeof tableNames)[number];

/** Kept by this device for itself: no list, no search and no pouch shows them to anybody else. */
const privateTables: readonly TableName[] = ["drafts", "settings", "access", "offices", "pouches"];

export function isPrivateTable(table: TableName): boolean {
  return privateTables.includes(table);
}

export function isTableName(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}
