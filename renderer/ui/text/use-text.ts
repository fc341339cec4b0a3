// Texts, dates and numbers for a component: `const { t, formatDay } = useText()`.
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { directionOf } from "#locales/index.ts";
import { formatDay, formatInstant, formatRelativeDays, type Compose } from "./format.ts";
import type { TextKey, TextValues } from "./keys.ts";

export interface TextTools {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** The text of a key, with its ICU placeholders filled. */
  readonly t: (key: TextKey, values?: TextValues) => string;
  /** Whether a key made from data (an error code, a list's member) has a text. */
  readonly has: (key: string) => key is TextKey;
  /** YYYY-MM-DD -> "Thu 26 Nov", with the year where it is not this year. */
  readonly formatDay: (day: string) => string;
  /** ISO instant and IANA zone -> "Thu 26 Nov, 17:00". */
  readonly formatInstant: (instant: string, timeZone: string) => string;
  readonly formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** -1 -> "yesterday", 3 -> "in 3 days". Write it only beside the absolute day. */
  readonly formatRelativeDays: (days: number) => string;
  /** "Paris, Rome and Nairobi". */
  readonly formatList: (words: readonly string[]) => string;
}

export function useText(): TextTools {
  const intl = useIntl();
  return useMemo(() => {
    const { locale, messages } = intl;
    const t: Compose = (key, values) => intl.formatMessage({ id: key }, values);
    const thisYear = () => Temporal.Now.plainDateISO().year;
    return {
      locale,
      direction: directionOf(locale),
      t: (key, values) => t(key, values ?? {}),
      has: (key): key is TextKey => Object.hasOwn(messages, key),
      formatDay: (day) => formatDay(t, locale, day, thisYear()),
      formatInstant: (instant, timeZone) => formatInstant(t, locale, instant, timeZone, thisYear()),
      formatNumber: (value, options) =>
        new Intl.NumberFormat(locale, { numberingSystem: "latn", ...options }).format(value),
      formatRelativeDays: (days) => formatRelativeDays(locale, days),
      formatList: (words) => intl.formatList([...words], { type: "conjunction" }),
    };
  }, [intl]);
}
