// Every target, by name: one line each.
import type { Target, TargetName } from "../target.ts";
import { counterpartsTarget } from "./counterparts.ts";
import { demarcheTasksTarget } from "./demarche-tasks.ts";
import { engagementsTarget } from "./engagements.ts";
import { followUpsTarget } from "./follow-ups.ts";
import { positionsTarget } from "./positions.ts";
import { postsTarget } from "./posts.ts";

export const targets: Readonly<Record<TargetName, Target>> = {
  posts: postsTarget,
  counterparts: counterpartsTarget,
  engagements: engagementsTarget,
  followUps: followUpsTarget,
  demarcheTasks: demarcheTasksTarget,
  positions: positionsTarget,
};
