// What the instruction is after: one or several objectives, each with its kind.
import { Trash2 } from "lucide-react";
import { objectiveKinds } from "#core/model/enums.ts";
import type { Directive } from "#core/model/directive.ts";
import { changeDirectiveMap } from "#data/directives.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import css from "./instruction-tab.module.css";
import type { InstructionFieldsProps } from "./instruction-fields.tsx";

type Objectives = Directive["objectives"];

/** Objectives without words are left out. */
function worded(objectives: Objectives): Objectives {
  return Object.fromEntries(Object.entries(objectives).filter(([, { text }]) => text.trim() !== ""));
}

function ObjectivesEditor(props: {
  readonly value: Objectives;
  readonly onChange: (value: Objectives) => void;
}) {
  const { t } = useText();
  const enumText = useEnumText();
  const { value, onChange } = props;
  return (
    <div className={stack["stack"]}>
      {Object.entries(value).map(([key, objective]) => (
        <div key={key} className={css["box"]}>
          <Select
            label={t("objective.kind")}
            options={objectiveKinds.map((id) => ({ id, label: enumText("objectiveKind", id) }))}
            value={objective.kind}
            onChange={(kind) => onChange({ ...value, [key]: { ...objective, kind } })}
          />
          <TextArea
            label={t("objective.text")}
            value={objective.text}
            onChange={(text) => onChange({ ...value, [key]: { ...objective, text } })}
            rows={2}
          />
          <div className={css["boxFoot"]}>
            <IconButton
              size="small"
              label={t("objective.remove")}
              icon={<Trash2 aria-hidden />}
              onPress={() => onChange(Object.fromEntries(Object.entries(value).filter(([id]) => id !== key)))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button size="small" onPress={() => onChange({ ...value, [newId()]: { kind: "inform", text: "" } })}>
          {t("objective.add")}
        </Button>
      </div>
    </div>
  );
}

export function ObjectivesField({ view, open, onOpenChange, onShowSource }: InstructionFieldsProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { directive } = view.file;
  const entries = Object.entries(directive.objectives);
  const span = Object.keys(directive.sourceSpans).find((key) => key.startsWith("objectives"));
  return (
    <EditableField<Objectives>
      id="objectives"
      label={t("directive.field.objectives")}
      open={open}
      onOpenChange={onOpenChange}
      onShowSource={span === undefined ? undefined : () => onShowSource(span)}
      value={entries.length > 0 ? directive.objectives : { [newId()]: { kind: "inform", text: "" } }}
      renderEditor={(value, change) => <ObjectivesEditor value={value} onChange={change} />}
      onSave={(value) => run(changeDirectiveMap(directive, "objectives", worded(value)))}
    >
      {entries.length === 0 ? null : (
        <ul className={css["lines"]}>
          {entries.map(([key, { kind, text }]) => (
            <li key={key} className={css["inline"]}>
              <Badge>{enumText("objectiveKind", kind)}</Badge> <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
    </EditableField>
  );
}
