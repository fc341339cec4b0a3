// What both matrices share: rows by region with subtotals, a total on top, hidden complete rows, a filter by value.
import { type ReactNode, useCallback, useMemo } from "react";
import type { TaskLine } from "#core/rules/task-line.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { Chips } from "#ui/controls/chips.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import type { MatrixCell, MatrixColumn, MatrixGroup, MatrixRow } from "#ui/matrix-grid/matrix.ts";
import { MatrixGrid } from "#ui/matrix-grid/matrix-grid.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { groupIdOf, groupsOf, type MatrixCase } from "./matrix-case.ts";
import { MatrixLegend } from "./matrix-legend.tsx";
import { type MatrixSearch, partsOf } from "./matrix-search.ts";
import css from "./matrix-screen.module.css";

export interface MatrixViewProps {
  readonly view: MatrixCase;
  readonly search: MatrixSearch;
  readonly setSearch: (next: Partial<MatrixSearch>) => void;
  /** Chooses between the views; first of the tools. */
  readonly switcher: ReactNode;
}

/** With it, all stages stand side by side in the narrowest window. */
const nameWidth = 176;

/** Id of the row above all groups. */
export const totalRow = "total";

interface MatrixFrameProps extends MatrixViewProps {
  readonly columns: readonly MatrixColumn[];
  readonly cell: (row: MatrixRow, column: MatrixColumn) => MatrixCell;
  /** "4 of 7" for some rows in one column; empty where nothing counts. */
  readonly share: (lines: readonly TaskLine[], column: string) => string;
  /** What `f` compares. */
  readonly valueOf: (line: TaskLine, column: string) => string;
  readonly valueWord: (column: string, value: string) => string;
  readonly isComplete: (line: TaskLine) => boolean;
}

export function MatrixFrame(props: MatrixFrameProps): ReactNode {
  const { view, search, setSearch, columns, cell, share, valueOf, valueWord, isComplete } = props;
  const { t } = useText();
  const toast = useToast();
  const isHiding = search.complete === "hide";
  const [onlyColumn, onlyValue] = partsOf(search.only, ":");
  const hasFilter = columns.some(({ id }) => id === onlyColumn);
  const shown = useMemo(
    () =>
      view.lines
        .filter((line) => !isHiding || !isComplete(line))
        .filter((line) => !hasFilter || (line.exclusion === null && valueOf(line, onlyColumn) === onlyValue)),
    [view, isHiding, isComplete, hasFilter, valueOf, onlyColumn, onlyValue],
  );
  const rows = useMemo(
    (): readonly MatrixRow[] => [
      { id: totalRow, label: t("matrix.total", { count: view.tally.counted }) },
      ...shown.map((line) => ({
        id: line.task.id,
        label: line.post?.name ?? t("matrix.unknownPost"),
        groupId: groupIdOf(line),
        to: line.post === undefined ? undefined : links.post(line.post.id),
        note: hasVariant(line) ? <VariantDot /> : undefined,
      })),
    ],
    [shown, view, t],
  );
  const groups = useMemo(() => groupsOf(view.regions, t("matrix.noRegion")), [view, t]);
  const { lineOf } = view;
  const subtotal = useCallback(
    (_group: MatrixGroup, members: readonly MatrixRow[], column: MatrixColumn) =>
      share(
        members.flatMap(({ id }) => lineOf.get(id) ?? []),
        column.id,
      ),
    [share, lineOf],
  );
  const toggleComplete = () => setSearch({ complete: isHiding ? "show" : "hide" });
  const hidden = view.lines.length - shown.length;

  return (
    <>
      <div className={css["tools"]}>
        {props.switcher}
        <Checkbox isSelected={isHiding} onChange={toggleComplete}>
          {t("matrix.hideComplete")}
        </Checkbox>
        {hasFilter && (
          <Chips
            label={t("matrix.filter")}
            chips={[{ id: search.only, label: valueWord(onlyColumn, onlyValue) }]}
            onRemove={() => setSearch({ only: "" })}
          />
        )}
        {hidden > 0 && <span className={css["muted"]}>{t("matrix.hidden", { count: hidden })}</span>}
      </div>
      <MatrixGrid
        label={t("matrix.title")}
        rowHeading={t("matrix.post")}
        nameWidth={nameWidth}
        rows={rows}
        columns={columns}
        groups={groups}
        cell={cell}
        subtotal={subtotal}
        onOpen={(row, column) => {
          if (row.id !== totalRow) setSearch({ cell: `${row.id}/${column?.id ?? ""}` });
        }}
        onFilter={(row, column) => {
          const line = lineOf.get(row.id);
          if (line !== undefined && line.exclusion === null)
            setSearch({ only: `${column.id}:${valueOf(line, column.id)}` });
        }}
        onHideComplete={toggleComplete}
        onCopied={(count) => toast.show({ text: t("ui.grid.copied", { count }) })}
        empty={
          <EmptyState
            actions={
              <Button onPress={() => setSearch({ only: "", complete: "show" })}>{t("matrix.showAll")}</Button>
            }
          >
            {t("matrix.noRows")}
          </EmptyState>
        }
      />
      <MatrixLegend view={search.view} />
    </>
  );
}

/** The post's instruction differs from the common one: in its points, rank, paper, language or dates. */
function hasVariant({ task }: TaskLine): boolean {
  return (
    Object.keys(task.adaptations).length > 0 ||
    task.level !== null ||
    task.levelFallback !== null ||
    task.writtenMaterial !== null ||
    task.deliverBy !== null ||
    task.reportBy !== null
  );
}

function VariantDot(): ReactNode {
  const { t } = useText();
  return (
    <span
      role="img"
      aria-label={t("matrix.variant")}
      title={t("matrix.variant")}
      className={css["variant"]}
    />
  );
}
