// What the link to the log form says: a draft to go on with, an engagement to edit, or where to start from.
import { z } from "zod";

const id = z.string().max(200).default("").catch("");

export const logSearch = z.object({
  draft: id,
  edit: id,
  task: id,
  post: id,
  directive: id,
  /** `held`: a planned engagement is opened to be logged as held. */
  state: z.enum(["", "held"]).default("").catch(""),
});
export type LogSearch = z.infer<typeof logSearch>;
