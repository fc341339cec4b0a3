// What is asked of this one post, where it may differ from the directive: mode, rank, paper, language, days, owner.
import {
  type AddressKind,
  addressKinds,
  type Level,
  levels,
  type TaskingMode,
  taskingModes,
  type WrittenMaterial,
  writtenMaterials,
} from "#core/model/enums.ts";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Directive } from "#core/model/directive.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { allDirectives } from "#data/directives.ts";
import { useLive } from "#data/use-live.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { DirectivePicker } from "../parts/directive-picker.tsx";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { WhyField } from "../parts/why-field.tsx";
import { changeLines } from "./task-change.ts";
import css from "./task-panel.module.css";

export interface TaskPartProps {
  readonly line: TaskLine;
  readonly open: string | null;
  readonly onOpenChange: (open: string | null) => void;
}

const asDirective = "none";

/** A choice that may be left to the directive. */
function useInherited() {
  const { t } = useText();
  const enumText = useEnumText();
  return <M extends string>(list: string, members: readonly M[], base: M | null) => [
    {
      id: asDirective as M | typeof asDirective,
      label: base === null ? t("field.unset") : t("task.as-directive", { value: enumText(list, base) }),
    },
    ...members.map((id) => ({ id: id as M | typeof asDirective, label: enumText(list, id) })),
  ];
}

/** True where a post that had to act no longer has to. */
function isExempted(task: DemarcheTask, next: Pick<DemarcheTask, "addressed" | "mode">): boolean {
  const isExempt = (of: typeof next) => of.addressed === "exempt" || of.mode === "exempt";
  return isExempt(next) && !isExempt(task);
}

