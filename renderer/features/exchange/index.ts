// Exchange: bringing rows of a file in, by way of a plan that is looked at first.
import type { AnyScreen } from "#ui/screen.ts";
import { importScreen } from "./import-screen.tsx";

export const screens: readonly AnyScreen[] = [importScreen];
