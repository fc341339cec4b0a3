// Narrowing the queue: search, status and grouping in the bar, the other filters behind one button and as chips.
import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { parties } from "#core/model/enums.ts";
import { dueBuckets } from "#core/rules/follow-up.ts";
import type { FollowUpBoard } from "#data/follow-ups.ts";
import { Button } from "#ui/controls/button.tsx";
import { Chips } from "#ui/controls/chips.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { Popover } from "#ui/overlays/popover.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { type Filter, filters, type FollowUpSearch, groupings, none } from "./follow-up-search.ts";
import css from "./follow-ups-screen.module.css";

export interface FollowUpFiltersProps {
  readonly board: FollowUpBoard;
  readonly search: FollowUpSearch;
  readonly setSearch: (next: Partial<FollowUpSearch>) => void;
  /** Stands before the choice of groups. */
  readonly end: ReactNode;
}

export const noFilters: Partial<FollowUpSearch> = {
  text: "",
  bucket: "",
  waiting: "",
  owner: "",
  post: "",
  directive: "",
};

export function FollowUpFilters(props: FollowUpFiltersProps): ReactNode {
  const { t } = useText();
  const { search, setSearch } = props;
  const options = useFilterOptions(props.board);
  const chosen = filters.filter((filter) => search[filter] !== "");
  return (
    <>
      <Toolbar
        label={t("followUps.filters")}
        end={
          <>
            {props.end}
            <div className={css["group"]}>
              <Select
                label={t("followUps.group")}
                hideLabel
                options={groupings.map((id) => ({ id, label: t(`followUps.group.${id}`) }))}
                value={search.group}
                onChange={(group) => setSearch({ group })}
              />
            </div>
          </>
        }
      >
        <SearchField
          label={t("followUps.search")}
          value={search.text}
          onChange={(text) => setSearch({ text })}
        />
        <ToggleButtonGroup
          label={t("followUps.status")}
          options={(["open", "closed", "all"] as const).map((id) => ({
            id,
            label: t(`followUps.status.${id}`),
          }))}
          value={search.status}
          onChange={(status) => setSearch({ status })}
        />
        <Popover
          label={t("followUps.filter")}
          trigger={
            <Button icon={<ListFilter aria-hidden />}>
              {t("followUps.filter.count", { count: chosen.length })}
            </Button>
          }
        >
          <div className={css["filters"]}>
            {filters.map((filter) => (
              <Select
                key={filter}
                label={t(`followUps.filter.${filter}`)}
                options={[{ id: "", label: t("followUps.filter.any") }, ...options[filter]]}
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
            label={t("followUps.filter")}
            chips={chosen.map((filter) => ({
              id: filter,
              label: t("followUps.chip", {
                filter: t(`followUps.filter.${filter}`),
                value: options[filter].find(({ id }) => id === search[filter])?.label ?? search[filter],
              }),
            }))}
            onRemove={(filter) => setSearch({ [filter]: "" })}
          />
          <Button tone="quiet" size="small" onPress={() => setSearch(noFilters)}>
            {t("followUps.clear")}
          </Button>
        </div>
      )}
    </>
  );
}

type FilterOptions = Readonly<Record<Filter, readonly { readonly id: string; readonly label: string }[]>>;

/** Only what occurs in the queue is offered. */
function useFilterOptions({ followUps, posts, directives }: FollowUpBoard): FilterOptions {
  const { t } = useText();
  const enumText = useEnumText();
  const postIds = new Set(followUps.map(({ postId }) => postId ?? none));
  const directiveIds = new Set(followUps.map(({ directiveId }) => directiveId));
  const owners = [...new Set(followUps.map(({ owner }) => owner))].toSorted((a, b) => a.localeCompare(b));
  return {
    bucket: dueBuckets.map((id) => ({ id, label: t(`enum.dueBucket.${id}`) })),
    waiting: parties.map((id) => ({ id, label: enumText("party", id) })),
    owner: owners.map((owner) =>
      owner === "" ? { id: none, label: t("followUps.nobody") } : { id: owner, label: owner },
    ),
    post: [
      ...(postIds.has(none) ? [{ id: none, label: t("followUps.desk") }] : []),
      ...posts.filter(({ id }) => postIds.has(id)).map(({ id, name }) => ({ id, label: name })),
    ],
    directive: directives
      .filter(({ id }) => directiveIds.has(id))
      .map(({ id, subject, mrn }) => ({ id, label: subject || mrn })),
  };
}
