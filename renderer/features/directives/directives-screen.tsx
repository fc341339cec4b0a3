// All directives: what was sent, where each stands, and what moves it on.
import { useMemo } from "react";
import { z } from "zod";
import { directiveStatuses } from "#core/model/enums.ts";
import { folded } from "#core/lib/fold-text.ts";
import type { DirectiveBoard } from "#data/directives.ts";
import { directiveBoard } from "#data/directives.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, useNavigate, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { Ready } from "../parts/ready.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { type DirectiveLine, directiveLines, useDirectiveColumns } from "./directive-columns.tsx";
import css from "./directives-screen.module.css";

const search = z.object({
  q: z.string().default("").catch(""),
  status: z
    .enum(["all", "open", ...directiveStatuses])
    .default("all")
    .catch("all"),
  sort: z.string().default("").catch(""),
});
type Search = z.infer<typeof search>;

function DirectivesScreen({ search: asked, setSearch }: ScreenProps<"/directives", Search>) {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(directiveBoard, []);
  // An empty list offers its ways in the middle of the screen.
  const hasSome = live.state === "ready" && live.value.directives.length > 0;
  useCommands([
    {
      id: "directives.new",
      labelKey: "directives.new",
      keys: "n",
      run: () => navigate(links.newDirective()),
    },
    {
      id: "directives.cable",
      labelKey: "directives.open-cable",
      keys: "o",
      run: () => navigate(links.openCable()),
    },
  ]);
  return (
    <div className={css["screen"]}>
      <PageHeader
        title={t("directives.title")}
        actions={
          hasSome && (
            <>
              <Button keys="n" onPress={() => navigate(links.newDirective())}>
                {t("directives.new")}
              </Button>
              <Button tone="primary" keys="o" onPress={() => navigate(links.openCable())}>
                {t("directives.open-cable")}
              </Button>
            </>
          )
        }
      />
      <Ready live={live}>
        {(board) => <DirectiveList board={board} asked={asked} setSearch={setSearch} />}
      </Ready>
    </div>
  );
}

interface DirectiveListProps {
  readonly board: DirectiveBoard;
  readonly asked: Search;
  readonly setSearch: (next: Partial<Search>) => void;
}

function passes({ directive }: DirectiveLine, { q, status }: Search): boolean {
  if (status === "open" ? directive.status === "closed" : status !== "all" && directive.status !== status)
    return false;
  const text = folded(`${directive.mrn} ${directive.subject} ${directive.tags.join(" ")}`);
  return folded(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function DirectiveList({ board, asked, setSearch }: DirectiveListProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const navigate = useNavigate();
  const clock = useDeskClock();
  const columns = useDirectiveColumns();
  const lines = useMemo(() => directiveLines(board, clock), [board, clock]);
  const shown = lines.filter((line) => passes(line, asked));
  const statuses = [
    { id: "all" as const, label: t("directives.filter.all") },
    { id: "open" as const, label: t("directives.filter.open") },
    ...directiveStatuses.map((id) => ({ id, label: enumText("directiveStatus", id) })),
  ];
  if (lines.length === 0) {
    return (
      <EmptyState
        actions={
          <>
            <Button tone="primary" onPress={() => navigate(links.openCable())}>
              {t("directives.open-cable")}
            </Button>
            <Button onPress={() => navigate(links.newDirective())}>{t("directives.new")}</Button>
            <Button onPress={() => navigate(links.import("posts"))}>{t("tasks.add.import")}</Button>
          </>
        }
      >
        {t("directives.empty")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={css["filters"]}>
        <SearchField label={t("directives.search")} value={asked.q} onChange={(q) => setSearch({ q })} />
        <Select
          label={t("directives.column.status")}
          hideLabel
          options={statuses}
          value={asked.status}
          onChange={(status) => setSearch({ status })}
        />
        <span className={css["count"]}>
          {t("directives.shown", { shown: shown.length, all: lines.length })}
        </span>
      </div>
      <DataGrid
        label={t("directives.title")}
        rows={shown}
        rowKey={({ directive }) => directive.id}
        columns={columns}
        sort={sortOf(asked.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ directive }) => links.directive(directive.id)}
        empty={<EmptyState>{t("directives.none-match")}</EmptyState>}
      />
    </>
  );
}

export const directivesScreen = defineScreen({ path: "/directives", search, component: DirectivesScreen });
