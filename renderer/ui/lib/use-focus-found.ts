// Where a change of what is shown takes the focus away with it, the keyboard goes on from a place that is there.
import { type RefObject, useEffect, useRef } from "react";

/** Put the ref on a container with `tabIndex={-1}`: it takes the focus where, after a change of `shown`, nothing has it. */
export function useFocusFound<E extends HTMLElement>(shown: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}
