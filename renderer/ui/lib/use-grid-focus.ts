// Which cell of a virtual grid has the focus, and how it gets there although only the rows in sight are drawn.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";

export interface GridPlace {
  /** The line's key; null is the heading row. */
  readonly key: string | null;
  readonly column: number;
}

export interface GridFocus {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly active: GridPlace;
  /** -1 on the heading row, or where the line is gone. */
  readonly activeIndex: number;
  readonly indexOf: (key: string | null) => number;
  /** Notes where the focus is. */
  readonly activate: (place: GridPlace) => void;
  /** Moves the focus there, scrolling if need be. */
  readonly focusCell: (place: GridPlace) => void;
  /** Rows that fit into the view. */
  readonly page: () => number;
}

export interface GridFocusOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly keys: readonly string[];
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly firstColumn: number;
  readonly onActivate: (key: string | null, column: number) => void;
}

const overscan = 8;

/** The cell an event happened in, by its marks in the page: data-line on the row, data-column on the cell. */
export function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const key = cell?.closest<HTMLElement>("[data-line]")?.dataset["line"];
  if (cell === null || key === undefined) return null;
  return { key: key === "" ? null : key, column: Number(cell.dataset["column"]) };
}

export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { scroller, keys, rowHeight, headHeight, firstColumn, onActivate } = options;
  const wantsFocus = useRef(false);
  const [active, setActive] = useState<GridPlace>({ key: null, column: firstColumn });
  const lineAt = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const indexOf = (key: string | null) => (key === null ? -1 : (lineAt.get(key) ?? -1));
  const activeIndex = indexOf(active.key);

  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan,
    // The line with the focus stays in the page, or the focus would be lost on scrolling away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return activeIndex < 0 || seen.includes(activeIndex)
        ? seen
        : [...seen, activeIndex].sort((one, other) => one - other);
    },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const line = scroller.current?.querySelector(`[data-line="${CSS.escape(active.key ?? "")}"]`);
    const cell = line?.querySelector<HTMLElement>(`[data-column="${String(active.column)}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active, scroller]);

  const lastIndex = useRef(-1);
  useEffect(() => {
    if (active.key === null || activeIndex >= 0) {
      lastIndex.current = activeIndex;
      return;
    }
    // The line with the focus is gone: the one that took its place has it now, unless a dialog holds it.
    const key = keys[Math.min(lastIndex.current, keys.length - 1)] ?? null;
    wantsFocus.current = document.activeElement === document.body;
    setActive({ key, column: active.column });
    onActivate(key, active.column);
  }, [keys, active, activeIndex, onActivate]);

  const activate = (place: GridPlace) => {
    if (place.key === active.key && place.column === active.column) return;
    setActive(place);
    onActivate(place.key, place.column);
  };

  return {
    virtual,
    active,
    activeIndex,
    indexOf,
    activate,
    focusCell: (place) => {
      wantsFocus.current = true;
      const index = indexOf(place.key);
      if (index >= 0) virtual.scrollToIndex(index);
      activate(place);
    },
    page: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight),
  };
}
