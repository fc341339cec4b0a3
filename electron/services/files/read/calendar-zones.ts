// The zones a calendar's times are in, and those it names that nobody knows.
import type { TableNote } from "#core/host/shapes.ts";
import { floating, namedZone, ownZone, utc, wallTimeOf, type WallTime, type Zone } from "./calendar-time.ts";
import type { Component, Property } from "./content-lines.ts";
import type { Octets } from "./octets.ts";
import { firstOf, plainText, UnreadableValue, ValueReader } from "./property-value.ts";

/** A time of a calendar with its zone. */
export interface ZonedTime extends WallTime {
  readonly zone: Zone;
}

export class CalendarZones {
  readonly #octets: Octets;
  readonly #own: ReadonlyMap<string, Component>;
  readonly #zones = new Map<string, Zone | null>();
  readonly #unknown = new Map<string, number>();

  constructor({ parts }: Component, octets: Octets) {
    this.#octets = octets;
    const values = new ValueReader(octets, false);
    const definitions = parts.filter(({ name, fault }) => name === "VTIMEZONE" && fault === null);
    this.#own = new Map(definitions.map((zone) => [idIn(zone, values), zone]));
  }

  get notes(): readonly TableNote[] {
    return [...this.#unknown].map(([zone, count]) => ({ code: "zoneUnknown", facts: { zone, count } }));
  }

  /** The time a property says; null where it says none. A zone that is not known leaves the wall time as it is. */
  timeOf(property: Property, text: string): ZonedTime | null {
    const time = wallTimeOf(text);
    if (time === null) return null;
    const { wall, isDay, isUtc } = time;
    const id = this.#idOf(property);
    if (isDay || (id === "" && !isUtc)) return { wall, isDay, zone: floating };
    if (isUtc) return { wall, isDay, zone: utc };
    const zone = this.#zone(id);
    if (zone === null) this.#unknown.set(id, (this.#unknown.get(id) ?? 0) + 1);
    return { wall, isDay, zone: zone ?? floating };
  }

  /** A zone's name is a text where it is defined, with escapes; where it is used some programs escape it all the same. */
  #idOf({ params }: Property): string {
    // A name without quotation marks was parted at its commas.
    const raw = (params.get("TZID") ?? []).join(", ");
    return plainText(this.#octets.letters(raw, "") ?? raw);
  }

  #zone(id: string): Zone | null {
    const known = this.#zones.get(id);
    if (known !== undefined) return known;
    const own = this.#own.get(id);
    const zone = namedZone(id) ?? (own ? ownZone(this.#octets.text.slice(own.start, own.end)) : null);
    this.#zones.set(id, zone);
    return zone;
  }
}

/** Empty where it has none that can be read. */
function idIn(zone: Component, values: ValueReader): string {
  const property = firstOf(zone, "TZID");
  try {
    return property === undefined ? "" : values.text(property).trim();
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    return "";
  }
}
