// Who opened the workspace, checked it or took something out of it: kept on this device, never changed.
import { defineEntity, type RowOf } from "./entity.ts";
import { accessActs } from "./enums.ts";
import { choice, number, text } from "./field.ts";

export const access = defineEntity("access", {
  act: choice(accessActs, "opened"),
  /** What was taken out, by the name it was saved under. */
  what: text(),
  format: text(),
  /** How many rows of tables it held, or entries of the record. */
  rows: number(0),
  /** Where a check found a bad link: which one. */
  fault: text(),
});

export type Access = RowOf<typeof access>;
