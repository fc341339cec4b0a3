// A day. Typed by segments or chosen in a calendar; ISO text ("2026-11-26") at the edge; the weekday is written beside it.
import { parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
} from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { PopoverFrame } from "../overlays/popover.tsx";
import { useText } from "../text/use-text.ts";
import css from "./date-field.module.css";
import { dateLocale } from "./date-locale.ts";
import {
  FieldHead,
  FieldProblem,
  boxClass,
  fieldClass,
  fieldMark,
  sideButtonClass,
  type FieldProps,
} from "./field.tsx";

export interface DateFieldProps extends FieldProps {
  /** YYYY-MM-DD, or null while it is not whole. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

function MonthSheet() {
  const { t } = useText();
  return (
    <Calendar className={cx(css["calendar"])}>
      <header className={css["month"]}>
        <Button slot="previous" className={sideButtonClass} aria-label={t("ui.date.previous")}>
          <ChevronLeft aria-hidden />
        </Button>
        <Heading className={cx(css["monthName"])} />
        <Button slot="next" className={sideButtonClass} aria-label={t("ui.date.next")}>
          <ChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={cx(css["days"])}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={cx(css["weekday"])}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={cx(css["day"])} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

function dayOf(iso: string | undefined) {
  return iso === undefined ? undefined : parseDate(iso);
}

export function DateField(props: DateFieldProps) {
  const { t, locale, formatDay } = useText();
  const { value, onChange, min, max, error, isDisabled, isReadOnly, name, id, takesFocus, onBlur } = props;
  return (
    <I18nProvider locale={dateLocale(locale)}>
      <DatePicker
        {...given({ isDisabled, isReadOnly, name, id, autoFocus: takesFocus })}
        {...given({ onBlur: onBlur && (() => onBlur()) })}
        {...given({ minValue: dayOf(min), maxValue: dayOf(max) })}
        {...fieldMark(props)}
        value={value === null ? null : parseDate(value)}
        onChange={(next) => onChange(next?.toString() ?? null)}
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        validationBehavior="aria"
        className={fieldClass}
      >
        <FieldHead {...props} />
        <Group className={cx(boxClass, css["box"])}>
          <DateInput className={cx(css["input"])}>
            {(segment) => <DateSegment segment={segment} className={cx(css["segment"])} />}
          </DateInput>
          {value !== null && <span className={css["written"]}>{formatDay(value)}</span>}
          <Button className={sideButtonClass} aria-label={t("ui.date.open")}>
            <CalendarDays aria-hidden />
          </Button>
        </Group>
        <FieldProblem error={error} />
        <PopoverFrame>
          <Dialog className={cx(css["dialog"])}>
            <MonthSheet />
          </Dialog>
        </PopoverFrame>
      </DatePicker>
    </I18nProvider>
  );
}
