// The queue of what is owed next: late first, worked through by keyboard, several at once.
import { type ReactNode, useMemo, useState } from "react";
import { calendarOf, followUpEntry } from "#core/exchange/calendar-out.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import { type FollowUpBoard, followUpBoard, reopenFollowUps } from "#data/follow-ups.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { CompleteDialog } from "../parts/complete-dialog.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { FollowUpDialog } from "../parts/follow-up-dialog.tsx";
import { ListExport, type ListExportProps } from "../parts/list-export.tsx";
import { Ready } from "../parts/ready.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { useCommand } from "../parts/use-command.ts";
import { useFollowUpColumns } from "./follow-up-columns.tsx";
import { ReassignDialog, SnoozeDialog } from "./follow-up-dialogs.tsx";
import { type FollowUpAct, FollowUpDrawer } from "./follow-up-drawer.tsx";
import { FollowUpFilters } from "./follow-up-filters.tsx";
import { useFollowUpGroup, withGroupsTogether } from "./follow-up-groups.ts";
import { type FollowUpLine, followUpLines } from "./follow-up-lines.ts";
import { type FollowUpSearch, followUpSearch, passes } from "./follow-up-search.ts";
import css from "./follow-ups-screen.module.css";
import { BulkBar, NothingShown, QueueSum } from "./queue-parts.tsx";
import { WhileThere } from "./while-there.tsx";

const entries: NonNullable<ListExportProps<FollowUpLine>["records"]> = {
  format: "ics",
  of: (lines, marking) =>
    calendarOf(
      lines.map(({ followUp }) => followUpEntry(followUp)),
      marking,
    ),
};

type Props = ScreenProps<"/follow-ups", FollowUpSearch>;

function FollowUpsScreen(props: Props): ReactNode {
  const live = useLive(followUpBoard, []);
  return (
    <div className={css["screen"]}>
      <Ready live={live}>{(board) => <Queue board={board} {...props} />}</Ready>
    </div>
  );
}

/** What is being done, and with which. */
interface Doing {
  readonly act: Exclude<FollowUpAct, "reopen"> | "new";
  readonly ids: readonly string[];
}

const nobody: ReadonlySet<string> = new Set();

