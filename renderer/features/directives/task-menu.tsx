// Steps of one task beside logging an engagement: acknowledge, hold, amend, end without delivery, exempt, close.
import { useState } from "react";
import { notDeliveredReasons } from "#core/model/enums.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { MenuButton, type MenuAction } from "#ui/controls/menu-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { ExemptDialog, LinesDialog, type LinesDialogProps } from "./bulk-dialogs.tsx";
import { changeLines } from "./task-change.ts";

type Step =
  | "acknowledge"
  | "requested"
  | "hold"
  | "release"
  | "amend"
  | "exempt"
  | "unexempt"
  | "notDelivered"
  | "redeliver"
  | "close"
  | "reopen";

export function TaskMenu({ line }: { readonly line: TaskLine }) {
  const { t } = useText();
  const run = useCommand();
  const { now } = useWorkspace();
  const [asked, setAsked] = useState<"exempt" | "notDelivered" | "amend" | null>(null);
  const { task } = line;
  const has: Readonly<Record<Step, boolean>> = {
    acknowledge: task.acknowledgedAt === null && task.deliveredAt === null,
    requested: task.appointmentRequestedAt === null && task.deliveredAt === null,
    hold: !task.onHold && task.deliveredAt === null,
    release: task.onHold,
    amend: task.deliveredAt === null,
    exempt: task.exemptReason === null,
    unexempt: task.exemptReason !== null,
    notDelivered: task.notDeliveredReason === null && task.deliveredAt === null,
    redeliver: task.notDeliveredReason !== null,
    close: task.closedAt === null,
    reopen: task.closedAt !== null,
  };
  const values: Readonly<Partial<Record<Step, Partial<DemarcheTask>>>> = {
    acknowledge: { acknowledgedAt: now },
    requested: { appointmentRequestedAt: now },
    hold: { onHold: true },
    release: { onHold: false },
    unexempt: { exemptReason: null, exemptNote: "", exemptClearedBy: "" },
    redeliver: { notDeliveredReason: null, notDeliveredNote: "" },
    close: { closedAt: now },
    reopen: { closedAt: null },
  };
  const groupStarts: ReadonlySet<Step> = new Set(["exempt", "unexempt", "close", "reopen"]);
  const actions = (Object.keys(has) as Step[]).flatMap((id): MenuAction<Step>[] =>
    has[id] ? [{ id, label: t(`task.step.${id}`), startsGroup: groupStarts.has(id) }] : [],
  );
  const take = (step: Step) => {
    if (step === "exempt" || step === "notDelivered" || step === "amend") return setAsked(step);
    const patch = values[step];
    if (patch !== undefined)
      void run(
        changeLines([line], () => patch),
        t(`task.step.${step}.done`),
      );
  };
  const shared = { lines: [line], onClose: () => setAsked(null) };
  return (
    <>
      <MenuButton label={t("task.more")} actions={actions} onAction={take} />
      {asked === "exempt" && <ExemptDialog {...shared} />}
      {asked === "notDelivered" && <NotDeliveredDialog {...shared} />}
      {asked === "amend" && <AmendDialog {...shared} />}
    </>
  );
}

function NotDeliveredDialog({ lines, onClose }: LinesDialogProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const [reason, setReason] = useState<DemarcheTask["notDeliveredReason"]>(null);
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const take = async () => {
    setAsked(true);
    if (reason === null) return;
    const request = changeLines(
      lines,
      () => ({ notDeliveredReason: reason, notDeliveredNote: note.trim() }),
      note,
    );
    if (await run(request, t("task.step.notDelivered.done"))) onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("task.step.notDelivered")}
      actionKey="task.step.notDelivered"
      onTake={take}
    >
      <p>{t("task.not-delivered.effect")}</p>
      <Select
        label={t("task.not-delivered.reason")}
        options={notDeliveredReasons.map((id) => ({ id, label: enumText("notDeliveredReason", id) }))}
        value={reason}
        onChange={setReason}
        error={isAsked && reason === null ? t("task.not-delivered.needed") : undefined}
      />
      <TextArea label={t("bulk.note")} isOptional value={note} onChange={setNote} rows={2} />
    </LinesDialog>
  );
}

function AmendDialog({ lines, onClose }: LinesDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const [text, setText] = useState(lines[0]?.task.amendmentRequest ?? "");
  const take = async () => {
    const request = changeLines(lines, () => ({ amendmentRequest: text.trim() }));
    if (await run(request, t("task.step.amend.done"))) onClose();
  };
  return (
    <LinesDialog
      lines={lines}
      onClose={onClose}
      title={t("task.step.amend")}
      actionKey="field.keep"
      onTake={take}
    >
      <TextArea
        label={t("task.amend.text")}
        hint={t("task.amend.hint")}
        value={text}
        onChange={setText}
        rows={4}
      />
    </LinesDialog>
  );
}
