// A moment as cards and calendars stamp their revisions, in the one form the rest of the app reads.

/** "20261124T101500Z" and its spellings as an ISO instant; empty where it is none, or does not say in which zone. */
export function stampOf(text: string): string {
  const [, year, month, day, hour, minute, second = "00", zone] =
    /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)$/i.exec(
      text.trim(),
    ) ?? [];
  if (zone === undefined) return "";
  const offset =
    zone.toUpperCase() === "Z"
      ? "Z"
      : zone.replace(/^(.\d\d):?(\d\d)?$/, (_, h: string, m = "00") => `${h}:${m}`);
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(at) ? "" : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
