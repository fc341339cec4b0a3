// Every meeting, call and note on the directive, the latest first.
import { useMemo } from "react";
import type { Engagement } from "#core/model/engagement.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { countPoints } from "#core/rules/delivery.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { sortOf, sortText } from "../parts/sort-search.ts";
import type { CaseView } from "./case-view.ts";
import type { TabProps } from "./directive-search.ts";
import css from "./posts-tab.module.css";

const keyOf = ({ id }: Engagement): string => id;

function useEngagementColumns(view: CaseView): readonly GridColumn<Engagement>[] {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { capitalTimeZone } = useDeskClock();
  return useMemo(() => {
    const posts = new Map(view.file.posts.map((post) => [post.id, post]));
    const lines = new Map(view.lines.map((line) => [line.task.id, line]));
    const dayOf = ({ at, timeZone, postId }: Engagement): string | null =>
      at === null
        ? null
        : dayIn(at, zoneFrom(timeZone, posts.get(postId ?? "")?.timeZone ?? "", capitalTimeZone));
    const said = (engagement: Engagement) => {
      const line =
        lines.get(engagement.taskId ?? "") ??
        view.lines.find(({ task }) => task.postId === engagement.postId);
      if (engagement.state !== "held" || line === undefined) return null;
      const count = countPoints(engagement.points, line.points);
      return count.expected === 0 ? null : count;
    };
    const columns: GridColumn<Engagement>[] = [
      {
        id: "day",
        heading: t("directive.engagements.column.day"),
        title: t("directive.engagements.column.day.means"),
        value: ({ at }) => at,
        text: (row) => {
          const day = dayOf(row);
          return day === null ? t("directive.engagements.undated") : formatDay(day);
        },
        width: 112,
      },
      {
        id: "post",
        heading: t("tasks.column.post"),
        value: ({ postId }) => posts.get(postId ?? "")?.name ?? "",
        width: 170,
      },
      {
        id: "type",
        heading: t("directive.engagements.column.type"),
        value: ({ type, state }) =>
          state === "held"
            ? enumText("engagementType", type)
            : t("directive.engagements.type-state", {
                type: enumText("engagementType", type),
                state: enumText("engagementState", state),
              }),
        width: 160,
      },
      {
        id: "with",
        heading: t("directive.engagements.column.with"),
        value: ({ theirs }) =>
          Object.values(theirs)
            .map(({ name }) => name)
            .join(", "),
        cell: ({ theirs, conflicts }) => (
          <>
            <span>
              {Object.entries(theirs).map(([id, { name, title }], at) => (
                <span key={id} title={title}>
                  {at > 0 && ", "}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </span>
            <ConflictBadge conflicts={conflicts} />
          </>
        ),
        width: 200,
        grows: true,
      },
      {
        id: "level",
        heading: t("directive.engagements.column.level"),
        value: ({ levelReached }) => (levelReached === null ? null : enumText("level", levelReached)),
        width: 120,
      },
      {
        id: "points",
        heading: t("tasks.column.points"),
        title: t("tasks.column.points.means"),
        value: (row) => said(row)?.made ?? null,
        text: (row) => {
          const count = said(row);
          return count === null ? "" : `${count.made}/${count.expected}`;
        },
        align: "end",
        width: 68,
      },
      {
        id: "reaction",
        heading: t("directive.engagements.column.reaction"),
        value: ({ reaction }) => (reaction === null ? null : enumText("reaction", reaction)),
        width: 104,
      },
      {
        id: "outcome",
        heading: t("directive.engagements.column.outcome"),
        value: ({ askOutcome }) => (askOutcome === null ? null : enumText("askOutcome", askOutcome)),
        width: 120,
      },
    ];
    return columns;
  }, [view, t, formatDay, enumText, capitalTimeZone]);
}

export function EngagementsTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const columns = useEngagementColumns(view);
  const { directive, engagements } = view.file;
  const log = () => navigate(links.logEngagement({ directive: directive.id }));
  useCommands([{ id: "directive.engagements.log", labelKey: "task.log", keys: "n", run: log }]);
  return (
    <div className={css["tab"]}>
      <Toolbar
        label={t("directive.tab.engagements")}
        end={
          <Button keys="n" onPress={log}>
            {t("task.log")}
          </Button>
        }
      >
        <span>{t("directive.engagements.count", { count: engagements.length })}</span>
      </Toolbar>
      <DataGrid
        label={t("directive.tab.engagements")}
        rows={engagements}
        rowKey={keyOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ id }) => links.engagement(id)}
        empty={
          <EmptyState
            actions={
              <Button tone="primary" onPress={log}>
                {t("task.log")}
              </Button>
            }
          >
            {t("directive.engagements.empty")}
          </EmptyState>
        }
      />
    </div>
  );
}
