// What a command is: one object that keyboard, palette and shortcut sheet read.
import type { TextKey, TextValues } from "../text/keys.ts";

export interface Command {
  readonly id: string;
  readonly labelKey: TextKey;
  readonly labelValues?: TextValues;
  /** Chords as "Mod+Enter", "n", "Shift+x", "?"; alternatives parted by a blank. Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: string;
  /** The heading it stands under; "On this screen" where none is given. */
  readonly groupKey?: TextKey;
  /** False: neither offered nor run. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
}

/** A key that a component handles itself (a grid's arrows); listed in the shortcut sheet only. */
export interface KeyHint {
  readonly id: string;
  readonly labelKey: TextKey;
  readonly keys: string;
  readonly groupKey: TextKey;
}

export function isOffered(command: Command): boolean {
  return command.when === undefined || command.when();
}
