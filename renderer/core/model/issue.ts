// A subject on which governments take positions.
import { defineEntity, type RowOf } from "./entity.ts";
import { prose, text } from "./field.ts";

export const issues = defineEntity("issues", {
  name: text({ search: true }),
  description: prose({ search: true }),
});

export type Issue = RowOf<typeof issues>;
