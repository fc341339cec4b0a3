// Plain English would put the month first and a 12-hour clock; the field writes day, month, year.

export function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
