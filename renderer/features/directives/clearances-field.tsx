// Who cleared the instruction, and how far: in full, in draft, in substance, for information, in part.
import { Trash2 } from "lucide-react";
import type { Directive } from "#core/model/directive.ts";
import { clearanceKinds } from "#core/model/enums.ts";
import { changeDirectiveMap } from "#data/directives.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import css from "./instruction-tab.module.css";
import type { InstructionFieldsProps } from "./instruction-fields.tsx";

type Clearances = Directive["clearances"];
const blank = { by: "", kind: "full", note: "" } as const;

export function ClearancesField({ view, open, onOpenChange }: InstructionFieldsProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { directive } = view.file;
  const entries = Object.entries(directive.clearances);
  const keep = (value: Clearances) => {
    const named = Object.entries(value).filter(([, { by }]) => by.trim() !== "");
    return run(changeDirectiveMap(directive, "clearances", Object.fromEntries(named)));
  };
  return (
    <EditableField<Clearances>
      id="clearances"
      label={t("directive.field.clearances")}
      open={open}
      onOpenChange={onOpenChange}
      value={entries.length > 0 ? directive.clearances : { [newId()]: blank }}
      renderEditor={(value, change) => (
        <div className={stack["stack"]}>
          {Object.entries(value).map(([key, clearance]) => {
            const set = (patch: Partial<typeof clearance>) =>
              change({ ...value, [key]: { ...clearance, ...patch } });
            return (
              <div key={key} className={css["box"]}>
                <div className={stack["row"]}>
                  <TextField
                    label={t("clearance.by")}
                    value={clearance.by}
                    onChange={(by) => set({ by })}
                    isForeign
                  />
                  <Select
                    label={t("clearance.kind")}
                    options={clearanceKinds.map((id) => ({ id, label: enumText("clearanceKind", id) }))}
                    value={clearance.kind}
                    onChange={(kind) => set({ kind })}
                  />
                </div>
                <TextField
                  label={t("clearance.note")}
                  isOptional
                  value={clearance.note}
                  onChange={(note) => set({ note })}
                />
                <div className={css["boxFoot"]}>
                  <IconButton
                    size="small"
                    label={t("clearance.remove")}
                    icon={<Trash2 aria-hidden />}
                    onPress={() =>
                      change(Object.fromEntries(Object.entries(value).filter(([id]) => id !== key)))
                    }
                  />
                </div>
              </div>
            );
          })}
          <div>
            <Button size="small" onPress={() => change({ ...value, [newId()]: blank })}>
              {t("clearance.add")}
            </Button>
          </div>
        </div>
      )}
      onSave={keep}
    >
      {entries.length === 0 ? null : (
        <ul className={css["lines"]}>
          {entries.map(([key, { by, kind, note }]) => (
            <li key={key}>
              <bdi>{by}</bdi>{" "}
              <span className={css["quiet"]}>
                {enumText("clearanceKind", kind)}
                {note !== "" && (
                  <>
                    {". "}
                    <bdi>{note}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </EditableField>
  );
}
