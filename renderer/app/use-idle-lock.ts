// Locks when nobody has touched the page for a while; the time asleep counts too.
import { useEffect, useEffectEvent } from "react";

const signs = ["pointerdown", "pointermove", "keydown", "wheel", "focus"] as const;
const lookEveryMs = 5000;

/** `minutes` null: never. */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  const onIdle = useEffectEvent(lock);
  useEffect(() => {
    if (minutes === null) return undefined;
    let touched = Date.now();
    const look = (): boolean => {
      const isOver = Date.now() - touched >= minutes * 60_000;
      if (isOver) onIdle();
      return isOver;
    };
    // A first touch after the time is over must not save the day: the timer may have slept.
    const touch = () => {
      if (!look()) touched = Date.now();
    };
    for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true });
    const timer = setInterval(look, lookEveryMs);
    return () => {
      for (const sign of signs) removeEventListener(sign, touch, { capture: true });
      clearInterval(timer);
    };
  }, [minutes]);
}
