// Reports: a directive's status as a paper, seen before it is saved.
import type { AnyScreen } from "#ui/screen.ts";
import { reportsScreen } from "./reports-screen.tsx";

export const screens: readonly AnyScreen[] = [reportsScreen];
