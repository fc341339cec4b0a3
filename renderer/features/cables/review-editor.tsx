// Editing one field of a review, by the kind of its value.
import type { ReviewValue } from "#core/cable/review.ts";
import { levels, objectiveKinds, precedences, taskingModes, writtenMaterials } from "#core/model/enums.ts";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { DeadlineEditor } from "../parts/deadline-editor.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { InstantField } from "../parts/instant-field.tsx";
import stack from "../parts/stack.module.css";
import {
  MarkingEditor,
  MaybeSelect,
  PointEditor,
  ReferenceEditor,
  WordsField,
} from "./review-editor-parts.tsx";

export interface ReviewEditorProps {
  readonly label: string;
  readonly value: ReviewValue;
  readonly onChange: (value: ReviewValue) => void;
}

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
