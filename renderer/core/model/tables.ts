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
] as const;

export type TableName = (typeof tableNames)[number];

export function isTableName(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}
