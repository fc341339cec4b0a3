// The structured instruction, field by field: what it is, what it asks, by when, and who cleared it.
import {
  type Level,
  levels,
  type Marking,
  markings,
  type Precedence,
  precedences,
  type WrittenMaterial,
  writtenMaterials,
} from "#core/model/enums.ts";
import type { Deadline, Directive, directives } from "#core/model/directive.ts";
import type { PatchOf } from "#core/model/entity.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { slips } from "#core/rules/slip.ts";
import { addIssue, changeDirective } from "#data/directives.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { newId } from "#data/ids.ts";
import { Attachments } from "../parts/attachments.tsx";
import { DeadlineEditor, isWholeDeadline } from "../parts/deadline-editor.tsx";
import { cityOf, useDeadlineText } from "../parts/deadline-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { InstantField } from "../parts/instant-field.tsx";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { WhyField } from "../parts/why-field.tsx";
import type { CaseView } from "./case-view.ts";
import { ClearancesField } from "./clearances-field.tsx";
import css from "./instruction-tab.module.css";
import { ObjectivesField } from "./objectives-field.tsx";
import { ReferencesField } from "./references-field.tsx";

export interface InstructionFieldsProps {
  readonly view: CaseView;
  readonly open: string | null;
  readonly onOpenChange: (open: string | null) => void;
  readonly onShowSource: (spanKey: string) => void;
}

type LineField = "mrn" | "subject" | "origin" | "drafter" | "approver" | "levelNote" | "contact";
type ProseField = "ask" | "background" | "reportingRequirement";
type ListField = "captions" | "tags" | "infoTo";
const nothing = "none";

/** PRIORITY is read from old cables and kept, but no longer given. */
function offered(current: Precedence | null): readonly Precedence[] {
  return precedences.filter((id) => id !== "priority" || current === "priority");
}

/** What each kind of field is given: the directive, which field is open, and how to keep a change. */
function useFields({ view, open, onOpenChange, onShowSource }: InstructionFieldsProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const { deadline } = useDeadlineText();
  const run = useCommand();
  const { directive } = view.file;
  const save = (values: PatchOf<typeof directives>, why?: string) =>
    run(changeDirective(directive.id, directive.scope, values, why));
  // Until posts have it, a date is only being set.
  const isSlip = (id: "deliverBy" | "reportBy", next: Deadline | null) =>
    directive.status !== "draft" && slips(directive[id]?.value ?? null, next?.value ?? null);
  const common = (id: keyof Directive) => ({
    id,
    label: t(`directive.field.${id}` as "directive.field.mrn"),
    open,
    onOpenChange,
    onShowSource: Object.hasOwn(directive.sourceSpans, id) ? () => onShowSource(id) : undefined,
  });
  return {
    save,
    line: (id: LineField) => (
      <EditableField
        {...common(id)}
        value={directive[id]}
        renderEditor={(value, change) => (
          <TextField label={common(id).label} value={value} onChange={change} isForeign />
        )}
        onSave={(value) => save({ [id]: value.trim() })}
      >
        {directive[id] === "" ? null : <bdi>{directive[id]}</bdi>}
      </EditableField>
    ),
    prose: (id: ProseField, unset?: string) => (
      <EditableField
        {...common(id)}
        unset={unset}
        value={directive[id]}
        renderEditor={(value, change) => (
          <TextArea label={common(id).label} value={value} onChange={change} rows={4} />
        )}
        onSave={(value) => save({ [id]: value.trim() })}
      >
        {directive[id] === "" ? null : <bdi>{directive[id]}</bdi>}
      </EditableField>
    ),
    list: (id: ListField) => (
      <EditableField<readonly string[]>
        {...common(id)}
        value={directive[id]}
        renderEditor={(value, change) => <TagList label={common(id).label} value={value} onChange={change} />}
        onSave={(value) => save({ [id]: value })}
      >
        {directive[id].join(", ")}
      </EditableField>
    ),
    deadline: (id: "deliverBy" | "reportBy") => (
      <EditableField<{ readonly next: Deadline | null; readonly why: string }>
        {...common(id)}
        value={{ next: directive[id], why: "" }}
        renderEditor={(value, change) => (
          <div className={stack["stack"]}>
            <DeadlineEditor
              label={common(id).label}
              value={value.next}
              onChange={(next) => change({ ...value, next })}
            />
            {isSlip(id, value.next) && (
              <WhyField value={value.why} onChange={(why) => change({ ...value, why })} />
            )}
          </div>
        )}
        onSave={async ({ next, why }) => {
          if (!isWholeDeadline(next)) return false;
          if (!isSlip(id, next)) return save({ [id]: next });
          return why.trim() !== "" && save({ [id]: next }, why.trim());
        }}
      >
        {directive[id] === null ? null : (
          <span className={css["inline"]}>
            {deadline(directive[id])}
            {directive[id].text !== "" && directive[id].text !== deadline(directive[id]) && (
              <q className={css["quiet"]}>
                <bdi>{directive[id].text}</bdi>
              </q>
            )}
          </span>
        )}
      </EditableField>
    ),
    choice: <M extends string>(
      id: "precedence" | "level" | "writtenMaterial",
      list: string,
      members: readonly M[],
      value: M | null,
      keep: (value: M | null) => Promise<boolean>,
    ) => (
      <EditableField<M | typeof nothing>
        {...common(id)}
        value={value ?? nothing}
        renderEditor={(chosen, change) => (
          <Select<M | typeof nothing>
            label={common(id).label}
            options={[
              { id: nothing, label: t("field.unset") },
              ...members.map((member) => ({ id: member, label: enumText(list, member) })),
            ]}
            value={chosen}
            onChange={change}
          />
        )}
        onSave={(chosen) => keep(chosen === nothing ? null : chosen)}
      >
        {value === null ? null : enumText(list, value)}
      </EditableField>
    ),
    common,
  };
}

