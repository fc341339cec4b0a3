// Editing one field of a review, by the kind of its value.
import type { ReviewValue } from "#core/cable/review.ts";
import {
  levels,
  type Marking,
  markings,
  objectiveKinds,
  pointKinds,
  precedences,
  taskingModes,
  writtenMaterials,
} from "#core/model/enums.ts";
import { isAbove } from "#core/rules/marking.ts";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { DeadlineEditor } from "../parts/deadline-editor.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { InstantField } from "../parts/instant-field.tsx";
import stack from "../parts/stack.module.css";
import { useWorkspace } from "../parts/workspace.tsx";

export interface ReviewEditorProps {
  readonly label: string;
  readonly value: ReviewValue;
  readonly onChange: (value: ReviewValue) => void;
}

type Structured = Exclude<ReviewValue, string>;
type OfKind<K extends Structured["kind"]> = Extract<Structured, { readonly kind: K }>;
interface KindProps<K extends Structured["kind"]> {
  readonly label: string;
  readonly value: OfKind<K>;
  readonly onChange: (value: ReviewValue) => void;
}

const notSaid = "none";
const longLine = 90;

export function ReviewEditor({ label, value, onChange }: ReviewEditorProps) {
  const enumText = useEnumText();
  if (typeof value === "string") {
    return value.length > longLine || value.includes("\n") ? (
      <TextArea label={label} value={value} onChange={onChange} rows={4} />
    ) : (
      <TextField label={label} value={value} onChange={onChange} isForeign />
    );
  }
  switch (value.kind) {
    case "marking":
      return <MarkingEditor label={label} value={value} onChange={onChange} />;
    case "precedence":
      return (
        <Select
          label={label}
          options={precedences.map((id) => ({ id, label: enumText("precedence", id) }))}
          value={value.precedence}
          onChange={(precedence) => onChange({ ...value, precedence })}
        />
      );
    case "instant":
      return (
        <InstantField
          label={label}
          value={value.at === "" ? null : value.at}
          timeZone="UTC"
          onChange={(at) => onChange({ ...value, at: at ?? "", text: at === null ? "" : groupOf(at) })}
        />
      );
    case "list":
      return (
        <TagList label={label} value={value.words} onChange={(words) => onChange({ ...value, words })} />
      );
    case "reference":
      return <ReferenceEditor label={label} value={value} onChange={onChange} />;
    case "objective":
      return (
        <div className={stack["stack"]}>
          <Select
            label={label}
            options={objectiveKinds.map((id) => ({ id, label: enumText("objectiveKind", id) }))}
            value={value.objective}
            onChange={(objective) => onChange({ ...value, objective })}
          />
          <WordsField value={value.text} onChange={(text) => onChange({ ...value, text })} />
        </div>
      );
    case "level":
      return (
        <div className={stack["stack"]}>
          <MaybeSelect
            label={label}
            list="level"
            members={levels}
            value={value.level}
            onChange={(level) => onChange({ ...value, level })}
          />
          <WordsField value={value.text} onChange={(text) => onChange({ ...value, text })} />
        </div>
      );
    case "written":
      return (
        <div className={stack["stack"]}>
          <MaybeSelect
            label={label}
            list="writtenMaterial"
            members={writtenMaterials}
            value={value.material}
            onChange={(material) => onChange({ ...value, material })}
          />
          <WordsField value={value.text} onChange={(text) => onChange({ ...value, text })} />
        </div>
      );
    case "mode":
      return (
        <Select
          label={label}
          options={taskingModes.map((id) => ({ id, label: enumText("taskingMode", id) }))}
          value={value.mode}
          onChange={(mode) => onChange({ ...value, mode })}
        />
      );
    case "point":
      return <PointEditor label={label} value={value} onChange={onChange} />;
    case "deadline":
      return (
        <DeadlineEditor
          label={label}
          value={{ ...value.deadline, timeZone: null }}
          onChange={(next) =>
            onChange({
              kind: "deadline",
              deadline:
                next === null
                  ? { kind: "soonest", value: null, text: "" }
                  : { kind: next.kind, value: next.value, text: next.text },
            })
          }
        />
      );
    case "addressee":
    case "postInstruction":
      // These are settled by choosing posts and their modes, not by rewriting the cable's words.
      return null;
  }
}

function two(value: number): string {
  return String(value % 100).padStart(2, "0");
}

/** "201530Z NOV 26": an instant as a date-time group. */
function groupOf(at: string): string {
  const { day, hour, minute, year, month } = Temporal.Instant.from(at).toZonedDateTimeISO("UTC");
  const names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
  return `${two(day)}${two(hour)}${two(minute)}Z ${names[month - 1] ?? ""} ${two(year)}`;
}

