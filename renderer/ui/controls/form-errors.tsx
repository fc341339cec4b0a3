// The sum of what a form still needs, at its top, each with a link to its field.
import { OctagonAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useText } from "../text/use-text.ts";
import css from "./form-errors.module.css";

export interface FieldFault {
  /** The field's `id` or `name`. */
  readonly field: string;
  readonly text: string;
}

export interface FormErrorsProps {
  readonly errors: readonly FieldFault[];
  /** Raised with each try to send the form: the summary then takes the focus. */
  readonly attempt: number;
}

const focusable = "input,textarea,button,[tabindex='0'],[role='spinbutton']";

function focusField(field: string): void {
  const root = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const control = root?.querySelector<HTMLElement>(focusable);
  root?.scrollIntoView({ block: "nearest" });
  control?.focus();
}

export function FormErrors({ errors, attempt }: FormErrorsProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css["errors"]}>
      <p className={css["title"]}>
        <OctagonAlert aria-hidden />
        {t("ui.errors.title", { count: errors.length })}
      </p>
      <ul className={css["list"]}>
        {errors.map((fault) => (
          <li key={`${fault.field} ${fault.text}`}>
            <button type="button" className={css["link"]} onClick={() => focusField(fault.field)}>
              {fault.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
