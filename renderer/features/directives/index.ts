// The screens of directives.
import type { AnyScreen } from "#ui/screen.ts";
import { directiveScreen } from "./directive-screen.tsx";
import { directivesScreen } from "./directives-screen.tsx";
import { newDirectiveScreen } from "./new-directive-screen.tsx";

export const screens: readonly AnyScreen[] = [directivesScreen, newDirectiveScreen, directiveScreen];
