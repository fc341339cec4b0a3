// The status summary: all a desk knows about a directive on one day. The posts' own comments are left for those who ask.
import type { Template } from "./template.ts";

export const status: Template = {
  id: "status",
  sections: [
    "summary",
    "overdue",
    "progress",
    "posts",
    "points",
    "responses",
    "quotes",
    "objections",
    "positions",
    "commitments",
    "followUps",
    "missing",
    "exempt",
    "sources",
    "basis",
  ],
  brief: false,
};
