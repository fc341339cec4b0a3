// What a caller says about a matrix, and the lines it becomes.
import type { ReactNode } from "react";

export interface MatrixColumn {
  readonly id: string;
  readonly label: string;
  /** The whole words, where the label is short. */
  readonly title?: string | undefined;
  /** Pixels; 84 where none is given. */
  readonly width?: number | undefined;
}

export interface MatrixRow {
  readonly id: string;
  readonly label: string;
  readonly groupId?: string | undefined;
  /** A path: the row's name becomes a link. */
  readonly to?: string | undefined;
  /** After the name: a dot for a variant, a badge. */
  readonly note?: ReactNode;
}

export interface MatrixGroup {
  readonly id: string;
  readonly label: string;
}

export interface MatrixCell {
  /** For copies as a text table: "3", "exempt". */
  readonly text: string;
  /** One sentence: hover, screen readers. */
  readonly meaning: string;
  readonly drawn: ReactNode;
}

export type MatrixLine =
  | { readonly kind: "row"; readonly key: string; readonly row: MatrixRow }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly group: MatrixGroup;
      readonly rows: readonly MatrixRow[];
      readonly isOpen: boolean;
    };

const groupMark = "#group:";

/** Groups in their given order, each followed by its rows unless folded; rows without a group stand first. */
export function linesOf(
  rows: readonly MatrixRow[],
  groups: readonly MatrixGroup[],
  folded: ReadonlySet<string>,
): readonly MatrixLine[] {
  const byGroup = new Map<string | undefined, MatrixRow[]>();
  const known = new Set(groups.map((group) => group.id));
  for (const row of rows) {
    const id = row.groupId !== undefined && known.has(row.groupId) ? row.groupId : undefined;
    const members = byGroup.get(id);
    if (members === undefined) byGroup.set(id, [row]);
    else members.push(row);
  }
  const rowLine = (row: MatrixRow): MatrixLine => ({ kind: "row", key: row.id, row });
  const loose = (byGroup.get(undefined) ?? []).map(rowLine);
  const grouped = groups.flatMap((group): readonly MatrixLine[] => {
    const members = byGroup.get(group.id) ?? [];
    if (members.length === 0) return [];
    const isOpen = !folded.has(group.id);
    const heading: MatrixLine = {
      kind: "group",
      key: `${groupMark}${group.id}`,
      group,
      rows: members,
      isOpen,
    };
    return isOpen ? [heading, ...members.map(rowLine)] : [heading];
  });
  return [...loose, ...grouped];
}

/** The line of the group heading before or after a line; null where there is none. */
export function groupBeside(lines: readonly MatrixLine[], from: number, step: 1 | -1): number | null {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    if (lines[at]?.kind === "group") return at;
  }
  return null;
}

/** The rows in sight as a table of words, with the heading first. */
export function tableOf(
  heading: string,
  lines: readonly MatrixLine[],
  columns: readonly MatrixColumn[],
  cell: (row: MatrixRow, column: MatrixColumn) => MatrixCell,
): readonly (readonly string[])[] {
  const head = [heading, ...columns.map((column) => column.title ?? column.label)];
  const body = lines.map((line) =>
    line.kind === "group"
      ? [line.group.label]
      : [line.row.label, ...columns.map((column) => cell(line.row, column).text)],
  );
  return [head, ...body];
}
