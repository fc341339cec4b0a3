// Entries of one kind of a calendar: each date of those that repeat, with what was changed for single ones of them.
import { groupBy } from "#core/lib/group-by.ts";
import { AppError } from "#core/host/errors.ts";
import type { RejectedLine, TableNote } from "#core/host/shapes.ts";
import { type EntryKind, entryCells } from "./calendar-cells.ts";
import { instantIn, wallAt, wallTimeOf } from "./calendar-time.ts";
import type { CalendarZones, ZonedTime } from "./calendar-zones.ts";
import type { Component } from "./content-lines.ts";
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
  readonly #repeats = new Repeats();
  /** All that METHOD:CANCEL sends is cancelled. */
  readonly #isCancelled: boolean;

  constructor(ask: EntriesAsk) {
    this.#ask = ask;
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
      this.#safely(entry, () => this.#add(entry, this.#time(entry, startOf(entry)), this.#dateKey(entry)));
    }
  }

  #safely(entry: Component, read: () => void): void {
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
    const start = this.#time(entry, startOf(entry));
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
    const all = [...new Set([...dates.walls, ...added])].toSorted();
    for (const wall of all) {
      if (without.has(wall) || without.has(wall.slice(0, 10))) continue;
      const one = changes.get(wall) ?? changes.get(wall.slice(0, 10));
      const key = keyOf({ ...start, wall });
      if (one === undefined) this.#add(entry, { ...start, wall }, key);
      else {
        met.add(one);
        this.#safely(one, () => this.#add(one, this.#time(one, startOf(one)) ?? { ...start, wall }, key));
      }
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

  #add(entry: Component, time: ZonedTime | null, date: string): void {
    if (this.#ask.room + this.records.length >= limits.rows) {
      throw new AppError("file/too-many-rows", { limit: limits.rows, line: entry.line });
    }
    const cells = entryCells(this.#ask.kind, {
      entry,
      values: this.#values,
      time,
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
      for (const part of this.#values.parts(property, ",")) {
        // A period says when it begins, too.
        const time = this.#ask.zones.timeOf(property, part.split("/")[0] ?? "");
        if (time === null) throw new Unreadable("file/bad-date", { name, at: property.line });
        if (start !== null) walls.add(wallThere(time, start));
      }
    }
    return walls;
  }
}

function startOf(entry: Component): string {
  const [first = "", second = ""] = entry.name === "VTODO" ? ["DUE", "DTSTART"] : ["DTSTART"];
  return firstOf(entry, first) === undefined ? second || first : first;
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
  const parts = text.trim().split(";").filter(Boolean);
  const until = parts.find((part) => /^UNTIL=/i.test(part))?.slice(6);
  const rule = parts.filter((part) => !/^UNTIL=/i.test(part)).join(";");
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
