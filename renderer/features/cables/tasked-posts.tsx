// The posts the ticked addressees come to, and how each will be tasked; several can be changed together.
import { useMemo, useState } from "react";
import { directiveFrom } from "#core/cable/draft-directive.ts";
import type { DraftPost } from "#core/cable/review.ts";
import { type AddressKind, addressKinds, type TaskingMode, taskingModes } from "#core/model/enums.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import stack from "../parts/stack.module.css";
import css from "./addressee-row.module.css";
import { noSupplies, ticksOf } from "./cable-draft.ts";
import type { Review } from "./use-review.ts";

interface TaskedPost {
  readonly postId: string;
  readonly name: string;
  readonly addressed: AddressKind;
  readonly mode: TaskingMode;
  readonly own: string;
}

const keyOf = ({ postId }: TaskedPost): string => postId;

function taskedPosts({ draft, state, posts }: Review): readonly TaskedPost[] {
  const names = new Map(posts.map(({ id, name }) => [id, name]));
  const read = new Map(draft.posts.map((post): [string, DraftPost] => [post.postId, post]));
  return directiveFrom(draft, ticksOf(state), noSupplies).tasks.flatMap(({ values }): TaskedPost[] => {
    const { postId, addressed = "action", mode = "deliver" } = values;
    if (!postId) return [];
    const own = read.get(postId)?.instructions.join(" ") ?? "";
    return [{ postId, name: names.get(postId) ?? "", addressed, mode, own }];
  });
}

export function TaskedPosts({ review }: { readonly review: Review }) {
  const { t } = useText();
  const enumText = useEnumText();
  const rows = taskedPosts(review);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState<readonly TaskedPost[] | null>(null);
  const columns = useMemo(
    (): readonly GridColumn<TaskedPost>[] => [
      { id: "post", heading: t("tasks.column.post"), value: ({ name }) => name, width: 140 },
      {
        id: "addressed",
        heading: t("tasks.add.addressed"),
        value: ({ addressed }) => enumText("addressKind", addressed),
        width: 100,
      },
      {
        id: "mode",
        heading: t("task.field.mode"),
        value: ({ mode }) => enumText("taskingMode", mode),
        width: 150,
      },
      { id: "own", heading: t("cable.tasked.own"), value: ({ own }) => own, width: 120, grows: true },
    ],
    [t, enumText],
  );
  if (rows.length === 0) return null;
  const chosen = rows.filter(({ postId }) => selected.has(postId));
  return (
    <div className={css["tasked"]}>
      <div className={css["taskedHead"]}>
        <span>{t("cable.tasked.title", { count: rows.length })}</span>
        <Button size="small" isDisabled={chosen.length === 0} onPress={() => setChanging(chosen)}>
          {t("cable.tasked.change", { count: chosen.length })}
        </Button>
      </div>
      <div className={css["grid"]} style={{ "--count": rows.length }}>
        <DataGrid
          label={t("cable.tasked.title", { count: rows.length })}
          rows={rows}
          rowKey={keyOf}
          columns={columns}
          selected={selected}
          onSelectedChange={setSelected}
          onOpen={(post) => setChanging([post])}
          empty={<EmptyState>{t("tasks.none-match")}</EmptyState>}
        />
      </div>
      {changing !== null && <ModeDialog review={review} posts={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

interface ModeDialogProps {
  readonly review: Review;
  readonly posts: readonly TaskedPost[];
  readonly onClose: () => void;
}

function ModeDialog({ review, posts, onClose }: ModeDialogProps) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  const [addressed, setAddressed] = useState<AddressKind>(posts[0]?.addressed ?? "action");
  const [mode, setMode] = useState<TaskingMode>(posts[0]?.mode ?? "deliver");
  const keep = () => {
    const modes = Object.fromEntries(posts.map(({ postId }) => [postId, { addressed, mode }]));
    review.change((before) => ({ ...before, modes: { ...before.modes, ...modes } }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={t("cable.tasked.change", { count: posts.length })}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" onPress={keep}>
            {t("field.keep")}
          </Button>
        </>
      }
    >
      <div className={stack["stack"]}>
        <SaveKey labelKey="field.keep" onSave={keep} />
        <p className={stack["muted"]}>{formatList(posts.slice(0, 8).map(({ name }) => name))}</p>
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
        />
      </div>
    </Dialog>
  );
}