function Queue({ board, search, setSearch }: Props & { readonly board: FollowUpBoard }): ReactNode {
  const { t } = useText();
  const clock = useDeskClock();
  const columns = useFollowUpColumns(search.group);
  const groupOf = useFollowUpGroup(search.group);
  const run = useCommand();
  const [selected, setSelected] = useState(nobody);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [therePostId, setTherePostId] = useState<string | null>(null);
  const lines = useMemo(() => followUpLines(board, clock), [board, clock]);
  const shown = useMemo(
    () =>
      withGroupsTogether(
        lines.filter((line) => passes(line, search)),
        search.group,
        groupOf,
      ),
    [lines, search, groupOf],
  );
  const byId = useMemo(() => new Map(lines.map((line) => [line.followUp.id, line])), [lines]);
  const chosen = shown.filter(({ followUp }) => selected.has(followUp.id));
  const openLine = byId.get(search.open);

  /** Those a command is meant for: the selection, else the row with the focus, else the one shown. */
  const meant = (): readonly FollowUpLine[] => {
    if (chosen.length > 0) return chosen;
    const line = byId.get(activeId ?? search.open);
    return line === undefined ? [] : [line];
  };
  const openOnes = () => meant().filter(({ bucket }) => bucket !== "closed");
  const begin = (act: Doing["act"], which: readonly FollowUpLine[]) =>
    setDoing({ act, ids: which.map(({ followUp }) => followUp.id) });
  const act = (name: FollowUpAct, line: FollowUpLine) => {
    if (name === "reopen") void run(reopenFollowUps([line.followUp]), t("followUps.reopened"));
    else begin(name, [line]);
  };
  const stop = () => setDoing(null);
  const hasOpen = () => openOnes().length > 0;
  useCommands([
    { id: "followUps.new", labelKey: "followUp.new", keys: "n", run: () => begin("new", []) },
    {
      id: "followUps.complete",
      labelKey: "followUps.command.complete",
      keys: "Space",
      when: hasOpen,
      run: () => begin("complete", openOnes()),
    },
    {
      id: "followUps.snooze",
      labelKey: "followUps.command.snooze",
      keys: "s",
      when: hasOpen,
      run: () => begin("snooze", openOnes()),
    },
    {
      id: "followUps.reassign",
      labelKey: "followUps.command.reassign",
      keys: "r",
      when: hasOpen,
      run: () => begin("reassign", openOnes()),
    },
    {
      id: "followUps.edit",
      labelKey: "followUps.edit",
      keys: "e",
      when: () => meant().length === 1,
      run: () => begin("edit", meant()),
    },
  ]);

  const involved = (doing?.ids ?? []).flatMap((id) => byId.get(id)?.followUp ?? []);
  const isDone = (done: readonly FollowUp[]) => {
    setSelected(nobody);
    setSearch({ open: "" });
    const [first] = done;
    const isOnePost = done.every(({ postId }) => postId === first?.postId);
    const rest = lines.filter(
      ({ followUp, bucket }) =>
        bucket !== "closed" &&
        followUp.postId === first?.postId &&
        done.every(({ id }) => id !== followUp.id),
    );
    setTherePostId(isOnePost && rest.length > 0 ? (first?.postId ?? null) : null);
  };
  const place = useFocusKept(Number(doing !== null) + Number(chosen.length > 0));

  const nothing = (
    <NothingShown lines={lines} search={search} setSearch={setSearch} onAdd={() => begin("new", [])} />
  );

  return (
    <>
      <PageHeader
        title={t("followUps.title")}
        meta={<QueueSum lines={lines} />}
        actions={
          board.followUps.length > 0 && (
            <Button tone="primary" keys="n" onPress={() => begin("new", [])}>
              {t("followUp.new")}
            </Button>
          )
        }
      />
      {board.followUps.length > 0 && (
        <FollowUpFilters
          board={board}
          search={search}
          setSearch={setSearch}
          end={
            <ListExport
              title={t("followUps.title")}
              columns={columns}
              rows={shown}
              sort={sortOf(search.sort)}
              recordOf={({ followUp }) => followUp}
              records={entries}
            />
          }
        />
      )}
      {board.followUps.length === 0 && nothing}
      {board.followUps.length > 0 && (
        <div ref={place} className={css["place"]}>
          <DataGrid
            label={t("followUps.title")}
            rows={shown}
            rowKey={({ followUp }) => followUp.id}
            columns={columns}
            sort={sortOf(search.sort)}
            onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
            selected={selected}
            onSelectedChange={setSelected}
            isSpaceFree
            groupOf={groupOf}
            currentKey={openLine?.followUp.id ?? null}
            onActiveChange={(line) => setActiveId(line?.followUp.id ?? null)}
            onOpen={({ followUp }) => {
              setTherePostId(null);
              setSearch({ open: followUp.id });
            }}
            empty={nothing}
          />
        </div>
      )}
      {chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          onAct={(name) => begin(name, openOnes())}
          onClear={() => setSelected(nobody)}
        />
      )}
      {openLine !== undefined && therePostId === null && (
        <FollowUpDrawer line={openLine} onAct={act} onClose={() => setSearch({ open: "" })} />
      )}
      {therePostId !== null && (
        <WhileThere
          postName={board.posts.find(({ id }) => id === therePostId)?.name ?? ""}
          lines={lines.filter(
            ({ followUp, bucket }) => followUp.postId === therePostId && bucket !== "closed",
          )}
          onComplete={(line) => begin("complete", [line])}
          onClose={() => setTherePostId(null)}
        />
      )}
      {doing?.act === "complete" && involved.length > 0 && (
        <CompleteDialog followUps={involved} onClose={stop} onDone={isDone} />
      )}
      {doing?.act === "snooze" && involved.length > 0 && <SnoozeDialog followUps={involved} onClose={stop} />}
      {doing?.act === "reassign" && involved.length > 0 && (
        <ReassignDialog followUps={involved} onClose={stop} />
      )}
      {(doing?.act === "new" || doing?.act === "edit") && (
        <FollowUpDialog
          followUp={involved[0]}
          start={{
            postId: byPost(search.post),
            directiveId: search.directive === "" ? null : search.directive,
          }}
          posts={board.posts}
          directives={board.directives}
          onClose={stop}
        />
      )}
    </>
  );
}

function byPost(post: string): string | null {
  return post === "" || post === "none" ? null : post;
}

export const followUpsScreen = defineScreen({
  path: "/follow-ups",
  search: followUpSearch,
  component: FollowUpsScreen,
});
