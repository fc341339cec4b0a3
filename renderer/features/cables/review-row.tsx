// One field of a review: its tick, its value, and the ways to its words, to mend it and to throw it away.
import { Crosshair, Pencil, Trash2, Undo2 } from "lucide-react";
import { blankValue, isAdded } from "#core/cable/review-additions.ts";
import type { ReviewField, ReviewValue } from "#core/cable/review.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import { EditForm } from "../parts/edit-form.tsx";
import { ReviewEditor } from "./review-editor.tsx";
import { fieldLabel, focusField } from "./review-focus.ts";
import css from "./review-row.module.css";
import { ReviewValueText } from "./review-value.tsx";
import type { Review } from "./use-review.ts";
import { isWorded } from "./worded.ts";

export interface ReviewRowProps {
  readonly review: Review;
  readonly field: ReviewField;
  readonly isActive: boolean;
  readonly onActive: (key: string | null) => void;
  readonly isEditing: boolean;
  readonly onEditing: (key: string | null) => void;
}

/** What an editor starts from where the text gives nothing. */
function startValue({ key }: ReviewField): ReviewValue {
  switch (key) {
    case "marking":
      return { kind: "marking", marking: "U" };
    case "sentAt":
      return { kind: "instant", at: "", text: "" };
    case "point/none":
      return blankValue("point");
    default:
      return "";
  }
}

/** Fields whose words stand as they are: they are ticked or left out, and posts and modes are chosen below. */
function isFixed(value: ReviewValue | null): boolean {
  return value !== null && typeof value === "object" && value.kind === "postInstruction";
}

export function ReviewRow({ review, field, isActive, onActive, isEditing, onEditing }: ReviewRowProps) {
  const { t, has } = useText();
  const { key, labelKey, span, certainty, needed } = field;
  const { state } = review;
  const value = review.valueOf(field);
  const label = fieldLabel(labelKey, t, has);
  const isTicked = Object.hasOwn(state.ticks, key);
  const isDiscarded = Object.hasOwn(state.discarded, key);
  const isEdited = Object.hasOwn(state.edits, key) && !isAdded(key);
  // Subject and marking are never missing; the rest of what is needed may be absent from a text.
  const mayLeave = key !== "subject" && key !== "marking";
  const close = () => {
    onEditing(null);
    requestAnimationFrame(() => focusField(key));
  };
  const save = async (next: ReviewValue) => {
    if (!isWorded(next)) return false;
    review.edit(key, next);
    return true;
  };
  return (
    <div
      className={cx(css["row"], isActive && css["active"], isDiscarded && css["discarded"])}
      data-review={key}
      onFocus={() => onActive(key)}
    >
      <div className={css["tick"]}>
        {value === null ? (
          <span className={css["missing"]}>{label}</span>
        ) : (
          <Checkbox isSelected={isTicked} onChange={(on) => review.tick([key], on)} isDisabled={isDiscarded}>
            {label}
          </Checkbox>
        )}
      </div>
      <div className={css["value"]}>
        {value === null ? (
          <span className={css["warn"]}>
            {t(isDiscarded ? "cable.review.left-out" : needed ? "cable.review.missing" : "field.unset")}
          </span>
        ) : (
          <ReviewValueText value={value} />
        )}
        {!isTicked && !isDiscarded && value !== null && certainty !== "sure" && (
          <span className={css[certainty]}> {t(`cable.certainty.${certainty}`)}</span>
        )}
        {isEdited && <span className={css["quiet"]}> {t("cable.review.edited")}</span>}
        {isAdded(key) && <span className={css["quiet"]}> {t("cable.review.added")}</span>}
      </div>
      <span className={css["tools"]}>
        {span !== null && (
          <IconButton
            size="small"
            label={t("field.show-source", { label })}
            icon={<Crosshair aria-hidden />}
            onPress={() => onActive(key)}
          />
        )}
        {!isDiscarded && value !== null && !isFixed(value) && (
          <IconButton
            size="small"
            label={t("field.edit", { label })}
            keys="e"
            icon={<Pencil aria-hidden />}
            onPress={() => onEditing(key)}
          />
        )}
        {isDiscarded ? (
          <IconButton
            size="small"
            label={t("cable.review.bring-back", { label })}
            icon={<Undo2 aria-hidden />}
            onPress={() => review.discard(key, false)}
          />
        ) : (
          mayLeave &&
          value !== null && (
            <IconButton
              size="small"
              label={t("cable.review.leave-out", { label })}
              keys="Delete"
              icon={<Trash2 aria-hidden />}
              onPress={() => review.discard(key, true)}
            />
          )
        )}
      </span>
      {value === null && !isDiscarded && !isEditing && (
        <span className={css["offers"]}>
          <Button size="small" onPress={() => onEditing(key)}>
            {t("cable.review.enter", { label })}
          </Button>
          {mayLeave && (
            <Button size="small" tone="quiet" onPress={() => review.discard(key, true)}>
              {t("cable.review.has-none")}
            </Button>
          )}
        </span>
      )}
      {isEditing && (
        <div className={css["editor"]}>
          <EditForm<ReviewValue>
            value={value ?? startValue(field)}
            renderEditor={(draft, change) => <ReviewEditor label={label} value={draft} onChange={change} />}
            onSave={save}
            onClose={close}
          />
        </div>
      )}
    </div>
  );
}
