// The posts tasked with a directive: who stands where, filtered, chosen and changed together; one of them beside the list.
import { useMemo, useState } from "react";
import { folded } from "#core/lib/fold-text.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useText } from "#ui/text/use-text.ts";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { AddPostsDialog, type AddPostsWay } from "./add-posts-dialog.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import type { TabProps } from "./directive-search.ts";
import { isInGroup, postGroups, type PostGroup } from "./post-groups.ts";
import { usePostColumns } from "./post-columns.tsx";
import css from "./posts-tab.module.css";
import { TaskPanel } from "./task-panel.tsx";

const keyOf = ({ task }: TaskLine): string => task.id;

function isPostGroup(text: string): text is PostGroup {
  return (postGroups as readonly string[]).includes(text);
}

export function PostsTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const columns = usePostColumns();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<AddPostsWay | null>(null);
  const group = isPostGroup(search.state) ? search.state : "all";
  const shown = useMemo(() => {
    const words = folded(search.q).split(/\s+/u);
    return view.lines.filter((line) => {
      const { post, task } = line;
      const text = folded(`${post?.name} ${post?.country} ${post?.region} ${task.owner}`);
      return isInGroup(line, group) && words.every((word) => text.includes(word));
    });
  }, [view.lines, group, search.q]);
  const chosen = view.lines.filter(({ task }) => selected.has(task.id));
  const place = useFocusKept(Number(chosen.length > 0));
  const current = view.lines.find(({ task }) => task.id === search.task);
  useCommands([{ id: "tasks.add", labelKey: "tasks.add", keys: "n", run: () => setAdding("region") }]);

  if (view.lines.length === 0) {
    return (
      <>
        <EmptyState
          actions={
            <>
              <Button tone="primary" onPress={() => setAdding("region")}>
                {t("tasks.add.by-region")}
              </Button>
              <Button onPress={() => setAdding("list")}>{t("tasks.add.by-list")}</Button>
              <Button onPress={() => setAdding("all")}>{t("tasks.add.all")}</Button>
            </>
          }
        >
          {t("tasks.empty")}
        </EmptyState>
        {adding !== null && <AddPostsDialog view={view} way={adding} onClose={() => setAdding(null)} />}
      </>
    );
  }
  return (
    <div ref={place} className={css["tab"]}>
      {chosen.length > 0 ? (
        <BulkBar view={view} lines={chosen} onClear={() => setSelected(new Set())} />
      ) : (
        <Toolbar
          label={t("tasks.filters")}
          end={
            <Button keys="n" onPress={() => setAdding("region")}>
              {t("tasks.add")}
            </Button>
          }
        >
          <div className={css["search"]}>
            <SearchField label={t("tasks.search")} value={search.q} onChange={(q) => setSearch({ q })} />
          </div>
          <ToggleButtonGroup
            label={t("tasks.filter")}
            size="small"
            value={group}
            options={postGroups.flatMap((id) => {
              const count = view.lines.filter((line) => isInGroup(line, id)).length;
              return count === 0 && id !== group && id !== "all"
                ? []
                : [
                    {
                      id,
                      label: t("tasks.group.count", { group: t(`tasks.group.${id}`), count }),
                      title: t(`tasks.group.${id}.means`),
                    },
                  ];
            })}
            onChange={(state) => setSearch({ state: state === "all" ? "" : state })}
          />
        </Toolbar>
      )}
      <DataGrid
        label={t("tasks.table")}
        rows={shown}
        rowKey={keyOf}
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
        selected={selected}
        onSelectedChange={setSelected}
        onOpen={({ task }) => setSearch({ task: task.id === search.task ? "" : task.id })}
        currentKey={search.task === "" ? null : search.task}
        empty={
          <EmptyState
            actions={<Button onPress={() => setSearch({ state: "", q: "" })}>{t("tasks.show-all")}</Button>}
          >
            {t("tasks.none-match")}
          </EmptyState>
        }
      />
      {current !== undefined && (
        <TaskPanel key={current.task.id} view={view} line={current} onClose={() => setSearch({ task: "" })} />
      )}
      {adding !== null && <AddPostsDialog view={view} way={adding} onClose={() => setAdding(null)} />}
    </div>
  );
}
