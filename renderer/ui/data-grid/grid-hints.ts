// The keys of a grid, for the shortcut sheet.
import type { KeyHint } from "../commands/command.ts";

const groupKey = "ui.keys.grid";

const always: readonly KeyHint[] = [
  { id: "grid.move", labelKey: "ui.key.move", keys: "ArrowUp ArrowDown j k", groupKey },
  { id: "grid.open", labelKey: "ui.key.open", keys: "Enter", groupKey },
  { id: "grid.edges", labelKey: "ui.key.edges", keys: "Home End", groupKey },
  { id: "grid.ends", labelKey: "ui.key.ends", keys: "Mod+Home Mod+End", groupKey },
  { id: "grid.page", labelKey: "ui.key.page", keys: "PageUp PageDown", groupKey },
  { id: "grid.copy", labelKey: "ui.key.copy", keys: "Mod+c", groupKey },
  { id: "grid.width", labelKey: "ui.key.width", keys: "Alt+ArrowLeft Alt+ArrowRight", groupKey },
];

const ofSelection: readonly KeyHint[] = [
  { id: "grid.select", labelKey: "ui.key.select", keys: "x Space", groupKey },
  { id: "grid.range", labelKey: "ui.key.select-range", keys: "Shift+x", groupKey },
  { id: "grid.all", labelKey: "ui.key.select-all", keys: "Mod+a", groupKey },
  { id: "grid.clear", labelKey: "ui.key.clear", keys: "Escape", groupKey },
];

const ofGroups: readonly KeyHint[] = [
  { id: "grid.fold", labelKey: "ui.key.fold", keys: "ArrowLeft ArrowRight", groupKey },
];

export function gridHints(
  isSelectable: boolean,
  isGrouped: boolean,
  isSpaceFree: boolean,
): readonly KeyHint[] {
  const selection = ofSelection.map((hint) =>
    hint.id === "grid.select" && isSpaceFree ? { ...hint, keys: "x" } : hint,
  );
  return [...always, ...(isSelectable ? selection : []), ...(isGrouped ? ofGroups : [])];
}
