// Narrowing the list of people: words in the bar, the other filters behind one button and as chips.
import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { stances } from "#core/model/enums.ts";
import type { People } from "#data/people.ts";
import { Button } from "#ui/controls/button.tsx";
import { Chips } from "#ui/controls/chips.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { Popover } from "#ui/overlays/popover.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./counterparts-screen.module.css";
import { type Filter, filters, noFilters, type PeopleSearch } from "./people-search.ts";

export interface PeopleFiltersProps {
  readonly all: People;
  readonly search: PeopleSearch;
  readonly setSearch: (next: Partial<PeopleSearch>) => void;
  /** At the end of the bar. */
  readonly end: ReactNode;
}

export function PeopleFilters({ all, search, setSearch, end }: PeopleFiltersProps): ReactNode {
  const { t } = useText();
  const options = useFilterOptions(all);
  const chosen = filters.filter((filter) => search[filter] !== "");
  return (
    <>
      <Toolbar label={t("counterparts.filters")} end={end}>
        <div className={css["search"]}>
          <SearchField
            label={t("counterparts.search")}
            value={search.text}
            onChange={(text) => setSearch({ text })}
          />
        </div>
        <Popover
          label={t("engagements.filter")}
          trigger={
            <Button icon={<ListFilter aria-hidden />}>
              {t("engagements.filter.count", { count: chosen.length })}
            </Button>
          }
        >
          <div className={css["filters"]}>
            {filters.map((filter) => (
              <Select
                key={filter}
                label={t(`counterparts.filter.${filter}`)}
                options={[{ id: "", label: t("engagements.any") }, ...options[filter]]}
                value={search[filter]}
                onChange={(value) => setSearch({ [filter]: value })}
              />
            ))}
          </div>
        </Popover>
      </Toolbar>
      {chosen.length > 0 && (
        <div className={css["chips"]}>
          <Chips
            label={t("engagements.filter")}
            chips={chosen.map((filter) => ({
              id: filter,
              label: t("engagements.chip", {
                filter: t(`counterparts.filter.${filter}`),
                value: options[filter].find(({ id }) => id === search[filter])?.label ?? search[filter],
              }),
            }))}
            onRemove={(filter) => setSearch({ [filter]: "" })}
          />
          <Button tone="quiet" size="small" onPress={() => setSearch(noFilters)}>
            {t("engagements.clear")}
          </Button>
        </div>
      )}
    </>
  );
}

type FilterOptions = Readonly<Record<Filter, readonly { readonly id: string; readonly label: string }[]>>;

/** Posts and tags are offered where somebody has them. */
function useFilterOptions({ counterparts, posts }: People): FilterOptions {
  const enumText = useEnumText();
  const postIds = new Set(counterparts.map(({ postId }) => postId));
  const tags = new Set(counterparts.flatMap((counterpart) => Object.keys(counterpart.tags)));
  return {
    post: posts.filter(({ id }) => postIds.has(id)).map(({ id, name }) => ({ id, label: name })),
    tag: [...tags].toSorted((a, b) => a.localeCompare(b)).map((tag) => ({ id: tag, label: tag })),
    stance: stances.map((id) => ({ id, label: enumText("stance", id) })),
  };
}
