// What of a directive's screen stands in its link, and what its tabs are given.
import { z } from "zod";
import type { DirectiveTab } from "../links.ts";
import type { CaseView } from "./case-view.ts";

const tabs = [
  "instruction",
  "posts",
  "points",
  "engagements",
  "followUps",
  "positions",
  "history",
] as const satisfies DirectiveTab[];

export const directiveSearch = z.object({
  tab: z.enum(tabs).default("instruction").catch("instruction"),
  /** Group of states, words and sort of the posts tab, and the task shown beside it. */
  state: z.string().default("").catch(""),
  q: z.string().default("").catch(""),
  sort: z.string().default("").catch(""),
  task: z.string().default("").catch(""),
  /** The point and the field that are open. */
  point: z.string().default("").catch(""),
  field: z.string().default("").catch(""),
});
export type DirectiveSearch = z.infer<typeof directiveSearch>;

/** What every tab is given of the screen. */
export interface TabProps {
  readonly view: CaseView;
  readonly search: DirectiveSearch;
  readonly setSearch: (next: Partial<DirectiveSearch>) => void;
}