export function TaskFields({ line, directive, ...field }: TaskPartProps & { readonly directive: Directive }) {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const inherited = useInherited();
  const { due } = useDeadlineText();
  const run = useCommand();
  const live = useLive(allDirectives, []);
  const { task, timing } = line;
  const others = live.state === "ready" ? live.value.filter(({ id }) => id !== directive.id) : [];
  const separate = others.find(({ id }) => id === task.separateDirectiveId);
  const save = (values: Partial<DemarcheTask>, why?: string) => run(changeLines([line], () => values, why));
  const inheritedText = (list: string, own: string | null, base: string | null): string | undefined => {
    if (own !== null) return enumText(list, own);
    return base === null ? undefined : t("task.as-directive", { value: enumText(list, base) });
  };
  return (
    <div className={css["fields"]}>
      <EditableField<{ readonly addressed: AddressKind; readonly mode: TaskingMode; readonly why: string }>
        {...field}
        id="mode"
        label={t("task.field.mode")}
        value={{ addressed: task.addressed, mode: task.mode, why: "" }}
        renderEditor={(value, change) => (
          <div className={stack["stack"]}>
            <Select
              label={t("tasks.add.addressed")}
              options={addressKinds.map((id) => ({ id, label: enumText("addressKind", id) }))}
              value={value.addressed}
              onChange={(addressed) => change({ ...value, addressed })}
            />
            <Select
              label={t("task.field.mode")}
              options={taskingModes.map((id) => ({ id, label: enumText("taskingMode", id) }))}
              value={value.mode}
              onChange={(mode) => change({ ...value, mode })}
            />
            {isExempted(task, value) && (
              <WhyField value={value.why} onChange={(why) => change({ ...value, why })} />
            )}
          </div>
        )}
        onSave={async ({ why, ...values }) => {
          if (!isExempted(task, values)) return save(values);
          return why.trim() !== "" && save(values, why);
        }}
      >
        {enumText("addressKind", task.addressed)}, {enumText("taskingMode", task.mode)}
      </EditableField>
      <EditableField
        {...field}
        id="owner"
        label={t("task.field.owner")}
        value={task.owner}
        renderEditor={(value, change) => (
          <TextField label={t("task.field.owner")} value={value} onChange={change} isForeign />
        )}
        onSave={(owner) => save({ owner: owner.trim() })}
      >
        {task.owner === "" ? null : <bdi>{task.owner}</bdi>}
      </EditableField>
      {(["deliverBy", "reportBy"] as const).map((which) => {
        const shown = which === "deliverBy" ? timing.deliver : timing.report;
        const text = due(shown);
        return (
          <EditableField<{ readonly day: string | null; readonly why: string }>
            key={which}
            {...field}
            id={which}
            label={t(`directive.field.${which}`)}
            value={{ day: task[which], why: "" }}
            renderEditor={(value, change) => (
              <div className={stack["stack"]}>
                <DateField
                  label={t("task.own-day", { field: t(`directive.field.${which}`) })}
                  hint={t("task.own-day.hint")}
                  value={value.day}
                  onChange={(day) => change({ ...value, day })}
                />
                {value.day !== task[which] && (
                  <WhyField value={value.why} onChange={(why) => change({ ...value, why })} />
                )}
              </div>
            )}
            onSave={async ({ day, why }) => {
              if (day === task[which]) return true;
              return why.trim() === "" ? false : save({ [which]: day }, why);
            }}
          >
            {text === "" ? null : (
              <>
                {text}
                {shown?.kind === "dated" && shown.own && (
                  <span className={css["muted"]}> {t("task.own")}</span>
                )}
                {shown?.kind === "dated" && shown.lastHostDay !== shown.on && (
                  <span className={css["muted"]}>
                    {" "}
                    {t("task.last-host-day", { day: formatDay(shown.lastHostDay) })}
                  </span>
                )}
              </>
            )}
          </EditableField>
        );
      })}
      {(["level", "levelFallback"] as const).map((which) => (
        <EditableField<Level | typeof asDirective>
          key={which}
          {...field}
          id={which}
          label={t(`task.field.${which}`)}
          value={task[which] ?? asDirective}
          renderEditor={(value, change) => (
            <Select
              label={t(`task.field.${which}`)}
              options={inherited("level", levels, which === "level" ? directive.level : null)}
              value={value}
              onChange={change}
            />
          )}
          onSave={(value) => save({ [which]: value === asDirective ? null : value })}
        >
          {inheritedText("level", task[which], which === "level" ? directive.level : null)}
        </EditableField>
      ))}
      <EditableField<WrittenMaterial | typeof asDirective>
        {...field}
        id="writtenMaterial"
        label={t("task.field.writtenMaterial")}
        value={task.writtenMaterial ?? asDirective}
        renderEditor={(value, change) => (
          <Select
            label={t("task.field.writtenMaterial")}
            options={inherited("writtenMaterial", writtenMaterials, directive.writtenMaterial)}
            value={value}
            onChange={change}
          />
        )}
        onSave={(value) => save({ writtenMaterial: value === asDirective ? null : value })}
      >
        {inheritedText("writtenMaterial", task.writtenMaterial, directive.writtenMaterial)}
      </EditableField>
      <EditableField
        {...field}
        id="language"
        label={t("task.field.language")}
        value={task.language}
        renderEditor={(value, change) => (
          <TextField label={t("task.field.language")} value={value} onChange={change} />
        )}
        onSave={(language) => save({ language: language.trim() })}
      >
        {task.language}
      </EditableField>
      <EditableField
        {...field}
        id="infoTo"
        label={t("task.field.infoTo")}
        value={task.infoTo}
        renderEditor={(value, change) => (
          <TagList label={t("task.field.infoTo")} value={value} onChange={change} />
        )}
        onSave={(infoTo) => save({ infoTo })}
      >
        {task.infoTo.join(", ")}
      </EditableField>
      <EditableField<string | null>
        {...field}
        id="separate"
        label={t("task.field.separate")}
        unset={t("task.no-separate")}
        value={task.separateDirectiveId}
        renderEditor={(value, change) => (
          <DirectivePicker
            label={t("task.field.separate")}
            hint={t("task.field.separate.hint")}
            directives={others}
            value={value}
            onChange={change}
          />
        )}
        onSave={(separateDirectiveId) =>
          save(
            separateDirectiveId === null
              ? { separateDirectiveId }
              : { separateDirectiveId, mode: "separateInstruction" },
          )
        }
      >
        {separate && <Link to={links.directive(separate.id)}>{separate.mrn || separate.subject}</Link>}
      </EditableField>
      <EditableField
        {...field}
        id="note"
        label={t("task.field.note")}
        value={task.note}
        renderEditor={(value, change) => (
          <TextArea label={t("task.field.note")} value={value} onChange={change} rows={3} />
        )}
        onSave={(note) => save({ note })}
      >
        {task.note === "" ? null : <bdi>{task.note}</bdi>}
      </EditableField>
    </div>
  );
}
