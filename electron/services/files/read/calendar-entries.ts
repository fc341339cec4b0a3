// Entries of one kind of a calendar: each date of those that repeat, with what was changed for single ones of them.
import { groupBy } from "#core/lib/group-by.ts";
import { AppError } from "#core/host/errors.ts";
import type { RejectedLine, TableNote } from "#core/host/shapes.ts";
import { type EntryKind, entryCells } from "./calendar-cells.ts";
import { after, afterSameTime, alongWith, type Length, lengthOf } from "./calendar-shift.ts";
import { instantIn, wallAt, wallTimeOf } from "./calendar-time.ts";
import type { CalendarZones, ZonedTime } from "./calendar-zones.ts";
import type { Component, Property } from "./content-lines.ts";
import { limits } from "./limits.ts";
import type { Octets } from "./octets.ts";
import { allOf, firstOf, plainOf, UnreadableValue, ValueReader } from "./property-value.ts";
import { type FoundRecord, rejectedAt } from "./record-table.ts";
import { Repeats } from "./repeat.ts";
import type { Tell } from "./tell.ts";

export interface EntriesAsk {
  readonly calendar: Component;
  readonly kind: EntryKind;
  readonly octets: Octets;
  readonly zones: CalendarZones;
  /** Dates of one entry that are read at most. */
  readonly datesEach: number;
  /** How many records there are already. */
  readonly room: number;
  readonly tell: Tell;
}

class Unreadable extends Error {
  readonly code: string;
  readonly facts: RejectedLine["facts"];

  constructor(code: string, facts: RejectedLine["facts"]) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

export class CalendarEntries {
  readonly records: FoundRecord[] = [];
  readonly rejects: RejectedLine[] = [];
  readonly notes: TableNote[] = [];
  readonly #ask: EntriesAsk;
  readonly #values: ValueReader;
  readonly #repeats: Repeats;
  readonly #rejected = new Set<Component>();
  /** All that METHOD:CANCEL sends is cancelled. */
  readonly #isCancelled: boolean;

  constructor(ask: EntriesAsk) {
    this.#ask = ask;
    this.#repeats = new Repeats({ dates: ask.datesEach });
    this.#values = new ValueReader(ask.octets, plainOf(ask.calendar, "VERSION") === "1.0");
    this.#isCancelled = plainOf(ask.calendar, "METHOD").toUpperCase() === "CANCEL";
    const entries = ask.calendar.parts.filter(({ name }) => name === ask.kind);
    const changed = entries.filter((entry) => firstOf(entry, "RECURRENCE-ID") !== undefined);
    const byUid = groupBy(changed, (entry) => plainOf(entry, "UID"));
    const met = new Set<Component>();
    for (const [at, entry] of entries.entries()) {
      ask.tell(at / entries.length);
      if (firstOf(entry, "RECURRENCE-ID") !== undefined) continue;
      const own = byUid.get(plainOf(entry, "UID")) ?? [];
      this.#safely(entry, () => this.#dates(entry, own, met));
    }
    // Dates that were changed of an entry that does not repeat here, or not on that date.
    for (const entry of changed.filter((one) => !met.has(one))) {
      this.#safely(entry, () => this.#add(entry, this.#start(entry), this.#dateKey(entry)));
    }
  }

  /** What cannot be read is rejected once, on however many dates it stands. */
  #safely(entry: Component, read: () => void): void {
    if (this.#rejected.has(entry)) return;
    const rejects = this.rejects.length;
    this.#tried(entry, read);
    if (this.rejects.length > rejects) this.#rejected.add(entry);
  }

  #tried(entry: Component, read: () => void): void {
    if (entry.fault) {
      this.rejects.push(rejectedAt(entry.line, entry.fault.code, { at: entry.fault.line }));
      return;
    }
    try {
      read();
    } catch (error) {
      if (error instanceof UnreadableValue) {
        const { name, line, params } = error.property;
        const facts = { name, at: line, charset: params.get("CHARSET")?.[0] ?? "" };
        this.rejects.push(rejectedAt(entry.line, "file/unreadable-value", facts));
      } else if (error instanceof Unreadable) {
        this.rejects.push(rejectedAt(entry.line, error.code, error.facts));
      } else throw error;
    }
  }

