// Follow-ups: the queue of what is owed next.
import type { AnyScreen } from "#ui/screen.ts";
import { followUpsScreen } from "./follow-ups-screen.tsx";

export const screens: readonly AnyScreen[] = [followUpsScreen];
