// The backlog: every stage not passed and every point not yet made well enough, with what to do about it.
import { type ReactNode, useMemo } from "react";
import { folded } from "#core/lib/fold-text.ts";
import { type Gap, gapsOf } from "#core/rules/gaps.ts";
import { nextSteps } from "#core/rules/next-step.ts";
import { Button } from "#ui/controls/button.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { ListExport } from "../parts/list-export.tsx";
import { useGapColumns } from "./gap-columns.tsx";
import type { MatrixViewProps } from "./matrix-frame.tsx";
import css from "./matrix-screen.module.css";

export function GapsView({ view, search, setSearch, switcher }: MatrixViewProps): ReactNode {
  const { t } = useText();
  const clock = useDeskClock();
  const columns = useGapColumns();
  const gaps = useMemo(() => gapsOf(view.lines, clock).toSorted(compareGaps), [view, clock]);
  const shown = useMemo(
    () =>
      gaps
        .filter(({ kind }) => search.kind === "all" || search.kind === kind)
        .filter(({ line }) => {
          const text = folded(`${line.post?.name ?? ""} ${line.post?.country ?? ""} ${line.task.owner}`);
          return folded(search.text)
            .split(/\s+/u)
            .every((word) => text.includes(word));
        }),
    [gaps, search.kind, search.text],
  );
  const count = (kind: Gap["kind"]): number => gaps.filter((gap) => gap.kind === kind).length;
  const { directive } = view.file;

  return (
    <>
      <div className={css["tools"]}>
        {switcher}
        <div className={css["gapSearch"]}>
          <SearchField
            label={t("matrix.gaps.search")}
            value={search.text}
            onChange={(text) => setSearch({ text })}
          />
        </div>
        <ToggleButtonGroup
          label={t("matrix.gaps.kind")}
          options={[
            { id: "all" as const, label: t("matrix.gaps.all", { count: gaps.length }) },
            { id: "stage" as const, label: t("matrix.gaps.stages", { count: count("stage") }) },
            { id: "point" as const, label: t("matrix.gaps.points", { count: count("point") }) },
          ]}
          value={search.kind}
          onChange={(kind) => setSearch({ kind })}
        />
        <span className={css["toolsEnd"]}>
          <ListExport
            title={t("matrix.gaps.file", { directive: directive.mrn || directive.subject })}
            columns={columns}
            rows={shown}
            sort={sortOf(search.sort)}
          />
        </span>
      </div>
      <DataGrid
        label={t("matrix.gaps")}
        rows={shown}
        rowKey={({ key }) => key}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        onOpen={(gap) => setSearch({ cell: `${gap.line.task.id}/${columnOf(gap)}` })}
        currentKey={shown.find((gap) => search.cell === `${gap.line.task.id}/${columnOf(gap)}`)?.key ?? null}
        empty={
          gaps.length === 0 ? (
            <EmptyState>{t("matrix.gaps.none")}</EmptyState>
          ) : (
            <EmptyState
              actions={
                <Button onPress={() => setSearch({ text: "", kind: "all" })}>
                  {t("matrix.gaps.showAll")}
                </Button>
              }
            >
              {t("matrix.gaps.noMatch")}
            </EmptyState>
          )
        }
      />
    </>
  );
}

function columnOf(gap: Gap): string {
  return gap.kind === "stage" ? gap.stage : gap.postPoint.point.id;
}

/** Late stages first, then the other stages, then points from the lowest level; by step and post within. */
function compareGaps(a: Gap, b: Gap): number {
  return (
    weightOf(a) - weightOf(b) ||
    nextSteps.indexOf(a.step) - nextSteps.indexOf(b.step) ||
    (a.line.post?.name ?? "").localeCompare(b.line.post?.name ?? "")
  );
}

function weightOf(gap: Gap): number {
  if (gap.kind === "stage") return gap.status === "overdue" ? 0 : 1;
  return 2 + gap.evidence.level;
}
