// Reads calendars (iCalendar, RFC 5545): events and things to do, each kind a table of its own, a row for each date.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import type { RejectedLine, TableInfo, TableNote } from "#core/host/shapes.ts";
import { CalendarEntries } from "./calendar-entries.ts";
import { entryHeadings } from "./calendar-cells.ts";
import { type Component, componentsIn } from "./content-lines.ts";
import { Octets } from "./octets.ts";
import type { PackedFile } from "./packed-rows.ts";
import { firstOf } from "./property-value.ts";
import { limits } from "./limits.ts";
import { mostDates } from "./repeat.ts";
import { type FoundRecord, recordTable, rejectedAt } from "./record-table.ts";
import { CalendarZones } from "./calendar-zones.ts";
import { type Tell, within } from "./tell.ts";

const kinds = ["VEVENT", "VTODO"] as const;

/** What belongs to a calendar and is no entry. */
const settings: ReadonlySet<string> = new Set(["VTIMEZONE", "VALARM"]);

/**
 * `sheet` chooses among the kinds of entry a file holds. Throws as `Octets` and `recordTable` do, and `file/no-records`
 * where there is no entry.
 */
export function readCalendar({ bytes, encoding, sheet }: ReadJob, tell: Tell): PackedFile {
  const octets = new Octets(bytes, encoding);
  const { components, strays } = componentsIn(octets, within(tell, 0, 0.5));
  const calendars = components.filter(({ name }) => name === "VCALENDAR");
  const parts = calendars.flatMap((calendar) => calendar.parts);
  const held = kinds.filter((kind) => parts.some(({ name }) => name === kind));
  const at = Math.min(sheet ?? 0, held.length - 1);
  const kind = held[at];
  if (kind === undefined) throw new AppError("file/no-records");
  const rejects: RejectedLine[] = [
    ...strays.map(({ code, line }) => rejectedAt(line, code)),
    ...components.flatMap((component) => calendarRejects(component)),
  ];
  const datesEach = datesOfEach(parts.filter(({ name }) => name === kind));
  const records: FoundRecord[] = [];
  const notes: TableNote[] = [];
  for (const [nth, calendar] of calendars.entries()) {
    const told = within(
      tell,
      0.5 + (0.4 * nth) / calendars.length,
      0.5 + (0.4 * (nth + 1)) / calendars.length,
    );
    const zones = new CalendarZones(calendar, octets);
    const entries = new CalendarEntries({
      calendar,
      kind,
      octets,
      zones,
      datesEach,
      room: records.length,
      tell: told,
    });
    records.push(...entries.records);
    rejects.push(...entries.rejects);
    notes.push(...entries.notes, ...zones.notes);
  }
  const others = parts.filter(({ name }) => name !== kind && held.some((other) => other === name)).length;
  if (others > 0) notes.push({ code: "alsoHolds", facts: { count: others } });
  const table = recordTable({
    format: "ics",
    headings: entryHeadings[kind],
    sheets: held.length > 1 ? held : [],
    sheet: at,
    ignored: ignoredIn(parts),
    notes: notes.slice(0, mostNotes),
    spans: parts
      .filter(({ name }) => !settings.has(name))
      .map(({ line, start, end }) => ({ line, start: octets.byteAt(start), end: octets.byteAt(end) })),
    records,
    rejects,
  });
  return { kind: "table", encoding: octets.encoding, text: "", parts: [], part: 0, table };
}

/** Beyond these a person does not read them. */
const mostNotes = 12;

/** What is wrong with a calendar as a whole, and entries of a kind that has no place here. */
function calendarRejects({ name, line, fault, parts }: Component): readonly RejectedLine[] {
  if (name !== "VCALENDAR") return [rejectedAt(line, "file/outside-part")];
  const others = parts.filter(
    (part) =>
      !settings.has(part.name) && !part.name.startsWith("X-") && !kinds.some((kind) => kind === part.name),
  );
  // A calendar that breaks off within an entry is told of there.
  const isToldOf = fault?.code === "file/unclosed-part" && parts.some((part) => part.fault !== null);
  return [
    ...(fault && !isToldOf ? [rejectedAt(fault.line, fault.code, { at: fault.line })] : []),
    ...others.map((part) => rejectedAt(part.line, "file/other-entry", { kind: part.name })),
  ];
}

/** Many entries that repeat share the rows there are: a list of anniversaries without an end is no reason to refuse it. */
function datesOfEach(entries: readonly Component[]): number {
  const repeating = entries.filter((entry) => firstOf(entry, "RRULE") !== undefined).length;
  const room = limits.rows - (entries.length - repeating);
  return Math.max(1, Math.min(mostDates, Math.floor(room / Math.max(1, repeating))));
}

function ignoredIn(parts: readonly Component[]): TableInfo["ignored"] {
  const has = (test: (part: Component) => boolean): boolean => parts.some(test);
  return [
    ...(has((part) => part.parts.some(({ name }) => name === "VALARM")) ? (["alarms"] as const) : []),
    ...(has(({ properties }) => properties.some(({ name }) => name === "ATTACH"))
      ? (["objects"] as const)
      : []),
  ];
}
