// Unfinished work of one form, kept on this device only (scope `local`) until it is filed or thrown away.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { choice, maybeStruct, prose, text } from "./field.ts";

const draftForms = ["cable", "engagement", "directive", "followUp"] as const;

export const drafts = defineEntity("drafts", {
  form: choice(draftForms, "engagement"),
  /** What the draft is about in one line, for the list of drafts. */
  title: text(),
  /** Id of the record being edited; empty for a new one. */
  subjectId: text(),
  /** The text a cable is being read from: written once, apart from the values that change with every tick. */
  source: prose(),
  /** The form's values as its own schema says; opaque here. */
  values: maybeStruct(z.record(z.string(), z.json())),
});

export type Draft = RowOf<typeof drafts>;
