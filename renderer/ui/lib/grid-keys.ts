// Where a key moves the focus in a grid of cells. Pure: both grids use it.

export interface CellAt {
  /** -1 is the heading row. */
  readonly line: number;
  readonly column: number;
}

export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** Lines seen at once; a page moves by one less. */
  readonly page: number;
  readonly isRtl: boolean;
  readonly hasHeading: boolean;
}

export interface GridPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The new place, or null where the key does not move. */
export function moveInGrid(at: CellAt, press: GridPress, size: GridSize): CellAt | null {
  if (press.altKey || press.shiftKey) return null;
  const top = size.hasHeading ? -1 : 0;
  const last = size.lines - 1;
  const to = (line: number, column: number): CellAt => ({
    line: clamp(line, Math.min(top, last), last),
    column: clamp(column, 0, size.columns - 1),
  });
  const jump = press.ctrlKey || press.metaKey;
  const forward = size.isRtl ? "ArrowLeft" : "ArrowRight";
  const backward = size.isRtl ? "ArrowRight" : "ArrowLeft";

  switch (press.key) {
    case "Home":
      return jump ? to(0, 0) : to(at.line, 0);
    case "End":
      return jump ? to(last, size.columns - 1) : to(at.line, size.columns - 1);
    case "ArrowDown":
      return jump ? to(last, at.column) : to(at.line + 1, at.column);
    case "ArrowUp":
      return jump ? to(0, at.column) : to(at.line - 1, at.column);
    case "j":
      return jump ? null : to(at.line + 1, at.column);
    case "k":
      return jump ? null : to(Math.max(0, at.line - 1), at.column);
    case "PageDown":
      return jump ? null : to(at.line + Math.max(1, size.page - 1), at.column);
    case "PageUp":
      return jump ? null : to(Math.max(0, at.line - Math.max(1, size.page - 1)), at.column);
    case forward:
      return jump ? null : to(at.line, at.column + 1);
    case backward:
      return jump ? null : to(at.line, at.column - 1);
    default:
      return null;
  }
}
