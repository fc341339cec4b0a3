// The fields of one entry of a calendar on one date, as cells. Nobody is asked to come, and no address is followed.
import { listCell } from "./card-cells.ts";
import { cellOf } from "./calendar-time.ts";
import type { ZonedTime } from "./calendar-zones.ts";
import type { Component, Property } from "./content-lines.ts";
import { allOf, firstOf, plainOf, type ValueReader } from "./property-value.ts";
import { stampOf } from "./stamp.ts";

export type EntryKind = "VEVENT" | "VTODO";

export const entryHeadings: Readonly<Record<EntryKind, readonly string[]>> = {
  VEVENT: ["SUMMARY", "DTSTART", "STATUS", "LOCATION", "ATTENDEE", "CATEGORIES", "DESCRIPTION", "UID", "REV"],
  VTODO: ["SUMMARY", "DUE", "STATUS", "PRIORITY", "CATEGORIES", "DESCRIPTION", "UID", "REV"],
};

export interface EntryAsk {
  readonly entry: Component;
  readonly values: ValueReader;
  readonly time: ZonedTime | null;
  /** Which date it is of an entry that repeats; empty for one that does not. */
  readonly date: string;
  readonly isCancelled: boolean;
}

/** Throws `UnreadableValue`. */
export function entryCells(kind: EntryKind, ask: EntryAsk): ReadonlyMap<string, string> {
  const { entry, values, time, date, isCancelled } = ask;
  const text = (name: string): string => {
    const property = firstOf(entry, name);
    return property === undefined ? "" : values.text(property).trim();
  };
  const line = (name: string): string => text(name).replaceAll(/\s*\n\s*/g, " ");
  const uid = line("UID");
  const status = isCancelled ? "CANCELLED" : plainOf(entry, "STATUS").toUpperCase();
  return new Map([
    ["SUMMARY", line("SUMMARY")],
    [kind === "VEVENT" ? "DTSTART" : "DUE", time === null ? "" : cellOf(time, time.zone)],
    // Whether a meeting was held its day says, and a person.
    ["STATUS", kind === "VTODO" ? status : status === "CANCELLED" ? status : ""],
    ["LOCATION", line("LOCATION")],
    ["ATTENDEE", attendeesIn(entry, values)],
    ["PRIORITY", priorityOf(plainOf(entry, "PRIORITY"))],
    ["CATEGORIES", listCell(allOf(entry, "CATEGORIES").flatMap((one) => values.parts(one, ",")))],
    ["DESCRIPTION", text("DESCRIPTION")],
    ["UID", uid === "" || date === "" ? uid : `${uid}#${date}`],
    ["REV", stampOf(plainOf(entry, "LAST-MODIFIED"))],
  ]);
}

/** 1 to 4 are high, 5 is normal, 6 to 9 low; 0 says nothing. */
function priorityOf(text: string): string {
  const priority = Number(text);
  if (!Number.isInteger(priority) || priority < 1 || priority > 9) return "";
  return priority < 5 ? "high" : priority === 5 ? "normal" : "low";
}

/** "Name <address>", the organizer first; without rooms, and without those who said no. */
function attendeesIn(entry: Component, values: ValueReader): string {
  const people = [...allOf(entry, "ORGANIZER"), ...allOf(entry, "ATTENDEE")].filter(isPerson);
  const byAddress = new Map<string, string>();
  for (const property of people) {
    const address = values
      .text(property)
      .trim()
      .replace(/^mailto:/i, "");
    const mail = /^[^\s<>@]+@[^\s<>@]+$/.test(address) ? address : "";
    const name = (values.letters(property.params.get("CN")?.[0] ?? "", property) ?? "")
      .replaceAll(/[\s<>]+/g, " ")
      .trim();
    const shown = mail === "" ? name : name === "" || name === mail ? mail : `${name} <${mail}>`;
    const key = (mail || name).toLowerCase();
    if (shown !== "" && !byAddress.has(key)) byAddress.set(key, shown);
  }
  return listCell([...byAddress.values()]);
}

function isPerson({ params }: Property): boolean {
  const type = (params.get("CUTYPE")?.[0] ?? "INDIVIDUAL").toUpperCase();
  return (
    type !== "ROOM" && type !== "RESOURCE" && (params.get("PARTSTAT")?.[0] ?? "").toUpperCase() !== "DECLINED"
  );
}
