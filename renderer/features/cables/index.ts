// The screens of cables.
import type { AnyScreen } from "#ui/screen.ts";
import { openCableScreen } from "./open-cable-screen.tsx";
import { reviewCableScreen } from "./review-cable-screen.tsx";

export const screens: readonly AnyScreen[] = [openCableScreen, reviewCableScreen];
