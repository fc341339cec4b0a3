// Engagements: the log form, the list, and one engagement.
import type { AnyScreen } from "#ui/screen.ts";
import { logScreen } from "./log-screen.tsx";

export const screens: readonly AnyScreen[] = [logScreen];
