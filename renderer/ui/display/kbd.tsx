// Keys as caps: "Mod+K" becomes Ctrl K, or the command sign on a Mac.
import { isMac } from "../lib/platform.ts";
import css from "./kbd.module.css";

const names: Readonly<Record<string, string>> = {
  Mod: isMac ? "⌘" : "Ctrl",
  Alt: isMac ? "⌥" : "Alt",
  Shift: "Shift",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page Up",
  PageDown: "Page Down",
  Delete: "Del",
};

/** Chords are joined by "+", alternatives by a blank: "j ArrowDown", "Mod+Shift+Enter". */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={css["keys"]} translate="no">
      {keys.split(" ").map((chord) => (
        <kbd key={chord} className={css["chord"]}>
          {chord.split(/(?<=[^+])\+/).map((key) => (
            <kbd key={key} className={css["cap"]}>
              {names[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key)}
            </kbd>
          ))}
        </kbd>
      ))}
    </span>
  );
}
