// The heading row: names, sort, select all, widths by drag or Alt and arrows.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { PointerEvent } from "react";
import { CheckMark } from "../controls/checkbox.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import type { GridColumn, GridSort } from "./column.ts";
import css from "./data-grid.module.css";

export interface GridHeaderProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: GridSort | null;
  readonly canSort: boolean;
  readonly selection: "none" | "some" | "all" | null;
  readonly focusColumn: number;
  readonly onResizeStart: (column: string, event: PointerEvent) => void;
}

function SortSign({ sort }: { readonly sort: GridSort }) {
  const { t } = useText();
  const isUp = sort.direction === "ascending";
  const Sign = isUp ? ArrowUp : ArrowDown;
  return (
    <>
      <Sign aria-hidden className={css["sortSign"]} />
      <span className={css["spoken"]}>{t(isUp ? "ui.grid.sorted-up" : "ui.grid.sorted-down")}</span>
    </>
  );
}

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, sort, canSort, selection, focusColumn, onResizeStart } = props;
  const { t } = useText();
  const lead = selection === null ? 0 : 1;
  return (
    <div role="row" aria-rowindex={1} className={css["header"]} data-line="">
      {selection !== null && (
        <div
          role="columnheader"
          aria-colindex={1}
          data-column={0}
          tabIndex={focusColumn === 0 ? 0 : -1}
          className={cx(css["cell"], css["check"])}
        >
          <span className={css["spoken"]}>{t("ui.grid.select-all")}</span>
          <CheckMark isOn={selection === "all"} isMixed={selection === "some"} />
        </div>
      )}
      {columns.map((column, at) => {
        const isSorted = sort?.column === column.id;
        const isSortable = canSort && column.isSortable !== false;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 1 + lead}
            aria-sort={isSorted ? sort.direction : isSortable ? "none" : undefined}
            data-column={at + lead}
            data-sortable={isSortable}
            tabIndex={focusColumn === at + lead ? 0 : -1}
            title={column.title ?? column.heading}
            className={cx(
              css["cell"],
              css["heading"],
              css[column.align ?? "start"],
              at === 0 && css["first"],
              at === 0 && lead === 1 && css["afterCheck"],
            )}
          >
            <span className={css["headingWord"]}>{column.heading}</span>
            {isSorted && <SortSign sort={sort} />}
            <span
              className={css["grip"]}
              aria-hidden
              data-grip
              onPointerDown={(event) => onResizeStart(column.id, event)}
            />
          </div>
        );
      })}
    </div>
  );
}
