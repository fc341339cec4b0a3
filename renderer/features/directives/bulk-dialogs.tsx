// Assigning, exempting and shifting the due day of one or several posts.
import { type ReactNode, useState } from "react";
import { exemptReasons } from "#core/model/enums.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import { addDays } from "#core/rules/calendar.ts";
import type { Due } from "#core/rules/deadlines.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { NumberField } from "#ui/controls/number-field.tsx";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import type { TextKey } from "#ui/text/keys.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { changeLines } from "./task-change.ts";

export interface LinesDialogProps {
  readonly lines: readonly TaskLine[];
  readonly onClose: () => void;
}

interface FrameProps extends LinesDialogProps {
  readonly title: string;
  /** The words of the main button. */
  readonly actionKey: TextKey;
  readonly onTake: () => Promise<void>;
  readonly children: ReactNode;
}

/** "Exempt 3 posts", its fields, and the posts it concerns by name. */
export function LinesDialog({ lines, title, actionKey, onTake, onClose, children }: FrameProps) {
  const { t, formatList } = useText();
  const names = lines.map(({ post }) => post?.name ?? t("tasks.unknown"));
  const shown =
    names.length > 6 ? [...names.slice(0, 5), t("bulk.more", { count: names.length - 5 })] : names;
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void onTake()}>
            {t(actionKey)}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey={actionKey} onSave={onTake} />
        <p className={css["muted"]}>{formatList(shown)}</p>
        {children}
      </div>
    </Dialog>
  );
}

export function AssignDialog({ lines, onClose }: LinesDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const [owner, setOwner] = useState(lines.length === 1 ? (lines[0]?.task.owner ?? "") : "");
  const take = async () => {
    const said = t("bulk.assigned", { count: lines.length });
    if (
      await run(
        changeLines(lines, () => ({ owner: owner.trim() })),
        said,
      )
    )
      onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("bulk.assign.title", { count: lines.length })}
      actionKey="bulk.assign"
      onTake={take}
    >
      <TextField
        label={t("bulk.owner")}
        hint={t("bulk.owner.hint")}
        value={owner}
        onChange={setOwner}
        takesFocus
      />
    </LinesDialog>
  );
}

export function ExemptDialog({ lines, onClose }: LinesDialogProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const [reason, setReason] = useState<DemarcheTask["exemptReason"]>(lines[0]?.task.exemptReason ?? null);
  const [note, setNote] = useState(lines[0]?.task.exemptNote ?? "");
  const [clearedBy, setClearedBy] = useState(lines[0]?.task.exemptClearedBy ?? "");
  const [isAsked, setAsked] = useState(false);
  const take = async () => {
    setAsked(true);
    if (reason === null || clearedBy.trim() === "") return;
    const values = { exemptReason: reason, exemptNote: note.trim(), exemptClearedBy: clearedBy.trim() };
    if (
      await run(
        changeLines(lines, () => values, note.trim() || enumText("exemptReason", reason)),
        t("bulk.exempted", { count: lines.length }),
      )
    )
      onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("bulk.exempt.title", { count: lines.length })}
      actionKey="bulk.exempt"
      onTake={take}
    >
      <p>{t("bulk.exempt.effect")}</p>
      <Select
        label={t("bulk.exempt.reason")}
        options={exemptReasons.map((id) => ({ id, label: enumText("exemptReason", id) }))}
        value={reason}
        onChange={setReason}
        error={isAsked && reason === null ? t("bulk.exempt.reason-needed") : undefined}
      />
      <TextField
        label={t("bulk.exempt.cleared-by")}
        hint={t("bulk.exempt.cleared-by.hint")}
        value={clearedBy}
        onChange={setClearedBy}
        error={isAsked && clearedBy.trim() === "" ? t("bulk.exempt.cleared-by-needed") : undefined}
      />
      <TextArea label={t("bulk.note")} isOptional value={note} onChange={setNote} rows={2} />
    </LinesDialog>
  );
}

/** The day a task is due at its post now: what a shift by days counts from. */
function dueDay(due: Due | null): string | null {
  return due?.kind === "dated" ? due.on : null;
}

export function ShiftDialog({ lines, onClose }: LinesDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const { today } = useWorkspace();
  const [which, setWhich] = useState<"deliverBy" | "reportBy">("deliverBy");
  const [how, setHow] = useState<"to" | "by" | "back">("to");
  const [day, setDay] = useState<string | null>(null);
  const [days, setDays] = useState<number | null>(2);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const dayOf = (line: TaskLine): string | null => {
    if (how === "back") return null;
    if (how === "to") return day;
    const from = dueDay(which === "deliverBy" ? line.timing.deliver : line.timing.report) ?? today;
    return addDays(from, days ?? 0);
  };
  const lacksDay = (how === "to" && day === null) || (how === "by" && days === null);
  const take = async () => {
    setAsked(true);
    if (lacksDay || reason.trim() === "") return;
    const byTask = new Map(lines.map((line) => [line.task.id, dayOf(line)]));
    const request = changeLines(lines, ({ task }) => ({ [which]: byTask.get(task.id) ?? null }), reason);
    if (await run(request, t("bulk.shifted", { count: lines.length }))) onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("bulk.shift.title", { count: lines.length })}
      actionKey="bulk.shift"
      onTake={take}
    >
      <RadioGroup
        label={t("bulk.shift.which")}
        isInline
        options={[
          { id: "deliverBy", label: t("directive.field.deliverBy") },
          { id: "reportBy", label: t("directive.field.reportBy") },
        ]}
        value={which}
        onChange={setWhich}
      />
      <RadioGroup
        label={t("bulk.shift.how")}
        options={[
          { id: "to", label: t("bulk.shift.to") },
          { id: "by", label: t("bulk.shift.by") },
          { id: "back", label: t("bulk.shift.back") },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === "to" && (
        <DateField
          label={t("bulk.shift.day")}
          hint={t("deadline.day.hint")}
          value={day}
          onChange={setDay}
          error={isAsked && day === null ? t("bulk.shift.day-needed") : undefined}
        />
      )}
      {how === "by" && (
        <NumberField
          label={t("bulk.shift.days")}
          hint={t("bulk.shift.days.hint")}
          value={days}
          onChange={setDays}
          min={-60}
          max={365}
          error={isAsked && days === null ? t("bulk.shift.days-needed") : undefined}
        />
      )}
      <TextField
        label={t("bulk.shift.reason")}
        hint={t("bulk.shift.reason.hint")}
        value={reason}
        onChange={setReason}
        error={isAsked && reason.trim() === "" ? t("bulk.shift.reason-needed") : undefined}
      />
    </LinesDialog>
  );
}
