// Ctrl+Enter inside a dialog does what its main button does.
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import type { TextKey, TextValues } from "#ui/text/keys.ts";
import css from "./save-key.module.css";

export interface SaveKeyProps {
  /** The words of the main button. */
  readonly labelKey: TextKey;
  readonly labelValues?: TextValues;
  readonly onSave: () => void | Promise<void>;
}

/** Stands in the body of the dialog, whose commands hide those beneath; the hint stands beside the buttons. */
export function SaveKey({ labelKey, labelValues = {}, onSave }: SaveKeyProps) {
  useCommands([{ id: "dialog.save", labelKey, labelValues, keys: "Mod+Enter", run: onSave }]);
  return null;
}

export function SaveKeyHint() {
  return (
    <span className={css["hint"]}>
      <Keys keys="Mod+Enter" />
    </span>
  );
}
