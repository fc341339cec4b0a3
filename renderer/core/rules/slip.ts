// Whether a deadline slips: the record then asks why.

/** `before` and `after` are days or instants. Taking a date away is a slip too; setting the first one is none. */
export function slips(before: string | null, after: string | null): boolean {
  if (before === null) return false;
  if (after === null) return true;
  if (before.includes("T") && after.includes("T")) return Date.parse(after) > Date.parse(before);
  return after.slice(0, 10) > before.slice(0, 10);
}
