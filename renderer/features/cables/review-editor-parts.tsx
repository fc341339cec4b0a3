// The editors of a review's larger values: markings, references, points, and words with a choice beside them.
import type { ReviewValue } from "#core/cable/review.ts";
import { type Marking, markings, pointKinds } from "#core/model/enums.ts";
import { isAbove } from "#core/rules/marking.ts";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import stack from "../parts/stack.module.css";
import { useWorkspace } from "../parts/workspace.tsx";

type Structured = Exclude<ReviewValue, string>;
type OfKind<K extends Structured["kind"]> = Extract<Structured, { readonly kind: K }>;
interface KindProps<K extends Structured["kind"]> {
  readonly label: string;
  readonly value: OfKind<K>;
  readonly onChange: (value: ReviewValue) => void;
}

const notSaid = "none";

export function WordsField({
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

export function MaybeSelect<M extends string>({
  label,
  list,
  members,
  value,
  onChange,
}: MaybeSelectProps<M>) {
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

export function MarkingEditor({ label, value, onChange }: KindProps<"marking">) {
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

export function ReferenceEditor({ label, value, onChange }: KindProps<"reference">) {
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

export function PointEditor({ label, value, onChange }: KindProps<"point">) {
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
