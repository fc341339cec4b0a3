// Keeps a person's place: where what closes takes the focus along, the focus goes on in the table.
import { type RefObject, useEffect, useRef } from "react";

/** Put the ref around a grid. `open` counts what is open about its rows: a dialog, the bar for those selected. */
export function useFocusKept(open: number): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  useEffect(() => {
    const hasClosed = before.current > open;
    before.current = open;
    if (!hasClosed) return undefined;
    // A dialog gives the focus back first, where it can.
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      place.current?.querySelector<HTMLElement>('[role="grid"] [data-column][tabindex="0"]')?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [open]);
  return place;
}
