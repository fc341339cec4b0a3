// Asks why a date slips or a post is exempted; it says so at once, for nothing is kept without it.
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";

export interface WhyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WhyField({ value, onChange }: WhyFieldProps) {
  const { t } = useText();
  return (
    <TextField
      label={t("why.label")}
      hint={t("why.hint")}
      value={value}
      onChange={onChange}
      error={value.trim() === "" ? t("why.needed") : undefined}
    />
  );
}
