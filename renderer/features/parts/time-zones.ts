// The time zones a person may choose, by their IANA names. UTC is missing from what the browser lists.

export const timeZones: readonly { readonly id: string; readonly label: string }[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((id) => id !== "UTC"),
].map((id) => ({ id, label: id.replaceAll("_", " ") }));
