// A time of day on a 24-hour clock; "HH:MM" at the edge. The zone is said by the label or `suffix`.
import { parseTime } from "@internationalized/date";
import { DateInput, DateSegment, I18nProvider, TimeField as AriaTimeField } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { useText } from "../text/use-text.ts";
import css from "./date-field.module.css";
import { dateLocale } from "./date-locale.ts";
import { FieldHead, FieldProblem, boxClass, fieldClass, fieldMark, type FieldProps } from "./field.tsx";

export interface TimeFieldProps extends FieldProps {
  /** HH:MM, or null while it is not whole. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** The place whose clock it is: "Nairobi". */
  readonly suffix?: string | undefined;
}

export function TimeField(props: TimeFieldProps) {
  const { locale } = useText();
  const { value, onChange, suffix, error, isDisabled, isReadOnly, name, id, takesFocus, onBlur } = props;
  return (
    <I18nProvider locale={dateLocale(locale)}>
      <AriaTimeField
        {...given({ isDisabled, isReadOnly, name, id, autoFocus: takesFocus })}
        {...given({ onBlur: onBlur && (() => onBlur()) })}
        {...fieldMark(props)}
        value={value === null ? null : parseTime(value)}
        onChange={(next) => onChange(next?.toString().slice(0, 5) ?? null)}
        hourCycle={24}
        granularity="minute"
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        validationBehavior="aria"
        className={fieldClass}
      >
        <FieldHead {...props} />
        <div className={cx(boxClass, css["box"])}>
          <DateInput className={cx(css["input"])}>
            {(segment) => <DateSegment segment={segment} className={cx(css["segment"])} />}
          </DateInput>
          {suffix !== undefined && <span className={css["written"]}>{suffix}</span>}
        </div>
        <FieldProblem error={error} />
      </AriaTimeField>
    </I18nProvider>
  );
}
