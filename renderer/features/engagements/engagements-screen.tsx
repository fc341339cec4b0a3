// All engagements, the latest first, with what was begun and not filed on top.
import { useMemo } from "react";
import { calendarOf, meetingEntry } from "#core/exchange/calendar-out.ts";
import type { Draft } from "#core/model/draft.ts";
import { type EngagementBoard, engagementBoard } from "#data/engagements.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { ListExport, type ListExportProps } from "../parts/list-export.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { useKeptClock } from "./draft-status.tsx";
import { useEngagementColumns } from "./engagement-columns.tsx";
import { EngagementFilters, noFilters } from "./engagement-filters.tsx";
import css from "./engagements-screen.module.css";
import { type EngagementLine, engagementLines, listSearch, type ListSearch, passes } from "./list-search.ts";

const meetings: NonNullable<ListExportProps<EngagementLine>["records"]> = {
  format: "ics",
  of: (lines, marking) =>
    calendarOf(
      lines.map(({ engagement }) => meetingEntry(engagement)),
      marking,
    ),
};

type Props = ScreenProps<"/engagements", ListSearch>;

function EngagementsScreen(props: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(engagementBoard, []);
  const log = () => navigate(links.logEngagement());
  useCommands([{ id: "engagements.log", labelKey: "engagement.log.title", keys: "n", run: log }]);
  return (
    <div className={css["screen"]}>
      <PageHeader
        title={t("engagements.title")}
        actions={
          <Button tone="primary" keys="n" onPress={log}>
            {t("engagement.log.title")}
          </Button>
        }
      />
      <Ready live={live}>{(board) => <EngagementList board={board} {...props} />}</Ready>
    </div>
  );
}

const keyOf = ({ engagement }: EngagementLine): string => engagement.id;

function EngagementList({ board, search, setSearch }: Props & { readonly board: EngagementBoard }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { settings, today } = useWorkspace();
  const columns = useEngagementColumns();
  const lines = useMemo(
    () => engagementLines(board, settings.capitalTimeZone),
    [board, settings.capitalTimeZone],
  );
  const shown = useMemo(() => lines.filter((line) => passes(line, search, today)), [lines, search, today]);
  if (lines.length === 0) {
    return (
      <>
        <Drafts drafts={board.drafts} />
        <EmptyState
          actions={
            <Button tone="primary" onPress={() => navigate(links.logEngagement())}>
              {t("engagement.log.title")}
            </Button>
          }
        >
          {t("engagements.empty")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Drafts drafts={board.drafts} />
      <EngagementFilters
        board={board}
        search={search}
        setSearch={setSearch}
        end={
          <>
            <span className={css["count"]}>
              {t("engagements.shown", { shown: shown.length, all: lines.length })}
            </span>
            <ListExport
              title={t("engagements.title")}
              columns={columns}
              rows={shown}
              sort={sortOf(search.sort)}
              recordOf={({ engagement }) => engagement}
              records={meetings}
            />
          </>
        }
      />
      <DataGrid
        label={t("engagements.title")}
        rows={shown}
        rowKey={keyOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ engagement }) => links.engagement(engagement.id)}
        empty={
          <EmptyState
            actions={<Button onPress={() => setSearch(noFilters)}>{t("engagements.clear")}</Button>}
          >
            {t("engagements.noneMatch")}
          </EmptyState>
        }
      />
    </>
  );
}

function Drafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useText();
  const clock = useKeptClock();
  if (drafts.length === 0) return null;
  return (
    <section className={css["drafts"]} aria-label={t("engagements.drafts")}>
      <h2 className={css["draftsTitle"]}>{t("engagements.drafts.count", { count: drafts.length })}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className={css["draft"]}>
            <Link to={links.logEngagement({ draft: draft.id })}>
              <bdi>{draft.title || t("engagements.draft.untitled")}</bdi>
            </Link>
            <span className={css["kept"]}>
              {t(draft.subjectId === "" ? "engagements.draft.kept" : "engagements.draft.editKept", {
                time: clock(draft.changedAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const engagementsScreen = defineScreen({
  path: "/engagements",
  search: listSearch,
  component: EngagementsScreen,
});
