// One change to one point for several posts: dropped, held or reworded there, with the reason.
import { useState } from "react";
import type { Adaptation } from "#core/model/demarche-task.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useCommand } from "../parts/use-command.ts";
import { LinesDialog, type LinesDialogProps } from "./bulk-dialogs.tsx";
import type { CaseView } from "./case-view.ts";
import { pointName } from "./point-name.ts";
import { changeLines } from "./task-change.ts";

type Kind = Adaptation["change"] | "none";

export function BulkVariantDialog({ view, lines, onClose }: LinesDialogProps & { readonly view: CaseView }) {
  const { t } = useText();
  const run = useCommand();
  const [pointId, setPointId] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>("reword");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const point = view.points.find((entry) => entry.point.id === pointId)?.point;
  const lacksText = kind === "reword" && text.trim() === "";
  const take = async () => {
    setAsked(true);
    if (point === undefined || lacksText) return;
    const adaptation: Adaptation | null =
      kind === "none" ? null : { change: kind, text: kind === "reword" ? text : null, reason: reason.trim() };
    const request = changeLines(lines, () => ({ [`adaptations/${point.id}`]: adaptation }), reason);
    if (await run(request, t("bulk.varied", { count: lines.length, point: pointName(point) }))) onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("bulk.variant.title", { count: lines.length })}
      actionKey="bulk.variant.take"
      onTake={take}
    >
      <Select
        label={t("bulk.variant.point")}
        options={view.points.map((entry) => ({
          id: entry.point.id,
          label: `${pointName(entry.point)} ${entry.point.text.slice(0, 90)}`,
        }))}
        value={pointId}
        onChange={(id) => {
          setPointId(id);
          setText(view.points.find((entry) => entry.point.id === id)?.point.text ?? "");
        }}
        error={isAsked && point === undefined ? t("bulk.variant.point-needed") : undefined}
      />
      <RadioGroup
        label={t("variant.change")}
        isInline
        options={(["reword", "drop", "hold", "none"] as const).map((id) => ({
          id,
          label: t(`variant.${id}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "reword" && (
        <TextArea
          label={t("variant.own-text")}
          value={text}
          onChange={setText}
          rows={4}
          error={isAsked && lacksText ? t("variant.own-text-needed") : undefined}
        />
      )}
      <TextField
        label={t("variant.reason")}
        isOptional
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </LinesDialog>
  );
}
