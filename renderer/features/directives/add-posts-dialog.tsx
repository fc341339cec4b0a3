// Choosing posts for a directive: by region with counts, by a pasted list with its strangers named, or all of them.
import { useMemo, useState } from "react";
import { type AddressKind, addressKinds, type TaskingMode, taskingModes } from "#core/model/enums.ts";
import type { Post } from "#core/model/post.ts";
import { matchList, PostIndex } from "#core/rules/post-match.ts";
import { addTasks } from "#data/demarche-tasks.ts";
import { newId } from "#data/ids.ts";
import { allPosts } from "#data/posts.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { CheckboxGroup } from "#ui/controls/checkbox-group.tsx";
import { Link } from "#ui/controls/link.tsx";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { Ready } from "../parts/ready.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import type { CaseView } from "./case-view.ts";

export type AddPostsWay = "region" | "list" | "all";

export interface AddPostsDialogProps {
  readonly view: CaseView;
  readonly way: AddPostsWay;
  readonly onClose: () => void;
}

export function AddPostsDialog(props: AddPostsDialogProps) {
  const { t } = useText();
  const live = useLive(allPosts, []);
  if (live.state !== "ready") {
    return (
      <Dialog isOpen title={t("tasks.add.title")} onClose={props.onClose}>
        <Ready live={live}>{() => null}</Ready>
      </Dialog>
    );
  }
  return <AddPostsForm {...props} all={live.value} />;
}

/** Regions in the order of their names, with how many posts may still be added in each. */
function regionsOf(
  posts: readonly Post[],
): readonly { readonly id: string; readonly posts: readonly Post[] }[] {
  return [...Map.groupBy(posts, ({ region }) => region)]
    .map(([id, own]) => ({ id, posts: own }))
    .toSorted((a, b) => Number(a.id === "") - Number(b.id === "") || a.id.localeCompare(b.id));
}

function AddPostsForm({
  view,
  way: firstWay,
  onClose,
  all,
}: AddPostsDialogProps & { readonly all: readonly Post[] }) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { now } = useWorkspace();
  const [way, setWay] = useState(firstWay);
  const [regions, setRegions] = useState<readonly string[]>([]);
  const [list, setList] = useState("");
  const [mode, setMode] = useState<TaskingMode>("deliver");
  const [addressed, setAddressed] = useState<AddressKind>("action");
  const { directive, tasks } = view.file;
  const tasked = useMemo(() => new Set(tasks.map(({ postId }) => postId)), [tasks]);
  const free = useMemo(
    () => all.filter(({ id, closedOn }) => !tasked.has(id) && closedOn === null),
    [all, tasked],
  );
  const index = useMemo(() => new PostIndex(all), [all]);
  const named = useMemo(() => matchList(list, index), [list, index]);
  const groups = useMemo(() => regionsOf(free), [free]);
  const chosen = useMemo(() => {
    if (way === "all") return free;
    if (way === "region") return free.filter(({ region }) => regions.includes(region));
    const ids = new Set(named.flatMap(({ match }) => (match.kind === "one" ? [match.postId] : [])));
    return all.filter(({ id }) => ids.has(id) && !tasked.has(id));
  }, [way, free, regions, named, all, tasked]);
  const strangers = named.filter(({ match }) => match.kind === "none");
  const doubtful = named.filter(({ match }) => match.kind === "several");

  const add = async () => {
    const request = addTasks(
      directive,
      chosen.map((post) => ({ id: newId(), postId: post.id, values: { addressed, mode } })),
      now,
    );
    if (await run(request, t("tasks.added", { count: chosen.length }))) onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("tasks.add.title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" isDisabled={chosen.length === 0} onPress={() => void add()}>
            {t("tasks.add.take", { count: chosen.length })}
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <p>
          {t("tasks.add.none-known")} <Link to={links.import("posts")}>{t("tasks.add.import")}</Link>
        </p>
      ) : (
        <div className={css["stack"]}>
          {directive.scope !== "all" && <Callout tone="warning">{t("tasks.add.own-scope")}</Callout>}
          <RadioGroup
            label={t("tasks.add.way")}
            isInline
            options={[
              { id: "region", label: t("tasks.add.by-region") },
              { id: "list", label: t("tasks.add.by-list") },
              { id: "all", label: t("tasks.add.all-count", { count: free.length }) },
            ]}
            value={way}
            onChange={setWay}
          />
          {way === "region" && (
            <CheckboxGroup
              label={t("tasks.add.regions")}
              isInline
              options={groups.map(({ id, posts }) => ({
                id,
                label: t("tasks.add.region", {
                  region: id === "" ? t("tasks.no-region") : id,
                  count: posts.length,
                }),
              }))}
              value={regions}
              onChange={setRegions}
            />
          )}
          {way === "list" && (
            <>
              <TextArea
                label={t("tasks.add.list")}
                hint={t("tasks.add.list.hint")}
                value={list}
                onChange={setList}
                rows={6}
              />
              {named.length > 0 && (
                <Callout tone={strangers.length + doubtful.length === 0 ? "success" : "warning"} isAnnounced>
                  <p>
                    {t("tasks.add.matched", {
                      matched: named.length - strangers.length - doubtful.length,
                      all: named.length,
                    })}
                  </p>
                  {strangers.length > 0 && (
                    <p>{t("tasks.add.strangers", { names: strangers.map(({ name }) => name).join("; ") })}</p>
                  )}
                  {doubtful.length > 0 && (
                    <p>{t("tasks.add.doubtful", { names: doubtful.map(({ name }) => name).join("; ") })}</p>
                  )}
                </Callout>
              )}
            </>
          )}
          <div className={css["row"]}>
            <Select
              label={t("tasks.add.addressed")}
              options={addressKinds.map((id) => ({ id, label: enumText("addressKind", id) }))}
              value={addressed}
              onChange={setAddressed}
            />
            <Select
              label={t("task.field.mode")}
              options={taskingModes.map((id) => ({ id, label: enumText("taskingMode", id) }))}
              value={mode}
              onChange={setMode}
              isDisabled={addressed !== "action"}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}