  /** The entry on each of its dates, those changed as they were changed. */
  #dates(entry: Component, changed: readonly Component[], met: Set<Component>): void {
    const start = this.#start(entry);
    const rules = allOf(entry, "RRULE");
    const added = this.#walls(entry, "RDATE", start);
    if (start === null || (rules.length === 0 && added.size === 0)) {
      this.#add(entry, start, "");
      return;
    }
    const parts = rules.map((rule) => ruleParts(this.#values.text(rule), start));
    const dates = this.#repeats.dates(start.wall, parts);
    if (dates === null) throw new Unreadable("file/bad-repeat", {});
    const without = this.#walls(entry, "EXDATE", start);
    const changes = new Map(
      changed.flatMap((one) => [...this.#walls(one, "RECURRENCE-ID", start)].map((wall) => [wall, one])),
    );
    const onwards = [...changes].filter(([, one]) => isOnwards(one)).toSorted(([a], [b]) => (a < b ? 1 : -1));
    const all = [...new Set([...dates.walls, ...added])]
      .filter((wall) => !without.has(wall) && !without.has(wall.slice(0, 10)))
      .toSorted();
    if (all.length === 0) throw new Unreadable("file/bad-repeat", {});
    for (const wall of all) {
      const here = { ...start, wall };
      const one = changes.get(wall) ?? changes.get(wall.slice(0, 10));
      const [since, later] = onwards.find(([from]) => from < wall) ?? [];
      if (one !== undefined) {
        met.add(one);
        this.#safely(one, () => this.#add(one, this.#start(one) ?? here, keyOf(here)));
      } else if (since !== undefined && later !== undefined) {
        const from = { ...start, wall: since + start.wall.slice(since.length) };
        this.#safely(later, () => this.#add(later, this.#movedAlong(later, here, from), keyOf(here)));
      } else this.#add(entry, here, keyOf(here));
    }
    const last = dates.walls.at(-1) ?? start.wall;
    if (dates.isCut) {
      const subject = firstOf(entry, "SUMMARY");
      const said = subject ? this.#values.text(subject).trim() : plainOf(entry, "UID");
      this.notes.push({
        code: "repeatCut",
        facts: { subject: said.slice(0, 80), count: dates.walls.length, until: last.slice(0, 10) },
      });
    }
  }

  /** Where a date falls after a change that holds from another date on: moved by as much as that one. */
  #movedAlong(change: Component, here: ZonedTime, from: ZonedTime): ZonedTime {
    const to = this.#start(change);
    if (to === null) return here;
    const moved = alongWith(here, from, to);
    if (moved === null) throw new Unreadable("file/bad-date", { name: "DTSTART", at: change.line });
    return moved;
  }

  /** When an entry begins, by which its dates are reckoned; a thing to do may only say when it is due. */
  #start(entry: Component): ZonedTime | null {
    return this.#time(entry, "DTSTART") ?? (entry.name === "VTODO" ? this.#time(entry, "DUE") : null);
  }

  /** When a thing to do is due that begins at a time: an event's time is when it begins, since how long it takes has no place. */
  #shownTime(entry: Component, start: ZonedTime | null): ZonedTime | null {
    const begin = entry.name === "VTODO" ? this.#time(entry, "DTSTART") : null;
    if (start === null || begin === null) return start;
    const due = this.#time(entry, "DUE");
    const length = firstOf(entry, "DURATION");
    if (due === null && length === undefined) return start;
    const shown =
      due === null
        ? after(start, this.#length(length))
        : begin.wall === start.wall
          ? due
          : afterSameTime(start, begin, due);
    if (shown === null) throw new Unreadable("file/bad-date", { name: "DUE", at: entry.line });
    return shown;
  }

  #length(property: Property | undefined): Length {
    const length = property === undefined ? null : lengthOf(this.#values.text(property));
    if (length === null) throw new Unreadable("file/bad-date", { name: "DURATION", at: property?.line ?? 0 });
    return length;
  }

  #add(entry: Component, start: ZonedTime | null, date: string): void {
    if (this.#ask.room + this.records.length >= limits.rows) {
      throw new AppError("file/too-many-rows", { limit: limits.rows, line: entry.line });
    }
    const cells = entryCells(this.#ask.kind, {
      entry,
      values: this.#values,
      time: this.#shownTime(entry, start),
      date,
      isCancelled: this.#isCancelled,
    });
    this.records.push({ line: entry.line, cells });
  }

  #time(entry: Component, name: string): ZonedTime | null {
    const property = firstOf(entry, name);
    if (property === undefined) return null;
    const time = this.#ask.zones.timeOf(property, this.#values.text(property));
    if (time === null) throw new Unreadable("file/bad-date", { name, at: property.line });
    return time;
  }

  /** The key of the date that a change stands for. */
  #dateKey(entry: Component): string {
    const time = this.#time(entry, "RECURRENCE-ID");
    return time === null ? "" : keyOf(time);
  }

  /** Dates of a property as the wall shows them where the entry starts. */
  #walls(entry: Component, name: string, start: ZonedTime | null): ReadonlySet<string> {
    const walls = new Set<string>();
    for (const property of start === null ? [] : allOf(entry, name)) {
      for (const part of this.#values.parts(property, ",").filter(Boolean)) {
        // A period says when it begins, too.
        const time = this.#ask.zones.timeOf(property, part.split("/")[0] ?? "");
        if (time === null) throw new Unreadable("file/bad-date", { name, at: property.line });
        if (start !== null) walls.add(wallThere(time, start));
      }
    }
    return walls;
  }
}

