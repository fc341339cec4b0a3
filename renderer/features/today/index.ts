// Today: what is owed now.
import type { AnyScreen } from "#ui/screen.ts";
import { todayScreen } from "./today-screen.tsx";

export const screens: readonly AnyScreen[] = [todayScreen];
