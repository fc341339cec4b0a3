// The dates of one task. Tasked, delivered, reported and answered are four facts, each entered by whoever knows it.
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "../parts/deadline-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { InstantField } from "../parts/instant-field.tsx";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { changeLines } from "./task-change.ts";
import type { TaskPartProps } from "./task-fields.tsx";
import css from "./task-panel.module.css";

const steps = ["acknowledgedAt", "appointmentRequestedAt", "scheduledFor"] as const;

export function TaskDates({ line, timeZone, ...field }: TaskPartProps & { readonly timeZone: string }) {
  const { t, formatInstant } = useText();
  const run = useCommand();
  const { task } = line;
  const save = (values: Partial<DemarcheTask>) => run(changeLines([line], () => values));
  const clock = (at: string) => `${formatInstant(at, timeZone)} ${cityOf(timeZone)}`;
  const plain = (which: "taskedAt" | "answeredAt" | "closedAt" | (typeof steps)[number]) => (
    <EditableField<string | null>
      key={which}
      {...field}
      id={which}
      label={t(`task.date.${which}`)}
      unset={t("task.date.none")}
      value={task[which]}
      renderEditor={(value, change) => (
        <InstantField label={t(`task.date.${which}`)} value={value} timeZone={timeZone} onChange={change} />
      )}
      onSave={(value) => save({ [which]: value })}
    >
      {task[which] === null ? null : clock(task[which])}
    </EditableField>
  );
  return (
    <div className={css["fields"]}>
      {plain("taskedAt")}
      {steps.map((step) => (task[step] === null && task.deliveredAt !== null ? null : plain(step)))}
      <EditableField<{ readonly at: string | null; readonly partly: boolean }>
        {...field}
        id="deliveredAt"
        label={t("task.date.deliveredAt")}
        unset={t("task.date.none")}
        value={{ at: task.deliveredAt, partly: task.partlyDelivered }}
        renderEditor={(value, change) => (
          <div className={stack["stack"]}>
            <InstantField
              label={t("task.date.deliveredAt")}
              hint={t("task.date.deliveredAt.hint")}
              value={value.at}
              timeZone={timeZone}
              onChange={(at) => change({ ...value, at })}
            />
            <Checkbox isSelected={value.partly} onChange={(partly) => change({ ...value, partly })}>
              {t("task.partly")}
            </Checkbox>
          </div>
        )}
        onSave={({ at, partly }) => save({ deliveredAt: at, partlyDelivered: partly && at !== null })}
      >
        {task.deliveredAt === null ? null : (
          <>
            {clock(task.deliveredAt)}
            {task.partlyDelivered && <span className={css["muted"]}> {t("task.partly")}</span>}
          </>
        )}
      </EditableField>
      <EditableField<{ readonly at: string | null; readonly mrn: string }>
        {...field}
        id="reportedAt"
        label={t("task.date.reportedAt")}
        unset={t("task.date.none")}
        value={{ at: task.reportedAt, mrn: task.replyMrn }}
        renderEditor={(value, change) => (
          <div className={stack["stack"]}>
            <InstantField
              label={t("task.date.reportedAt")}
              value={value.at}
              timeZone={timeZone}
              onChange={(at) => change({ ...value, at })}
            />
            <TextField
              label={t("task.reply-mrn")}
              isOptional
              value={value.mrn}
              onChange={(mrn) => change({ ...value, mrn })}
            />
          </div>
        )}
        onSave={({ at, mrn }) => save({ reportedAt: at, replyMrn: mrn.trim() })}
      >
        {task.reportedAt === null ? null : (
          <>
            {clock(task.reportedAt)}{" "}
            {task.replyMrn !== "" && <bdi className={css["muted"]}>{task.replyMrn}</bdi>}
          </>
        )}
      </EditableField>
      {plain("answeredAt")}
      {task.closedAt !== null && plain("closedAt")}
    </div>
  );
}
