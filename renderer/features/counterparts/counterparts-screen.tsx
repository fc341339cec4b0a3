// Everybody a post deals with: found by any word, narrowed by post, tag and stand, opened with Enter.
import { type ReactNode, useMemo, useState } from "react";
import { cardsOf } from "#core/exchange/card-out.ts";
import type { People } from "#data/people.ts";
import { people } from "#data/people.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { ListExport, type ListExportProps } from "../parts/list-export.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { useCounterpartColumns } from "./counterpart-columns.tsx";
import css from "./counterparts-screen.module.css";
import { NewCounterpart } from "./new-counterpart.tsx";
import { PeopleFilters } from "./people-filters.tsx";
import { noFilters, peopleSearch, type PeopleSearch } from "./people-search.ts";
import { isFound, type PersonLine, personLines } from "./person-line.ts";

const cards: NonNullable<ListExportProps<PersonLine>["records"]> = {
  format: "vcf",
  of: (lines, marking) =>
    cardsOf(
      lines.map(({ counterpart, office, bodies }) => ({ counterpart, office, body: bodies[0]?.name ?? "" })),
      marking,
    ),
};

type Props = ScreenProps<"/counterparts", PeopleSearch>;

function CounterpartsScreen(props: Props): ReactNode {
  const { t } = useText();
  const live = useLive(people, []);
  const [isAdding, setAdding] = useState(false);
  const add = () => setAdding(true);
  useCommands([{ id: "counterparts.new", labelKey: "counterparts.add", keys: "n", run: add }]);
  return (
    <div className={css["screen"]}>
      <Ready live={live}>
        {(all) => (
          <>
            <PageHeader
              title={t("counterparts.title")}
              actions={
                <>
                  <Link to={links.duplicates()}>{t("duplicates.open")}</Link>
                  <Button tone="primary" keys="n" onPress={add}>
                    {t("counterparts.add")}
                  </Button>
                </>
              }
            />
            <Table all={all} onAdd={add} {...props} />
            {isAdding && (
              <NewCounterpart all={all} postId={props.search.post} onClose={() => setAdding(false)} />
            )}
          </>
        )}
      </Ready>
    </div>
  );
}

function Table({
  all,
  onAdd,
  search,
  setSearch,
}: Props & { readonly all: People; readonly onAdd: () => void }): ReactNode {
  const { t } = useText();
  const { today, settings } = useWorkspace();
  const columns = useCounterpartColumns(all.issues);
  const lines = useMemo(
    () => personLines(all, today, settings.capitalTimeZone),
    [all, today, settings.capitalTimeZone],
  );
  const shown = useMemo(() => lines.filter((line) => isFound(line, search)), [lines, search]);
  if (lines.length === 0) {
    return (
      <EmptyState
        actions={
          <Button tone="primary" onPress={onAdd}>
            {t("counterparts.add")}
          </Button>
        }
      >
        {t("counterparts.none")}
      </EmptyState>
    );
  }
  const title = t("counterparts.title");
  return (
    <>
      <PeopleFilters
        all={all}
        search={search}
        setSearch={setSearch}
        end={
          <>
            <span className={css["count"]}>
              {t("engagements.shown", { shown: shown.length, all: lines.length })}
            </span>
            <ListExport
              title={title}
              columns={columns}
              rows={shown}
              sort={sortOf(search.sort)}
              recordOf={({ counterpart }) => counterpart}
              records={cards}
            />
          </>
        }
      />
      <DataGrid
        label={title}
        rows={shown}
        rowKey={({ counterpart }) => counterpart.id}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ counterpart }) => links.counterpart(counterpart.id)}
        empty={
          <EmptyState
            actions={<Button onPress={() => setSearch(noFilters)}>{t("engagements.clear")}</Button>}
          >
            {t("counterparts.noneFound")}
          </EmptyState>
        }
      />
    </>
  );
}

export const counterpartsScreen = defineScreen({
  path: "/counterparts",
  search: peopleSearch,
  component: CounterpartsScreen,
});