/** A change of one date that holds for all later ones. */
function isOnwards(change: Component): boolean {
  const range = firstOf(change, "RECURRENCE-ID")?.params.get("RANGE")?.[0] ?? "";
  return range.toUpperCase() === "THISANDFUTURE";
}

/** The same moment as the clock of another time shows it. A day stays one: it means the whole of it. */
function wallThere(time: ZonedTime, { zone, isDay }: ZonedTime): string {
  if (time.isDay || isDay) return time.wall.slice(0, 10);
  const isSame = time.zone === zone || time.zone.kind === "floating" || zone.kind === "floating";
  return isSame ? time.wall : wallAt(instantIn(time.wall, time.zone), zone);
}

/** By which a single date of an entry is known: its instant where the zone is known. */
function keyOf({ wall, isDay, zone }: ZonedTime): string {
  const shown =
    isDay || zone.kind === "floating"
      ? wall
      : `${wallAt(instantIn(wall, zone), { ...zone, offsetAt: () => 0 })}Z`;
  return shown.replaceAll(/[-:]/g, "");
}

/** The rule without its end, and the end as the clock shows it where the entry starts. */
function ruleParts(text: string, start: ZonedTime): { readonly rule: string; readonly until: string | null } {
  const parts = text.replaceAll(/\s/g, "").split(";").filter(Boolean);
  const until = parts.find((part) => /^UNTIL=/i.test(part))?.slice(6);
  const rule = parts.filter((part) => !/^UNTIL=/i.test(part)).join(";");
  // Years of another calendar than the Gregorian, or days that are moved where a month is too short (RFC 7529).
  if (parts.some((part) => /^(?:RSCALE=(?!GREGORIAN$)|SKIP=(?!OMIT$))/i.test(part))) {
    throw new Unreadable("file/bad-repeat", {});
  }
  if (until === undefined) return { rule, until: null };
  const time = wallTimeOf(until);
  if (time === null) throw new Unreadable("file/bad-repeat", {});
  if (start.isDay) return { rule, until: time.wall.slice(0, 10) };
  if (time.isDay) return { rule, until: `${time.wall}T23:59:59` };
  return {
    rule,
    until: time.isUtc
      ? wallAt(instantIn(time.wall, { ...start.zone, offsetAt: () => 0 }), start.zone)
      : time.wall,
  };
}
