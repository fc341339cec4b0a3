// All posts by region: how much is open at each, how much of it is late, and when it last met its host.
import { type ReactNode, useMemo } from "react";
import { z } from "zod";
import { folded } from "#core/lib/fold-text.ts";
import type { Post } from "#core/model/post.ts";
import type { PostSummary } from "#core/rules/post-summary.ts";
import { postSummaries } from "#core/rules/post-summary.ts";
import { taskLines } from "#core/rules/task-line.ts";
import { type DeskRows, deskRows } from "#data/desk-rows.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { ListExport } from "../parts/list-export.tsx";
import { Ready } from "../parts/ready.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { usePostColumns } from "./post-columns.tsx";
import css from "./posts-screen.module.css";

const searchSchema = z.object({
  text: z.string().catch(""),
  region: z.string().catch(""),
  closed: z.enum(["hide", "show"]).catch("hide"),
  sort: z.string().catch("name"),
});
type Search = z.infer<typeof searchSchema>;

function PostsScreen(props: ScreenProps<"/posts", Search>): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(deskRows(null), []);
  useCommands([
    { id: "posts.new", labelKey: "posts.add", keys: "n", run: () => navigate(links.newPost()) },
    { id: "posts.import", labelKey: "posts.import", keys: "i", run: () => navigate(links.import("posts")) },
  ]);
  const actions = (
    <>
      <Button onPress={() => navigate(links.newPost())}>{t("posts.add")}</Button>
      <Button onPress={() => navigate(links.import("posts"))}>{t("posts.import")}</Button>
    </>
  );
  return (
    <div className={css["screen"]}>
      <Ready live={live}>
        {(rows) => (
          <>
            <PageHeader
              title={t("posts.title")}
              meta={rows.posts.length === 0 ? undefined : <PostsSum posts={rows.posts} />}
              actions={rows.posts.length === 0 ? undefined : actions}
            />
            {rows.posts.length === 0 ? (
              <EmptyState actions={actions}>{t("posts.none")}</EmptyState>
            ) : (
              <PostsTable rows={rows} {...props} />
            )}
          </>
        )}
      </Ready>
    </div>
  );
}

function PostsSum({ posts }: { readonly posts: readonly Post[] }): ReactNode {
  const { t } = useText();
  const { now } = useDeskClock();
  const closed = posts.filter(({ closedOn }) => isClosed(closedOn, now)).length;
  return t("posts.count", { open: posts.length - closed, closed });
}

const noRegion = "none";

interface PostsTableProps extends ScreenProps<"/posts", Search> {
  readonly rows: DeskRows;
}

function PostsTable({ rows, search, setSearch }: PostsTableProps): ReactNode {
  const { t } = useText();
  const clock = useDeskClock();
  const columns = usePostColumns();
  const summaries = useMemo(
    () => postSummaries({ ...rows, lines: taskLines(rows, clock) }, clock),
    [rows, clock],
  );
  const shown = useMemo(
    () => summaries.filter(({ post }) => passes(post, search, clock.now)),
    [summaries, search, clock],
  );
  const regions = [...new Set(rows.posts.map(({ region }) => region))].toSorted((a, b) =>
    a.localeCompare(b, "en"),
  );
  const regionName = (region: string): string => region || t("posts.noRegion");
  const hasClosed = rows.posts.some(({ closedOn }) => isClosed(closedOn, clock.now));
  return (
    <>
      <Toolbar
        label={t("posts.filters")}
        end={
          <ListExport
            title={t("posts.title")}
            columns={columns}
            rows={shown}
            sort={sortOf(search.sort)}
            recordOf={({ post }) => post}
          />
        }
      >
        <SearchField label={t("posts.search")} value={search.text} onChange={(text) => setSearch({ text })} />
        <div className={css["region"]}>
          <Select
            label={t("posts.region")}
            hideLabel
            options={[
              { id: "", label: t("posts.allRegions") },
              ...regions.map((region) => ({ id: region || noRegion, label: regionName(region) })),
            ]}
            value={search.region}
            onChange={(region) => setSearch({ region })}
          />
        </div>
        {hasClosed && (
          <Checkbox
            isSelected={search.closed === "show"}
            onChange={(isShown) => setSearch({ closed: isShown ? "show" : "hide" })}
          >
            {t("posts.showClosed")}
          </Checkbox>
        )}
      </Toolbar>
      <DataGrid
        label={t("posts.title")}
        rows={shown}
        rowKey={({ post }) => post.id}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        linkOf={({ post }) => links.post(post.id)}
        groupOf={({ post }) => ({ id: post.region || noRegion, label: regionName(post.region) })}
        subtotals={subtotals}
        empty={
          <EmptyState
            actions={
              <Button onPress={() => setSearch({ text: "", region: "", closed: "show" })}>
                {t("posts.clear")}
              </Button>
            }
          >
            {t("posts.noMatch")}
          </EmptyState>
        }
      />
    </>
  );
}

function isClosed(closedOn: string | null, now: string): boolean {
  return closedOn !== null && closedOn <= now.slice(0, 10);
}

function passes(post: Post, search: Search, now: string): boolean {
  if (search.closed === "hide" && isClosed(post.closedOn, now)) return false;
  if (search.region !== "" && search.region !== (post.region || noRegion)) return false;
  const text = folded([post.name, post.city, post.country, ...post.addressNames].join(" "));
  return folded(search.text)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function subtotals(rows: readonly PostSummary[]): Readonly<Record<string, ReactNode>> {
  const sum = (of: (row: PostSummary) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    open: sum(({ openTasks }) => openTasks) || "",
    overdue: sum(({ overdue }) => overdue) || "",
  };
}

export const postsScreen = defineScreen({ path: "/posts", search: searchSchema, component: PostsScreen });
