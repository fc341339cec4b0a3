// Where a change of what is shown takes the focus away with it, the keyboard goes on from a place that is there.
import { type RefObject, useEffect, useRef } from "react";

/** Put the ref on a container with `tabIndex={-1}`: it takes the focus where, after a change of `shown`, nothing has it. */
export function useFocusFound<E extends HTMLElement>(shown: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return undefined;
    before.current = shown;
    // A field that takes the focus as it appears does so a frame later where the press before was not a person's own,
    // such as that on the page's hidden file field; and only where nothing else took it meanwhile.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return place;
}
