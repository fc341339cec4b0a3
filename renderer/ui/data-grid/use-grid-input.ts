// What keys, presses and copying do in a grid.
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from "react";
import { asTextTable } from "../lib/copy-text.ts";
import { moveInGrid } from "../lib/grid-keys.ts";
import { placeOf, type GridFocus } from "../lib/use-grid-focus.ts";
import { textOf, type GridColumn, type GridSort } from "./column.ts";
import type { GridLine } from "./grid-model.ts";
import { withRange, withToggled } from "./selection.ts";

export interface GridInput<Row> {
  readonly focus: GridFocus;
  readonly lines: readonly GridLine<Row>[];
  readonly columns: readonly GridColumn<Row>[];
  readonly isRtl: boolean;
  readonly selected: ReadonlySet<string>;
  readonly select: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Where a range starts: the row last selected. */
  readonly anchor: string | null;
  readonly setAnchor: (key: string) => void;
  readonly sort: GridSort | null;
  readonly onSortChange: ((sort: GridSort) => void) | undefined;
  readonly open: (row: Row) => void;
  readonly widen: (column: GridColumn<Row>, isWider: boolean) => void;
  /** Space is left to the caller. */
  readonly isSpaceFree: boolean;
  readonly onRowKey: ((row: Row, event: KeyboardEvent) => void) | undefined;
}

type Press = Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey">;

function isPlain(event: Press): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

function hasTextSelected(): boolean {
  return getSelection()?.isCollapsed === false;
}

export function useGridInput<Row>(input: GridInput<Row>) {
  const { focus, lines, columns, isRtl, selected, select, anchor, sort, onSortChange, open } = input;
  const lead = select === undefined ? 0 : 1;
  const forward = isRtl ? "ArrowLeft" : "ArrowRight";
  const activeLine = lines[focus.activeIndex];
  const rowKeys = () => lines.flatMap((line) => (line.kind === "row" ? [line.key] : []));

  function toggleAll(): void {
    const keys = rowKeys();
    select?.(keys.length > 0 && keys.every((key) => selected.has(key)) ? new Set() : new Set(keys));
  }

  function toggle(key: string, isRange: boolean): void {
    select?.(isRange ? withRange(selected, rowKeys(), anchor, key) : withToggled(selected, key));
    input.setAnchor(key);
  }

  function pressHeading(at: number): void {
    if (at < lead) return toggleAll();
    const column = columns[at - lead];
    if (column === undefined || onSortChange === undefined || column.isSortable === false) return;
    const isUp = sort?.column === column.id && sort.direction === "ascending";
    onSortChange({ column: column.id, direction: isUp ? "descending" : "ascending" });
  }

  /** Keys on the heading row; true where the key was taken. */
  function takeHeadingKey(event: KeyboardEvent): boolean {
    const column = columns[focus.active.column - lead];
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      if (column !== undefined) input.widen(column, event.key === forward);
      return true;
    }
    if (!isPlain(event) || (event.key !== "Enter" && event.key !== " ")) return false;
    pressHeading(focus.active.column);
    return true;
  }

  function takeGroupKey(line: Extract<GridLine<Row>, { kind: "group" }>, event: KeyboardEvent): boolean {
    const isPress = event.key === "Enter" || event.key === " ";
    const isFold = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (!isPlain(event) || !(isPress || (isFold && line.isOpen !== (event.key === forward)))) return false;
    line.toggle();
    return true;
  }

  function takeRowKey(line: Extract<GridLine<Row>, { kind: "row" }>, event: KeyboardEvent): boolean {
    if (!isPlain(event)) return false;
    const isSelect = (event.key === " " && !input.isSpaceFree) || event.key.toLowerCase() === "x";
    if (isSelect && select !== undefined) toggle(line.key, event.shiftKey);
    else if (event.key === "Enter" && !event.shiftKey) open(line.row);
    else return false;
    return true;
  }

  function takeKey(event: KeyboardEvent): boolean {
    if (select !== undefined && (event.ctrlKey || event.metaKey) && event.key === "a") {
      toggleAll();
      return true;
    }
    if (event.key === "Escape" && selected.size > 0) {
      select?.(new Set());
      return true;
    }
    const isTaken =
      activeLine === undefined
        ? takeHeadingKey(event)
        : activeLine.kind === "group"
          ? takeGroupKey(activeLine, event)
          : takeRowKey(activeLine, event);
    if (isTaken) return true;
    const at = { line: focus.activeIndex, column: focus.active.column };
    const size = {
      lines: lines.length,
      columns: columns.length + lead,
      page: focus.page(),
      isRtl,
      hasHeading: true,
    };
    const next = moveInGrid(at, event, size);
    if (next === null) return false;
    focus.focusCell({ key: lines[next.line]?.key ?? null, column: next.column });
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent): void {
      // Keys in a control inside a cell are that control's.
      if (event.target instanceof HTMLElement && event.target.dataset["column"] === undefined) return;
      if (takeKey(event)) event.preventDefault();
      else if (activeLine?.kind === "row") input.onRowKey?.(activeLine.row, event);
    },

    onClick(event: MouseEvent): void {
      const place = placeOf(event.target);
      if (place === null || !(event.target instanceof Element)) return;
      if (event.target.closest("a,button,input,label,[data-grip]") !== null) return;
      if (place.key === null) return pressHeading(place.column);
      const line = lines[focus.indexOf(place.key)];
      if (line === undefined) return;
      if (line.kind === "group") return line.toggle();
      const isSelect = place.column < lead || event.shiftKey || !isPlain(event);
      if (isSelect && select !== undefined) toggle(line.key, event.shiftKey);
      else if (!hasTextSelected()) open(line.row);
    },

    onCopy(event: ClipboardEvent): void {
      if (hasTextSelected()) return;
      const keys = selected.size > 0 ? selected : new Set([focus.active.key]);
      const rows = lines.flatMap((line) => (line.kind === "row" && keys.has(line.key) ? [line.row] : []));
      if (rows.length === 0) return;
      const cells = rows.map((row) => columns.map((column) => textOf(column, row)));
      event.clipboardData.setData(
        "text/plain",
        asTextTable([columns.map((column) => column.heading), ...cells]),
      );
      event.preventDefault();
    },
  };
}
