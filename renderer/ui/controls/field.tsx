// What every form field shares: label above, hint under it, the problem under the field, "optional" written out.
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./field.module.css";

export interface FieldProps {
  readonly label: string;
  /** Muted sentence under the label. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; its presence marks the field. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** The label is for screen readers only: toolbars and table cells. */
  readonly hideLabel?: boolean | undefined;
  /** For form libraries and the links of the error summary. */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** Has the focus when it appears: the safe answer of a dialog, the first field of a form. */
  readonly takesFocus?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** On all inputs: nothing typed here leaves through a spelling service, a form store or a translator. */
export const privateInput = { spellCheck: "false", autoComplete: "off", translate: "no" } as const;

export function FieldHead(props: Pick<FieldProps, "label" | "hint" | "isOptional" | "hideLabel">) {
  const { t } = useText();
  return (
    <>
      <Label className={cx(css["label"], props.hideLabel === true && css["hidden"])}>
        {props.label}
        {props.isOptional === true && <span className={css["optional"]}> ({t("ui.field.optional")})</span>}
      </Label>
      {props.hint !== undefined && (
        <Text slot="description" className={css["hint"] ?? ""}>
          {props.hint}
        </Text>
      )}
    </>
  );
}

export function FieldProblem({ error }: Pick<FieldProps, "error">) {
  return <FieldError className={cx(css["error"])}>{error}</FieldError>;
}

/** A written text has the direction of its first letter; an empty field that of the page. */
export function directionOf(text: string): { readonly dir?: "auto" } {
  return text === "" ? {} : { dir: "auto" };
}

/** Marks a field's root so that the error summary finds it. */
export function fieldMark({ id, name }: Pick<FieldProps, "id" | "name">) {
  return { "data-field": id ?? name };
}

export const fieldClass = css["field"] ?? "";
export const inputClass = css["input"] ?? "";
export const boxClass = css["box"] ?? "";
export const sideButtonClass = css["sideButton"] ?? "";
