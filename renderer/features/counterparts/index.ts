// Counterparts: who they are, what they hold, what was said to them and where they stand.
import type { AnyScreen } from "#ui/screen.ts";
import { counterpartScreen } from "./counterpart-screen.tsx";
import { counterpartsScreen } from "./counterparts-screen.tsx";

export const screens: readonly AnyScreen[] = [counterpartsScreen, counterpartScreen];
