// Keeps a person's place: where a dialog closes over a row that is gone, the focus goes on in the table.
import { type RefObject, useEffect, useRef } from "react";

/** Put the ref around a grid. `isBusy` while a dialog about one of its rows is open. */
export function useFocusKept(isBusy: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    const hasClosed = wasBusy.current && !isBusy;
    wasBusy.current = isBusy;
    if (!hasClosed) return undefined;
    // The dialog gives the focus back first, where it can.
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      place.current?.querySelector<HTMLElement>('[role="grid"] [data-column][tabindex="0"]')?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return place;
}
