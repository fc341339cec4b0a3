// The keys of a matrix, for the shortcut sheet.
import type { KeyHint } from "../commands/command.ts";

const groupKey = "ui.keys.matrix";

const always: readonly KeyHint[] = [
  { id: "matrix.move", labelKey: "ui.key.move", keys: "ArrowUp ArrowDown ArrowLeft ArrowRight", groupKey },
  { id: "matrix.open", labelKey: "ui.key.open", keys: "Enter", groupKey },
  { id: "matrix.copy", labelKey: "ui.key.copy", keys: "c", groupKey },
];
const filter: KeyHint = { id: "matrix.filter", labelKey: "ui.key.filter-value", keys: "f", groupKey };
const hide: KeyHint = { id: "matrix.hide", labelKey: "ui.key.hide", keys: "h", groupKey };
const group: KeyHint = { id: "matrix.group", labelKey: "ui.key.group", keys: "[ ]", groupKey };

export function matrixHints(canFilter: boolean, canHide: boolean, hasGroups: boolean): readonly KeyHint[] {
  return [
    ...always,
    ...(canFilter ? [filter] : []),
    ...(canHide ? [hide] : []),
    ...(hasGroups ? [group] : []),
  ];
}
