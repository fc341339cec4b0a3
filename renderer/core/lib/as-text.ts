// A stored value as text to compare, count or search by.

/** Strings, numbers and flags as they read, lists joined by blanks; everything else is empty. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? value.map((one) => asText(one)).join(" ") : "";
}
