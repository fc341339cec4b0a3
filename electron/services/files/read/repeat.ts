// The dates of an entry that repeats: as many as are read of its rule, with those added and without those taken out.
import ICAL from "ical.js";

/** Dates of one entry that are read at most. */
export const mostDates = 1000;

/** Steps that all rules of a file may take: some never come to a date. */
const mostSteps = 200_000;

export interface Dates {
  /** Wall times in the zone of the entry's start, in order. */
  readonly walls: readonly string[];
  /** There are more. */
  readonly isCut: boolean;
}

function timeOf(wall: string): ICAL.Time {
  const [year, month, day, hour = 0, minute = 0, second = 0] = wall.split(/[-T:]/).map(Number);
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: !wall.includes("T") });
}

interface Iterator {
  check_contracting_rules: () => number | boolean;
  next: () => ICAL.Time | null;
}

export class Repeats {
  #steps = 0;

  /** The dates that rules make from a start on; null where one of them cannot be read, or makes none for too long. */
  dates(
    start: string,
    rules: readonly { readonly rule: string; readonly until: string | null }[],
  ): Dates | null {
    const walls = new Set([start]);
    let isCut = false;
    for (const { rule, until } of rules) {
      const made = this.#made(start, rule, until);
      if (made === null) return null;
      for (const wall of made.walls) walls.add(wall);
      isCut ||= made.isCut;
    }
    const inOrder = [...walls].toSorted();
    return { walls: inOrder.slice(0, mostDates), isCut: isCut || inOrder.length > mostDates };
  }

  #made(start: string, rule: string, until: string | null): Dates | null {
    const walls: string[] = [];
    try {
      const recur = ICAL.Recur.fromString(rule);
      if (!(recur.interval >= 1) || (recur.count ?? 1) < 1) return null;
      const iterator = recur.iterator(timeOf(start)) as unknown as Iterator;
      this.#bound(iterator);
      for (let next = iterator.next(); next !== null; next = iterator.next()) {
        const wall = next.toString().slice(0, start.length);
        if (until !== null && wall > until) break;
        if (walls.length === mostDates) return { walls, isCut: true };
        walls.push(wall);
      }
    } catch {
      return null;
    }
    return { walls, isCut: false };
  }

  /** The library looks for the next date until there is one: a rule of the thirtieth of February has none. */
  #bound(iterator: Iterator): void {
    const check = iterator.check_contracting_rules.bind(iterator);
    iterator.check_contracting_rules = () => {
      this.#steps += 1;
      if (this.#steps > mostSteps) throw new RangeError("no date in sight");
      return check();
    };
  }
}
