// The one-pager for a minister: figures, how hosts answered, who moved, what is late and what comes next.
import type { Template } from "./template.ts";

export const onePager: Template = {
  id: "onePager",
  sections: ["summary", "responses", "positions", "objections", "quotes", "overdue", "followUps", "basis"],
  brief: true,
};
