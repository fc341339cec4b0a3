// Engagements: the log form, the list, and one engagement.
import type { AnyScreen } from "#ui/screen.ts";
import { engagementScreen } from "./engagement-screen.tsx";
import { engagementsScreen } from "./engagements-screen.tsx";
import { logScreen } from "./log-screen.tsx";

export const screens: readonly AnyScreen[] = [engagementsScreen, logScreen, engagementScreen];
