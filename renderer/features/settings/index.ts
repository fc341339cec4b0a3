// Settings: the office's and this device's.
import type { AnyScreen } from "#ui/screen.ts";
import { settingsScreen } from "./settings-screen.tsx";

export const screens: readonly AnyScreen[] = [settingsScreen];
