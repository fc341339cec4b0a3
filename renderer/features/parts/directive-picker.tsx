// One directive, found by typing its subject or number.
import type { Directive } from "#core/model/directive.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import type { FieldProps } from "#ui/controls/field.tsx";
import type { Option } from "#ui/controls/option.ts";

export interface DirectivePickerProps extends FieldProps {
  readonly directives: readonly Directive[];
  readonly value: string | null;
  readonly onChange: (directiveId: string | null) => void;
  readonly placeholder?: string | undefined;
}

/** A directive as a choice: its subject, with its number beneath; the number alone where there is no subject yet. */
export function directiveOption({ id, subject, mrn }: Directive): Option {
  if (subject === "") return { id, label: mrn };
  return { id, label: subject, ...(mrn === "" ? {} : { detail: mrn }) };
}

export function DirectivePicker({ directives, ...rest }: DirectivePickerProps) {
  return <ComboBox {...rest} options={directives.map(directiveOption)} />;
}
