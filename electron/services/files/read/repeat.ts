// The dates of an entry that repeats: as many as are read of its rule.
import { RRuleTemporal } from "rrule-temporal";
import { ruleOf } from "./repeat-rule.ts";

/** Dates of one entry that are read at most. */
export const mostDates = 1000;

/** Years, months, days or hours in which one rule, and all of a file, may be looked for dates in vain: some never come to one. */
const mostVain = 50_000;
const mostVainOfAll = 300_000;
const leastVain = 100;

/** What the library says where a rule comes to no date in so many steps. */
const inVain = /exceeded/;

export interface Dates {
  /** Wall times in the zone of the entry's start, in order. */
  readonly walls: readonly string[];
  /** There are more. */
  readonly isCut: boolean;
}

export class Repeats {
  readonly #most: number;
  /** Rules that came to no date, from where they were to start. */
  readonly #inVain = new Set<string>();
  #vain: number;

  /** `dates` of one entry at most; `vain`: steps in vain of all. */
  constructor({
    dates = mostDates,
    vain = mostVainOfAll,
  }: { readonly dates?: number; readonly vain?: number } = {}) {
    this.#most = dates;
    this.#vain = vain;
  }

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
    return { walls: inOrder.slice(0, this.#most), isCut: isCut || inOrder.length > this.#most };
  }

  #made(start: string, text: string, until: string | null): Dates | null {
    const isDay = !start.includes("T");
    const rule = ruleOf(text, isDay);
    if (rule === null || this.#inVain.has(`${start} ${rule}`)) return null;
    const vain = Math.max(leastVain, Math.min(mostVain, this.#vain));
    const walls: string[] = [];
    let isCut = false;
    try {
      // Reckoned on a clock that never jumps: which instant a wall time is, its zone says afterwards.
      reckoner(start, rule, vain).all((date) => {
        const wall = date.toString().slice(0, start.length);
        if (/^[+-]/.test(wall) || (until !== null && wall > until)) return false;
        isCut = walls.length === this.#most;
        if (!isCut) walls.push(wall);
        return !isCut;
      });
    } catch (error) {
      // Beyond what a date can be there is none.
      if (error instanceof RangeError) return { walls, isCut };
      if (error instanceof Error && inVain.test(error.message)) {
        this.#vain -= vain;
        this.#inVain.add(`${start} ${rule}`);
      }
      return null;
    }
    return { walls, isCut };
  }
}

/** Throws for parts that go together with no meaning. */
function reckoner(start: string, rule: string, vain: number): RRuleTemporal {
  const from = `${start.includes("T") ? start : `${start}T00:00:00`}Z`.replaceAll(/[-:]/g, "");
  return new RRuleTemporal({
    rruleString: `DTSTART:${from}\nRRULE:${rule}`,
    includeDtstart: true,
    strict: true,
    maxIterations: vain,
    maxCandidateEvaluations: 2 * vain,
    cache: false,
  });
}
