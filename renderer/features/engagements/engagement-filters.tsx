// Narrowing the engagements: search and state in the bar, the other filters behind one button and as chips.
import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { engagementStates, engagementTypes } from "#core/model/enums.ts";
import type { EngagementBoard } from "#data/engagements.ts";
import { Button } from "#ui/controls/button.tsx";
import { Chips } from "#ui/controls/chips.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { Popover } from "#ui/overlays/popover.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { directiveOption } from "../parts/directive-picker.tsx";
import css from "./engagements-screen.module.css";
import { type Filter, filters, type ListSearch, none } from "./list-search.ts";

export interface EngagementFiltersProps {
  readonly board: EngagementBoard;
  readonly search: ListSearch;
  readonly setSearch: (next: Partial<ListSearch>) => void;
  /** At the end of the bar. */
  readonly end: ReactNode;
}

export const noFilters: Partial<ListSearch> = {
  text: "",
  state: "all",
  post: "",
  directive: "",
  type: "",
  period: "",
};

export function EngagementFilters({ board, search, setSearch, end }: EngagementFiltersProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const options = useFilterOptions(board);
  const chosen = filters.filter((filter) => search[filter] !== "");
  return (
    <>
      <Toolbar label={t("engagements.filters")} end={end}>
        <div className={css["search"]}>
          <SearchField
            label={t("engagements.search")}
            value={search.text}
            onChange={(text) => setSearch({ text })}
          />
        </div>
        <ToggleButtonGroup
          label={t("engagement.state")}
          options={(["all", ...engagementStates] as const).map((id) => ({
            id,
            label: id === "all" ? t("engagements.all") : enumText("engagementState", id),
          }))}
          value={search.state}
          onChange={(state) => setSearch({ state })}
        />
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
                label={t(`engagements.filter.${filter}`)}
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
                filter: t(`engagements.filter.${filter}`),
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

/** Posts and directives are offered where something is logged for them. */
function useFilterOptions({ engagements, posts, directives }: EngagementBoard): FilterOptions {
  const { t } = useText();
  const enumText = useEnumText();
  const postIds = new Set(engagements.map(({ postId }) => postId));
  const directiveIds = new Set(engagements.map(({ directiveId }) => directiveId));
  return {
    post: [...posts.values()]
      .filter(({ id }) => postIds.has(id))
      .map(({ id, name }) => ({ id, label: name })),
    directive: [
      ...[...directives.values()].filter(({ id }) => directiveIds.has(id)).map(directiveOption),
      ...(directiveIds.has(null) ? [{ id: none, label: t("engagements.noDirective") }] : []),
    ],
    type: engagementTypes.map((id) => ({ id, label: enumText("engagementType", id) })),
    period: (["ahead", "week", "month", "quarter"] as const).map((id) => ({
      id,
      label: t(`engagements.period.${id}`),
    })),
  };
}
