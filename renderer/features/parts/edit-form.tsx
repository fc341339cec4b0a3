// A value being changed in its place: Ctrl+Enter keeps it, Esc leaves it as it was.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./editable-field.module.css";

export interface EditFormProps<T> {
  readonly value: T;
  readonly renderEditor: (value: T, change: (next: T) => void) => ReactNode;
  /** Answers true once it is kept; the form then closes. */
  readonly onSave: (value: T) => Promise<boolean>;
  readonly onClose: () => void;
}

export function EditForm<T>({ value, renderEditor, onSave, onClose }: EditFormProps<T>) {
  const { t } = useText();
  const [draft, setDraft] = useState(value);
  const [isSaving, setSaving] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("input, textarea, [role=spinbutton], button")?.focus();
  }, []);

  const save = async () => {
    setSaving(true);
    const isKept = await onSave(draft);
    setSaving(false);
    if (isKept) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      onClose();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void save();
    }
  };
  return (
    // The keys of the form are heard wherever the focus is inside it; nothing here is pressed by pointer.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown}>
      {renderEditor(draft, setDraft)}
      <div className={css["foot"]}>
        <Button tone="primary" size="small" isPending={isSaving} onPress={() => void save()}>
          {t("field.keep")}
        </Button>
        <Button tone="quiet" size="small" onPress={onClose}>
          {t("field.leave")}
        </Button>
        <Keys keys="Mod+Enter" />
      </div>
    </div>
  );
}
