// Finding a field of the review by its key: for the source, the readiness list and the keys of the list.
import type { TextTools } from "#ui/text/use-text.ts";

export function fieldLabel(labelKey: string, t: TextTools["t"], has: TextTools["has"]): string {
  return has(labelKey) ? t(labelKey) : labelKey;
}

function rowOf(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-review="${CSS.escape(key)}"]`);
}

/** Brings a field in sight and the focus to its tick, or to its first control where it has none. */
export function focusField(key: string): void {
  const row = rowOf(key);
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>("input, button, textarea")?.focus({ preventScroll: true });
}

/** The field before or after the one with the focus; the first where none has it. */
export function focusNeighbour(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-review]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? rows[0] : rows[at + step];
  const key = next?.dataset["review"];
  if (key !== undefined) focusField(key);
}

/** The key of the field with the focus, or null. */
export function focusedField(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-review]")?.dataset["review"] ?? null;
}
