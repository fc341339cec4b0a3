// Pouches: the offices that are known, what is sent to them and what comes from them.
import type { AnyScreen } from "#ui/screen.ts";
import { pouchesScreen } from "./pouches-screen.tsx";
import { receiveScreen } from "./receive-screen.tsx";
import { settleScreen } from "./settle-screen.tsx";

export const screens: readonly AnyScreen[] = [pouchesScreen, receiveScreen, settleScreen];
