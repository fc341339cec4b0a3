// The trash: what was put away, and the way back.
import type { AnyScreen } from "#ui/screen.ts";
import { trashScreen } from "./trash-screen.tsx";

export const screens: readonly AnyScreen[] = [trashScreen];