function WordsField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useText();
  return <TextArea label={t("cable.edit.words")} value={value} onChange={onChange} rows={3} />;
}

interface MaybeSelectProps<M extends string> {
  readonly label: string;
  readonly list: string;
  readonly members: readonly M[];
  readonly value: M | null;
  readonly onChange: (value: M | null) => void;
}

function MaybeSelect<M extends string>({ label, list, members, value, onChange }: MaybeSelectProps<M>) {
  const { t } = useText();
  const enumText = useEnumText();
  return (
    <Select<M | typeof notSaid>
      label={label}
      options={[
        { id: notSaid, label: t("cable.edit.not-said") },
        ...members.map((id) => ({ id, label: enumText(list, id) })),
      ]}
      value={value ?? notSaid}
      onChange={(id) => onChange(id === notSaid ? null : id)}
    />
  );
}

/** Markings this workspace may hold. */
function useMarkings(): readonly { readonly id: Marking; readonly label: string }[] {
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  return markings
    .filter((id) => settings.historical || !isAbove(id, settings.ceiling))
    .map((id) => ({ id, label: enumText("marking", id) }));
}

function MarkingEditor({ label, value, onChange }: KindProps<"marking">) {
  const options = useMarkings();
  return (
    <Select
      label={label}
      options={options}
      value={value.marking}
      onChange={(marking) => onChange({ ...value, marking })}
    />
  );
}

function ReferenceEditor({ label, value, onChange }: KindProps<"reference">) {
  const { t } = useText();
  const enumText = useEnumText();
  const { cited } = value;
  const set = (patch: Partial<typeof cited>) => onChange({ ...value, cited: { ...cited, ...patch } });
  return (
    <div className={stack["stack"]}>
      <TextField label={label} value={cited.mrn} onChange={(mrn) => set({ mrn })} isForeign />
      <div className={stack["row"]}>
        <Select
          label={t("reference.kind")}
          options={(["cable", "statement", "other"] as const).map((id) => ({
            id,
            label: enumText("referenceKind", id),
          }))}
          value={value.paper}
          onChange={(paper) => onChange({ ...value, paper })}
        />
        <TextField
          label={t("reference.label")}
          isOptional
          value={cited.label}
          onChange={(letter) => set({ label: letter })}
        />
      </div>
      <DateField label={t("reference.on")} isOptional value={cited.on} onChange={(on) => set({ on })} />
    </div>
  );
}

function PointEditor({ label, value, onChange }: KindProps<"point">) {
  const { t } = useText();
  const enumText = useEnumText();
  const options = useMarkings();
  const { point } = value;
  const set = (patch: Partial<typeof point>) => onChange({ ...value, point: { ...point, ...patch } });
  return (
    <div className={stack["stack"]}>
      <Select
        label={t("directive.points.kind")}
        hint={t(`directive.points.kind.${point.kind}.means`)}
        options={pointKinds.map((id) => ({ id, label: enumText("pointKind", id) }))}
        value={point.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextArea label={label} value={point.text} onChange={(text) => set({ text })} rows={4} />
      <div className={stack["row"]}>
        <TextField
          label={t("directive.points.label")}
          isOptional
          value={point.label}
          onChange={(letter) => set({ label: letter })}
        />
        <Select<Marking | typeof notSaid>
          label={t("directive.points.portion")}
          options={[{ id: notSaid, label: t("cable.edit.as-cable") }, ...options]}
          value={point.portion ?? notSaid}
          onChange={(id) => set({ portion: id === notSaid ? null : id })}
        />
      </div>
      <Checkbox isSelected={point.verbatim} onChange={(verbatim) => set({ verbatim })}>
        {t("directive.points.verbatim.long")}
      </Checkbox>
    </div>
  );
}

/** True where a value says something: what is blank is not kept. */
export function isWorded(value: ReviewValue): boolean {
  if (typeof value === "string") return value.trim() !== "";
  switch (value.kind) {
    case "instant":
      return value.at !== "";
    case "list":
      return value.words.length > 0;
    case "reference":
      return value.cited.mrn.trim() !== "";
    case "objective":
      return value.text.trim() !== "";
    case "level":
      return value.level !== null || value.text.trim() !== "";
    case "written":
      return value.material !== null || value.text.trim() !== "";
    case "point":
      return value.point.text.trim() !== "";
    case "deadline":
      return (
        value.deadline.kind === "soonest" ||
        value.deadline.value !== null ||
        value.deadline.text.trim() !== ""
      );
    case "marking":
    case "precedence":
    case "mode":
    case "addressee":
    case "postInstruction":
      return true;
  }
}
