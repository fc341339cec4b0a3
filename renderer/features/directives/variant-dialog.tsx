// The instruction as one post has it: every point with the base text beside its own, and points added for it alone.
import { useState } from "react";
import type { Adaptation } from "#core/model/demarche-task.ts";
import type { PostPoint } from "#core/rules/point-scope.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { newId } from "#data/ids.ts";
import { addPointFor } from "#data/talking-points.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useCommand } from "../parts/use-command.ts";
import type { CaseView } from "./case-view.ts";
import { pointName } from "./point-name.ts";
import { changeLines } from "./task-change.ts";
import css from "./variant-dialog.module.css";

export interface VariantDialogProps {
  readonly view: CaseView;
  readonly line: TaskLine;
  readonly onClose: () => void;
}

type Choice = "none" | Adaptation["change"];
const choices: readonly Choice[] = ["none", "reword", "hold", "drop"];

export function VariantDialog({ view, line, onClose }: VariantDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const [added, setAdded] = useState<string | null>(null);
  const post = line.post?.name ?? t("tasks.unknown");
  const add = async () => {
    const text = added?.trim() ?? "";
    if (text === "" || line.task.postId === null) return setAdded(null);
    const order = Math.max(0, ...view.points.map(({ point }) => point.order)) + 1;
    const request = addPointFor(newId(), view.file.directive, line.task.postId, {
      order,
      text,
      kind: "maySay",
    });
    if (await run(request, t("variant.added", { post }))) setAdded(null);
  };
  return (
    <Dialog
      isOpen
      size="large"
      title={t("variant.title", { post })}
      onClose={onClose}
      actions={
        <Button tone="primary" onPress={onClose}>
          {t("variant.done")}
        </Button>
      }
    >
      <div className={css["heads"]} aria-hidden>
        <span>{t("variant.base")}</span>
        <span>{t("variant.own", { post })}</span>
      </div>
      <ol className={css["rows"]}>
        {line.points.map((entry) => (
          <VariantRow key={entry.point.id} line={line} entry={entry} />
        ))}
      </ol>
      {added === null ? (
        <Button onPress={() => setAdded("")}>{t("variant.add")}</Button>
      ) : (
        <div className={css["adding"]}>
          <TextArea label={t("variant.added-text", { post })} value={added} onChange={setAdded} takesFocus />
          <div className={css["tools"]}>
            <Button tone="primary" size="small" onPress={() => void add()}>
              {t("variant.add.take")}
            </Button>
            <Button tone="quiet" size="small" onPress={() => setAdded(null)}>
              {t("field.leave")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function VariantRow({ line, entry }: { readonly line: TaskLine; readonly entry: PostPoint }) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { point, formerIds } = entry;
  const { adaptations } = line.task;
  const kept = Object.hasOwn(adaptations, point.id) ? adaptations[point.id] : undefined;
  const [choice, setChoice] = useState<Choice>(kept?.change ?? "none");
  const [text, setText] = useState(kept?.text ?? point.text);
  const [reason, setReason] = useState(kept?.reason ?? "");
  const next: Adaptation | null =
    choice === "none"
      ? null
      : { change: choice, text: choice === "reword" ? text : null, reason: reason.trim() };
  const isChanged = JSON.stringify(next) !== JSON.stringify(kept ?? null);
  // The wording was carried over from a former text of the point and nobody has looked at it since.
  const isStale = kept?.change === "reword" && formerIds.some((id) => adaptations[id]?.text === kept.text);
  const isOwn = point.audiencePostIds.length === 1 && point.audiencePostIds[0] === line.task.postId;
  const keep = () =>
    run(
      changeLines([line], () => ({ [`adaptations/${point.id}`]: next }), reason),
      t("variant.kept", { point: pointName(point) }),
    );
  return (
    <li className={css["row"]}>
      <div className={css["base"]}>
        <p className={css["name"]}>
          {pointName(point)} {enumText("pointKind", point.kind)}
          {isOwn && <Badge tone="info">{t("variant.only-here")}</Badge>}
        </p>
        <p>
          <bdi>{point.text}</bdi>
        </p>
        {isStale && <p className={css["stale"]}>{t("variant.stale", { version: point.version })}</p>}
      </div>
      <div className={css["own"]}>
        <ToggleButtonGroup
          label={t("variant.change-of", { point: pointName(point) })}
          size="small"
          options={choices.map((id) => ({ id, label: t(`variant.${id}`) }))}
          value={choice}
          onChange={setChoice}
        />
        {choice === "reword" && (
          <TextArea label={t("variant.own-text")} hideLabel value={text} onChange={setText} rows={3} />
        )}
        {choice !== "none" && (
          <TextField
            label={t("variant.reason")}
            isOptional
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
        )}
        {isChanged && (
          <div className={css["tools"]}>
            <Button
              tone="primary"
              size="small"
              isDisabled={choice === "reword" && text.trim() === ""}
              onPress={() => void keep()}
            >
              {t("field.keep")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
