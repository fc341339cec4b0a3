// One fact of a record, read in a line and changed in place: Enter on its button opens it, Ctrl+Enter keeps, Esc leaves.
import { Crosshair, Pencil } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import { EditForm } from "./edit-form.tsx";
import css from "./editable-field.module.css";

export interface EditableFieldProps<T> {
  /** Names it among the fields of its screen; one is open at a time. */
  readonly id: string;
  readonly label: string;
  readonly value: T;
  /** How the value reads; nothing where it is not set. */
  readonly children?: ReactNode;
  /** Read instead of a value that is not there: "Not added". */
  readonly unset?: string | undefined;
  readonly open: string | null;
  readonly onOpenChange: (open: string | null) => void;
  readonly renderEditor: (value: T, change: (next: T) => void) => ReactNode;
  /** Answers true once it is kept; the field then closes. */
  readonly onSave: (value: T) => Promise<boolean>;
  /** Shows the words the value was read from. */
  readonly onShowSource?: (() => void) | undefined;
  readonly isReadOnly?: boolean | undefined;
}

export function EditableField<T>(props: EditableFieldProps<T>) {
  const { t } = useText();
  const { id, label, children, unset, open, onOpenChange, onShowSource, isReadOnly = false } = props;
  const isOpen = open === id;
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    if (isOpen) box.current?.scrollIntoView({ block: "nearest" });
    // After closing, the focus returns to what opened it, unless another field took it.
    else if (document.activeElement === document.body) box.current?.querySelector("button")?.focus();
  }, [isOpen]);

  if (isOpen && !isReadOnly) {
    return (
      <div ref={box} className={cx(css["field"], css["open"])} data-field={id}>
        <EditForm
          value={props.value}
          renderEditor={props.renderEditor}
          onSave={props.onSave}
          onClose={() => onOpenChange(null)}
        />
      </div>
    );
  }
  const isUnset = children === undefined || children === null || children === "";
  return (
    <div ref={box} className={css["field"]} data-field={id}>
      <span className={css["label"]}>{label}</span>
      <div className={cx(css["value"], isUnset && css["unset"])}>
        {isUnset ? (unset ?? t("field.unset")) : children}
      </div>
      <span className={css["tools"]}>
        {onShowSource !== undefined && (
          <IconButton
            size="small"
            label={t("field.show-source", { label })}
            icon={<Crosshair aria-hidden />}
            onPress={onShowSource}
          />
        )}
        {!isReadOnly && (
          <IconButton
            size="small"
            label={t("field.edit", { label })}
            icon={<Pencil aria-hidden />}
            onPress={() => onOpenChange(id)}
          />
        )}
      </span>
    </div>
  );
}
