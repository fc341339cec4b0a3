// The templates a report can start from: one line each.
import { onePager } from "./one-pager.ts";
import { status } from "./status.ts";
import type { Template } from "./template.ts";

export const templates: readonly Template[] = [status, onePager];
