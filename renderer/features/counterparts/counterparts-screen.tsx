// Everybody a post deals with: found by any word, narrowed by post, opened with Enter.
import { type ReactNode, useMemo, useState } from "react";
import { z } from "zod";
import type { People } from "#data/people.ts";
import { people } from "#data/people.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { PostPicker } from "../parts/post-picker.tsx";
import { Ready } from "../parts/ready.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { useCounterpartColumns } from "./counterpart-columns.tsx";
import css from "./counterparts-screen.module.css";
import { NewCounterpart } from "./new-counterpart.tsx";
import { isFound, personLines } from "./person-line.ts";

const searchSchema = z.object({
  text: z.string().catch(""),
  post: z.string().catch(""),
  sort: z.string().catch("name"),
});
type Props = ScreenProps<"/counterparts", z.infer<typeof searchSchema>>;

function CounterpartsScreen(props: Props): ReactNode {
  const { t } = useText();
  const live = useLive(people, []);
  const [isAdding, setAdding] = useState(false);
  useCommands([
    { id: "counterparts.new", labelKey: "counterparts.add", keys: "n", run: () => setAdding(true) },
  ]);
  return (
    <div className={css["screen"]}>
      <Ready live={live}>
        {(all) => (
          <>
            <PageHeader
              title={t("counterparts.title")}
              meta={t("counterparts.count", { count: all.counterparts.length })}
              actions={
                <Button tone="primary" onPress={() => setAdding(true)}>
                  {t("counterparts.add")}
                </Button>
              }
            />
            <Table all={all} {...props} />
            {isAdding && (
              <NewCounterpart all={all} postId={props.search.post} onClose={() => setAdding(false)} />
            )}
          </>
        )}
      </Ready>
    </div>
  );
}

function Table({ all, search, setSearch }: Props & { readonly all: People }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { today } = useWorkspace();
  const columns = useCounterpartColumns();
  const lines = useMemo(() => personLines(all, today), [all, today]);
  const shown = useMemo(
    () =>
      lines.filter(
        (line) =>
          (search.post === "" || line.counterpart.postId === search.post) && isFound(line, search.text),
      ),
    [lines, search.post, search.text],
  );
  return (
    <>
      <Toolbar label={t("counterparts.filters")}>
        <SearchField
          label={t("counterparts.search")}
          value={search.text}
          onChange={(text) => setSearch({ text })}
        />
        <div className={css["post"]}>
          <PostPicker
            label={t("counterparts.post")}
            hideLabel
            placeholder={t("counterparts.allPosts")}
            posts={all.posts}
            value={search.post === "" ? null : search.post}
            onChange={(post) => setSearch({ post: post ?? "" })}
          />
        </div>
      </Toolbar>
      <DataGrid
        label={t("counterparts.title")}
        rows={shown}
        rowKey={({ counterpart }) => counterpart.id}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ counterpart }) => links.counterpart(counterpart.id)}
        onOpen={({ counterpart }) => navigate(links.counterpart(counterpart.id))}
        empty={
          <EmptyState>{t(lines.length === 0 ? "counterparts.none" : "counterparts.noneFound")}</EmptyState>
        }
      />
    </>
  );
}

export const counterpartsScreen = defineScreen({
  path: "/counterparts",
  search: searchSchema,
  component: CounterpartsScreen,
});
