// The matrix: how far every post has come with one directive.
import type { AnyScreen } from "#ui/screen.ts";
import { matrixScreen } from "./matrix-screen.tsx";

export const screens: readonly AnyScreen[] = [matrixScreen];
