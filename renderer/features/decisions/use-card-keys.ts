// The keyboard in a list of cards: from one to the next, and its choices by number. Enter presses what has the focus.
import { type RefObject, useEffect, useRef } from "react";
import type { Command } from "#ui/commands/command.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";

/** Most choices that have a key of their own. */
const numbers = [1, 2, 3] as const;

/**
 * Put the ref around cards marked `data-card`, whose choices stand within `data-choice="1"` and on. Where a card goes, by
 * a change of `shown`, and takes the focus along, the one that came in its place has it; where a button that showed more
 * went, the first that is new.
 */
export function useCardKeys(shown: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<number | null>(null);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  const at = () => cards().findIndex((card) => card.contains(document.activeElement));
  const step = (by: number) => {
    const all = cards();
    const next = at() < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at() + by));
    goTo(all[next], 1);
  };
  useCommands([
    { id: "cards.next", labelKey: "decisions.key.next", keys: "j ArrowDown", run: () => step(1) },
    { id: "cards.previous", labelKey: "decisions.key.previous", keys: "k ArrowUp", run: () => step(-1) },
    ...numbers.map((number): Command => ({
      id: `cards.choose.${number}`,
      labelKey: "decisions.key.choose",
      labelValues: { number },
      keys: String(number),
      run: () => goTo(cards()[Math.max(0, at())], number),
    })),
  ]);
  useEffect(() => {
    const place = list.current;
    const note = () => {
      last.current = [...(place?.querySelectorAll("[data-card]") ?? [])].findIndex((card) =>
        card.contains(document.activeElement),
      );
    };
    place?.addEventListener("focusin", note);
    return () => place?.removeEventListener("focusin", note);
  }, []);
  const before = useRef({ shown, count: 0 });
  useEffect(() => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const { shown: was, count } = before.current;
    before.current = { shown, count: all.length };
    if (was === shown || last.current === null || document.activeElement !== document.body) return;
    const next = last.current < 0 ? all[count] : all[Math.min(last.current, all.length - 1)];
    if (next) goTo(next, 1);
    else list.current?.focus();
  }, [shown]);
  return list;
}

function goTo(card: HTMLElement | undefined, choice: number): void {
  card?.querySelector<HTMLElement>(`[data-choice="${choice}"] button`)?.focus();
  card?.scrollIntoView({ block: "nearest" });
}
