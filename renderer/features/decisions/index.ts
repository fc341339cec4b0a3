// Needs a decision: fields that two offices wrote without having seen each other.
import type { AnyScreen } from "#ui/screen.ts";
import { decisionsScreen } from "./decisions-screen.tsx";

export const screens: readonly AnyScreen[] = [decisionsScreen];
