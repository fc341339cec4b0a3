// What the instruction cites: cables, statements, laws, dated meetings, with the line quoted from each.
import { Trash2 } from "lucide-react";
import { referenceKinds } from "#core/model/enums.ts";
import type { Reference } from "#core/model/reference.ts";
import { changeReferences } from "#data/directives.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import css from "./instruction-tab.module.css";
import type { InstructionFieldsProps } from "./instruction-fields.tsx";

type Cited = Pick<Reference, "id" | "label" | "kind" | "title" | "issuer" | "on" | "mrn" | "quote">;

function citedOf({ id, label, kind, title, issuer, on, mrn, quote }: Reference): Cited {
  return { id, label, kind, title, issuer, on, mrn, quote };
}

function blank(): Cited {
  return { id: newId(), label: "", kind: "cable", title: "", issuer: "", on: null, mrn: "", quote: "" };
}

function isNamed({ title, mrn }: Cited): boolean {
  return title.trim() !== "" || mrn.trim() !== "";
}

export function ReferencesField({ view, open, onOpenChange, onShowSource }: InstructionFieldsProps) {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { directive, references } = view.file;
  const span = Object.keys(directive.sourceSpans).find((key) => key.startsWith("references"));
  return (
    <EditableField<readonly Cited[]>
      id="references"
      label={t("directive.field.references")}
      open={open}
      onOpenChange={onOpenChange}
      onShowSource={span === undefined ? undefined : () => onShowSource(span)}
      value={references.length > 0 ? references.map(citedOf) : [blank()]}
      renderEditor={(value, change) => (
        <div className={stack["stack"]}>
          {value.map((cited) => (
            <ReferenceBox
              key={cited.id}
              cited={cited}
              onChange={(next) => change(value.map((other) => (other.id === cited.id ? next : other)))}
              onRemove={() => change(value.filter((other) => other.id !== cited.id))}
            />
          ))}
          <div>
            <Button size="small" onPress={() => change([...value, blank()])}>
              {t("reference.add")}
            </Button>
          </div>
        </div>
      )}
      onSave={(value) => run(changeReferences(directive, references, value.filter(isNamed)))}
    >
      {references.length === 0 ? null : (
        <ul className={css["lines"]}>
          {references.map(({ id, label, kind, title, issuer, on, mrn, quote }) => (
            <li key={id}>
              {label !== "" && `${label}. `}
              <bdi>{[mrn, title].filter(Boolean).join(" ")}</bdi>{" "}
              <span className={css["quiet"]}>
                {[enumText("referenceKind", kind), issuer, on === null ? "" : formatDay(on)]
                  .filter(Boolean)
                  .join(", ")}
              </span>
              {quote !== "" && (
                <span className={css["quiet"]}>
                  {" "}
                  <q>
                    <bdi>{quote}</bdi>
                  </q>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </EditableField>
  );
}

interface ReferenceBoxProps {
  readonly cited: Cited;
  readonly onChange: (next: Cited) => void;
  readonly onRemove: () => void;
}

function ReferenceBox({ cited, onChange, onRemove }: ReferenceBoxProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const set = (patch: Partial<Cited>) => onChange({ ...cited, ...patch });
  return (
    <div className={css["box"]}>
      <div className={stack["row"]}>
        <Select
          label={t("reference.kind")}
          options={referenceKinds.map((id) => ({ id, label: enumText("referenceKind", id) }))}
          value={cited.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={t("reference.label")}
          isOptional
          value={cited.label}
          onChange={(label) => set({ label })}
        />
      </div>
      <TextField label={t("reference.mrn")} isOptional value={cited.mrn} onChange={(mrn) => set({ mrn })} />
      <TextField
        label={t("reference.title")}
        isOptional={cited.mrn.trim() !== ""}
        value={cited.title}
        onChange={(title) => set({ title })}
        isForeign
      />
      <div className={stack["row"]}>
        <TextField
          label={t("reference.issuer")}
          isOptional
          value={cited.issuer}
          onChange={(issuer) => set({ issuer })}
          isForeign
        />
        <DateField label={t("reference.on")} isOptional value={cited.on} onChange={(on) => set({ on })} />
      </div>
      <TextArea
        label={t("reference.quote")}
        isOptional
        value={cited.quote}
        onChange={(quote) => set({ quote })}
        rows={2}
      />
      <div className={css["boxFoot"]}>
        <IconButton
          size="small"
          label={t("reference.remove")}
          icon={<Trash2 aria-hidden />}
          onPress={onRemove}
        />
      </div>
    </div>
  );
}
