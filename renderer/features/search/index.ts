// Search over everything in the workspace.
import type { AnyScreen } from "#ui/screen.ts";
import { searchScreen } from "./search-screen.tsx";

export const screens: readonly AnyScreen[] = [searchScreen];
