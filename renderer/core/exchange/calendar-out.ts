// Meetings, follow-ups and dates of directives as a calendar: iCalendar, RFC 5545. Instants are in UTC, days are days. Nobody is
// named as an attendee: a calendar program might ask them to come.
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import type { Engagement } from "../model/engagement.ts";
import type { RowBase } from "../model/entity.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { contentLine, escaped, stamp } from "./content-line.ts";
import { deadlineKey, keyOutside } from "./own-keys.ts";
import { engagementTitle } from "./targets/engagements.ts";

/** Entries, already written, as one calendar. */
export function calendarOf(entries: readonly string[], marking: string): string {
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Chancery//Chancery//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    marking === "" ? "" : contentLine("X-CHANCERY-MARKING", escaped(marking)),
    ...entries,
    contentLine("END", "VCALENDAR"),
  ].join("");
}

/** An engagement without a time is in no calendar. */
export function meetingEntry(engagement: Engagement): string {
  const { at, state, place } = engagement;
  if (at === null) return "";
  return entry("VEVENT", engagement, [
    contentLine("DTSTART", stamp(at)),
    contentLine("SUMMARY", escaped(engagementTitle(engagement))),
    place === "" ? "" : contentLine("LOCATION", escaped(place)),
    contentLine("STATUS", state === "notHeld" ? "CANCELLED" : "CONFIRMED"),
  ]);
}

const followUpStatus = {
  open: "NEEDS-ACTION",
  waitingOnHost: "IN-PROCESS",
  done: "COMPLETED",
  dropped: "CANCELLED",
} as const;
const priority = { high: "1", normal: "5", low: "9" } as const;

export function followUpEntry(followUp: FollowUp): string {
  const { dueOn, what } = followUp;
  return entry("VTODO", followUp, [
    dueOn === null ? "" : dayLine("DUE", dueOn),
    contentLine("SUMMARY", escaped(what)),
    contentLine("STATUS", followUpStatus[followUp.status]),
    contentLine("PRIORITY", priority[followUp.priority]),
  ]);
}

/** A date by which something is owed on a directive, as something to do. `what` is already worded. */
export interface DueDate {
  readonly record: Directive | DemarcheTask;
  /** Which of its dates: part of the key. */
  readonly date: "deliverBy" | "reportBy";
  /** A day or an instant. */
  readonly due: string;
  readonly what: string;
  readonly isDone: boolean;
}

export function dueEntry({ record, date, due, what, isDone }: DueDate): string {
  return entry("VTODO", { ...record, externalId: deadlineKey(record.id, date) }, [
    due.includes("T") ? contentLine("DUE", stamp(due)) : dayLine("DUE", due),
    contentLine("SUMMARY", escaped(what)),
    contentLine("STATUS", isDone ? "COMPLETED" : "NEEDS-ACTION"),
  ]);
}

function dayLine(name: string, day: string): string {
  return contentLine(`${name};VALUE=DATE`, day.replaceAll("-", ""));
}

/** A date of an entry that repeats is known by the entry's key and its own place in it. */
const datedKey = /^(.*)#(\d{8}(?:T\d{6}Z?)?)$/s;

function entry(
  kind: "VEVENT" | "VTODO",
  record: Pick<RowBase, "id" | "changedAt"> & { readonly externalId: string },
  lines: readonly string[],
): string {
  const key = keyOutside(record);
  const [, uid = key, date = ""] = datedKey.exec(key) ?? [];
  const changed = stamp(record.changedAt);
  return [
    contentLine("BEGIN", kind),
    contentLine("UID", escaped(uid)),
    date === "" ? "" : contentLine(date.includes("T") ? "RECURRENCE-ID" : "RECURRENCE-ID;VALUE=DATE", date),
    contentLine("DTSTAMP", changed),
    contentLine("LAST-MODIFIED", changed),
    ...lines,
    contentLine("END", kind),
  ].join("");
}
