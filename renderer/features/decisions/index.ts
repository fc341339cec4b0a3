// What needs a person's decision: fields with two versions, and records that may be one.
import type { AnyScreen } from "#ui/screen.ts";
import { decisionsScreen } from "./decisions-screen.tsx";
import { duplicatesScreen } from "./duplicates-screen.tsx";
import { mergeScreen } from "./merge-screen.tsx";

export const screens: readonly AnyScreen[] = [decisionsScreen, duplicatesScreen, mergeScreen];