export function InstructionFields(props: InstructionFieldsProps) {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const run = useCommand();
  const { save, line, prose, list, deadline, choice, common } = useFields(props);
  const { directive, issues } = props.view.file;
  const timeZone = zoneFrom(settings.capitalTimeZone);
  const issue = issues.find(({ id }) => id === directive.issueId);
  const group = {
    view: props.view,
    open: props.open,
    onOpenChange: props.onOpenChange,
    onShowSource: props.onShowSource,
  };
  return (
    <>
      <Section title={t("directive.group.asks")}>
        <div className={css["group"]}>
          {line("subject")}
          <ObjectivesField {...group} />
          {prose("ask", t("directive.no-ask"))}
          {choice<Level>("level", "level", levels, directive.level, (level) => save({ level }))}
          {line("levelNote")}
          {choice<WrittenMaterial>(
            "writtenMaterial",
            "writtenMaterial",
            writtenMaterials,
            directive.writtenMaterial,
            (writtenMaterial) => save({ writtenMaterial }),
          )}
          {prose("reportingRequirement")}
          {prose("background")}
          <EditableField<string | null>
            {...common("issueId")}
            value={directive.issueId}
            renderEditor={(value, change) => (
              <ComboBox
                label={t("directive.field.issueId")}
                hint={t("directive.field.issueId.hint")}
                options={issues.map(({ id, name }) => ({ id, label: name }))}
                value={value}
                onChange={change}
                onCreate={(name) => {
                  const id = newId();
                  void run(addIssue(id, name)).then((isKept) => isKept && change(id));
                }}
              />
            )}
            onSave={(issueId) => save({ issueId })}
          >
            {issue && <bdi>{issue.name}</bdi>}
          </EditableField>
        </div>
      </Section>
      <Section title={t("directive.group.deadlines")}>
        <div className={css["group"]}>
          {deadline("deliverBy")}
          {deadline("reportBy")}
        </div>
      </Section>
      <Section title={t("directive.group.header")}>
        <div className={css["group"]}>
          {line("mrn")}
          <EditableField<string | null>
            {...common("sentAt")}
            value={directive.sentAt}
            renderEditor={(value, change) => (
              <InstantField
                label={t("directive.field.sentAt")}
                value={value}
                timeZone={timeZone}
                onChange={change}
              />
            )}
            onSave={(sentAt) => save({ sentAt })}
          >
            {directive.sentAt === null
              ? null
              : `${formatInstant(directive.sentAt, timeZone)} ${cityOf(timeZone)}`}
          </EditableField>
          {line("origin")}
          <EditableField<Marking>
            {...common("marking")}
            value={directive.marking}
            renderEditor={(value, change) => (
              <Select
                label={t("directive.field.marking")}
                options={markings.map((id) => ({ id, label: enumText("marking", id) }))}
                value={value}
                onChange={change}
              />
            )}
            onSave={(marking) => save({ marking })}
          >
            {enumText("marking", directive.marking)}
          </EditableField>
          {list("captions")}
          {choice<Precedence>(
            "precedence",
            "precedence",
            offered(directive.precedence),
            directive.precedence,
            (precedence) => save({ precedence }),
          )}
          {list("tags")}
          {list("infoTo")}
          <ReferencesField {...group} />
        </div>
      </Section>
      <Section title={t("directive.group.clearance")}>
        <div className={css["group"]}>
          {line("drafter")}
          <ClearancesField {...group} />
          {line("approver")}
          {line("contact")}
        </div>
      </Section>
      <Attachments
        record={{ table: "directives", id: directive.id }}
        scope={directive.scope}
        marking={directive.marking}
      />
    </>
  );
}
