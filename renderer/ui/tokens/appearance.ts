// Theme and density as the person set them: writes the attributes the tokens read, and tells virtual lists the row height.
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark" | "contrast";
export type Density = "compact" | "normal" | "comfortable";

/** "system" follows the machine: its dark mode, and its wish for more contrast. */
export function applyAppearance(theme: Theme, density: Density): void {
  const root = document.documentElement;
  const shown = theme === "system" && matchMedia("(prefers-contrast: more)").matches ? "contrast" : theme;
  root.dataset["theme"] = shown;
  root.dataset["density"] = density;
}

const rowHeights: Readonly<Record<Density, number>> = { compact: 28, normal: 32, comfortable: 40 };

function currentRowHeight(): number {
  const density = document.documentElement.dataset["density"];
  return rowHeights[density === "compact" || density === "comfortable" ? density : "normal"];
}

function watchDensity(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-density"] });
  return () => observer.disconnect();
}

/** The height of one table row in pixels; the same value as --row-height. */
export function useRowHeight(): number {
  return useSyncExternalStore(watchDensity, currentRowHeight);
}
