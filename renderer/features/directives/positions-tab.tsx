// Where governments stand on the directive's issue: at the start, now, and how far they have moved.
import { useMemo } from "react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { stances } from "#core/model/enums.ts";
import { positionLedger, shiftsOf, type Standing } from "#core/rules/position-ledger.ts";
import { Button } from "#ui/controls/button.tsx";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { StanceMark } from "../parts/stance-mark.tsx";
import type { TabProps } from "./directive-search.ts";
import css from "./posts-tab.module.css";
import own from "./positions-tab.module.css";

const keyOf = ({ issueId, country }: Standing): string => `${issueId}/${country}`;

function usePositionColumns(): readonly GridColumn<Standing>[] {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  return useMemo(() => {
    const shiftText = (shift: number | null): string => {
      if (shift === null || shift === 0) return "";
      const steps = Math.abs(shift);
      return t(shift > 0 ? "directive.positions.nearer" : "directive.positions.further", { steps });
    };
    const columns: GridColumn<Standing>[] = [
      {
        id: "country",
        heading: t("directive.positions.column.country"),
        value: ({ country }) => country,
        width: 140,
      },
      {
        id: "baseline",
        heading: t("directive.positions.column.baseline"),
        title: t("directive.positions.column.baseline.means"),
        value: ({ baseline }) => (baseline === null ? null : stances.indexOf(baseline.stance)),
        text: ({ baseline }) => (baseline === null ? "" : enumText("stance", baseline.stance)),
        cell: ({ baseline }) => (baseline === null ? "" : <StanceMark stance={baseline.stance} />),
        width: 150,
      },
      {
        id: "now",
        heading: t("directive.positions.column.now"),
        value: ({ current }) => stances.indexOf(current.stance),
        text: ({ current }) => enumText("stance", current.stance),
        cell: ({ current }) => <StanceMark stance={current.stance} />,
        width: 150,
      },
      {
        id: "shift",
        heading: t("directive.positions.column.shift"),
        title: t("directive.positions.column.shift.means"),
        value: ({ shift }) => shift,
        text: ({ shift }) => shiftText(shift),
        cell: ({ shift }) =>
          shift === null || shift === 0 ? (
            ""
          ) : (
            <span className={shift > 0 ? own["nearer"] : own["further"]}>
              {shift > 0 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
              <span>{shiftText(shift)}</span>
            </span>
          ),
        width: 112,
      },
      {
        id: "on",
        heading: t("directive.positions.column.on"),
        value: ({ current }) => current.on,
        text: ({ current }) => (current.on === null ? "" : formatDay(current.on)),
        width: 92,
      },
      {
        id: "basis",
        heading: t("directive.positions.column.basis"),
        value: ({ current }) => enumText("positionBasis", current.basis),
        width: 84,
      },
      {
        id: "confidence",
        heading: t("directive.positions.column.confidence"),
        value: ({ current }) =>
          current.confidence === null ? null : enumText("confidence", current.confidence),
        width: 136,
      },
      {
        id: "quote",
        heading: t("directive.positions.column.quote"),
        value: ({ current }) => current.quote || current.note,
        cell: ({ current }) =>
          current.quote === "" ? (
            <bdi>{current.note}</bdi>
          ) : current.verbatim ? (
            <q className={own["quote"]}>
              <bdi>{current.quote}</bdi>
            </q>
          ) : (
            <bdi>{current.quote}</bdi>
          ),
        width: 200,
        grows: true,
      },
    ];
    return columns;
  }, [t, formatDay, enumText]);
}

export function PositionsTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const columns = usePositionColumns();
  const { directive, issues } = view.file;
  const ledger = useMemo(
    () => positionLedger(view.positions, { view: "country", since: null }),
    [view.positions],
  );
  const issue = issues.find(({ id }) => id === directive.issueId);
  if (issue === undefined) {
    return (
      <EmptyState
        actions={
          <Button tone="primary" onPress={() => setSearch({ tab: "instruction", field: "issueId" })}>
            {t("directive.positions.choose-issue")}
          </Button>
        }
      >
        {t("directive.positions.no-issue")}
      </EmptyState>
    );
  }
  const shifts = shiftsOf(ledger);
  const nearer = shifts.filter(({ shift }) => (shift ?? 0) > 0).length;
  return (
    <div className={css["tab"]}>
      <Toolbar label={t("directive.tab.positions")}>
        <span>
          {t("directive.positions.on-issue", { issue: issue.name })}{" "}
          {t("directive.positions.moved", { nearer, further: shifts.length - nearer })}
        </span>
      </Toolbar>
      <DataGrid
        label={t("directive.tab.positions")}
        rows={ledger}
        rowKey={keyOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        onOpen={({ current }) => {
          if (current.engagementId !== null) navigate(links.engagement(current.engagementId));
          else if (current.postId !== null) navigate(links.post(current.postId));
        }}
        empty={<EmptyState>{t("directive.positions.none")}</EmptyState>}
      />
    </div>
  );
}
