// What is owed next on the directive, the soonest first, and adding to it.
import { useMemo, useState } from "react";
import type { FollowUp } from "#core/model/follow-up.ts";
import { dayIn } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import { dueBucket, isOpenFollowUp } from "#core/rules/follow-up.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { StateMark } from "#ui/display/state-mark.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { FollowUpDialog } from "../parts/follow-up-dialog.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import type { CaseView } from "./case-view.ts";
import type { TabProps } from "./directive-search.ts";
import css from "./posts-tab.module.css";

const keyOf = ({ id }: FollowUp): string => id;

function useFollowUpColumns(view: CaseView): readonly GridColumn<FollowUp>[] {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { now, capitalTimeZone } = useDeskClock();
  return useMemo(() => {
    const posts = new Map(view.file.posts.map((post) => [post.id, post]));
    const isLate = (row: FollowUp): boolean => {
      const host = hostOf(posts.get(row.postId ?? ""), capitalTimeZone);
      return dueBucket(row, { today: dayIn(now, host.timeZone), weekend: host.weekend }) === "overdue";
    };
    const columns: GridColumn<FollowUp>[] = [
      {
        id: "what",
        heading: t("directive.followUps.column.what"),
        value: ({ what }) => what,
        cell: ({ what, conflicts }) => (
          <>
            <bdi>{what}</bdi>
            <ConflictBadge conflicts={conflicts} />
          </>
        ),
        width: 260,
        grows: true,
      },
      {
        id: "due",
        heading: t("directive.followUps.column.due"),
        title: t("directive.followUps.column.due.means"),
        value: ({ dueOn }) => dueOn,
        text: ({ dueOn }) => (dueOn === null ? "" : formatDay(dueOn)),
        cell: (row) =>
          row.dueOn === null ? (
            ""
          ) : isLate(row) ? (
            <StateMark
              shape="triangle"
              tone="danger"
              label={formatDay(row.dueOn)}
              title={t("directive.followUps.late")}
              isPlain
            />
          ) : (
            formatDay(row.dueOn)
          ),
        width: 112,
      },
      {
        id: "post",
        heading: t("tasks.column.post"),
        value: ({ postId }) =>
          postId === null ? t("directive.followUps.desk") : (posts.get(postId)?.name ?? ""),
        width: 160,
      },
      { id: "owner", heading: t("tasks.column.owner"), value: ({ owner }) => owner, width: 150 },
      {
        id: "waiting",
        heading: t("directive.followUps.column.waiting"),
        value: (row) => (isOpenFollowUp(row) ? enumText("party", row.waitingOn) : null),
        width: 104,
      },
      {
        id: "status",
        heading: t("directives.column.status"),
        value: ({ status }) => enumText("followUpStatus", status),
        width: 140,
      },
      {
        id: "priority",
        heading: t("directive.followUps.column.priority"),
        value: ({ priority }) => enumText("priority", priority),
        width: 80,
      },
    ];
    return columns;
  }, [view, t, formatDay, enumText, now, capitalTimeZone]);
}

export function FollowUpsTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const columns = useFollowUpColumns(view);
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<FollowUp | undefined>(undefined);
  const { directive, followUps } = view.file;
  const open = followUps.filter(isOpenFollowUp).length;
  useCommands([
    {
      id: "directive.followUps.add",
      labelKey: "directive.followUps.add",
      keys: "n",
      run: () => setAdding(true),
    },
  ]);
  return (
    <div className={css["tab"]}>
      <Toolbar
        label={t("directive.tab.followUps")}
        end={
          <>
            <Button tone="quiet" onPress={() => navigate(links.followUps({ directive: directive.id }))}>
              {t("directive.followUps.queue")}
            </Button>
            <Button keys="n" onPress={() => setAdding(true)}>
              {t("directive.followUps.add")}
            </Button>
          </>
        }
      >
        <span>{t("directive.followUps.count", { open, all: followUps.length })}</span>
      </Toolbar>
      <DataGrid
        label={t("directive.tab.followUps")}
        rows={followUps}
        rowKey={keyOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        onOpen={setChanging}
        empty={
          <EmptyState
            actions={
              <Button tone="primary" onPress={() => setAdding(true)}>
                {t("directive.followUps.add")}
              </Button>
            }
          >
            {t("directive.followUps.none-on-directive")}
          </EmptyState>
        }
      />
      {isAdding && (
        <FollowUpDialog
          start={{ directiveId: directive.id }}
          posts={view.file.posts}
          directives={[directive]}
          onClose={() => setAdding(false)}
        />
      )}
      {changing !== undefined && (
        <FollowUpDialog
          followUp={changing}
          posts={view.file.posts}
          directives={[directive]}
          onClose={() => setChanging(undefined)}
        />
      )}
    </div>
  );
}
