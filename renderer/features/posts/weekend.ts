// The days of the week as a person may choose them for a host's weekend.
import { useMemo } from "react";
import { useText } from "#ui/text/use-text.ts";

/** ISO weekdays "1" (Monday) to "7" with their names. */
export function useWeekdays(): readonly { readonly id: string; readonly label: string }[] {
  const { locale } = useText();
  return useMemo(() => {
    const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
    // 1 January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, day) => ({
      id: String(day + 1),
      label: name.format(new Date(Date.UTC(2024, 0, day + 1))),
    }));
  }, [locale]);
}

export function useWeekendText(): (weekend: readonly string[]) => string {
  const { formatList } = useText();
  const days = useWeekdays();
  return (weekend) => formatList(days.filter(({ id }) => weekend.includes(id)).map(({ label }) => label));
}
