// The place and date an edited text begins with: "Washington, November 21, 1976, 2040Z."
import { clockTimeOf, instantAt } from "./date-time-group.ts";
import { isoDay, writtenDayAt } from "./days.ts";
import type { SourceLine } from "./lines.ts";
import { sliceOf, spanOf, trimmed } from "./mapped-text.ts";
import type { DateTimeGroup, Found } from "./reading.ts";
import { wordsOf } from "./words.ts";

export interface Dateline {
  readonly place: Found<string> | null;
  /** Null for "Washington, undated." */
  readonly sentAt: Found<DateTimeGroup> | null;
  readonly year: number | null;
}

const longestDateline = 120;
const mostPlaceWords = 6;

/** A line that is a place and a date and nothing more; null where it is anything else. */
export function datelineOf(line: SourceLine): Dateline | null {
  if (line.upper.length > longestDateline) return null;
  if (/^[A-Z][A-Z .'-]{2,40}, UNDATED\.?$/.test(line.upper)) {
    const place = sliceOf(line, 0, line.text.lastIndexOf(","));
    return { place: { value: place.text, span: spanOf(place), certainty: "sure" }, sentAt: null, year: null };
  }
  const words = wordsOf(line.upper);
  for (let at = 0; at <= mostPlaceWords && at < words.length; at += 1) {
    const first = words[at];
    const day = writtenDayAt(words, at, line.upper);
    if (!day || day.year === null || !first) continue;
    const iso = isoDay(day.year, day.month, day.day);
    const last = words[at + day.words - 1];
    if (iso === null || !last || (at > 0 && !/, ?$/.test(line.upper.slice(0, first.start)))) return null;
    const rest = line.upper.slice(last.end);
    const clock = clockTimeOf(rest);
    if (!/^[,. ]*(?:$|[\d(]|NOON|MIDNIGHT)/.test(rest) || rest.length > 30) return null;
    const place = trimmed(sliceOf(line, 0, Math.max(0, line.upper.slice(0, first.start).lastIndexOf(","))));
    const time = sliceOf(line, first.start, line.text.replace(/[. ]+$/, "").length);
    return {
      place: place.text === "" ? null : { value: place.text, span: spanOf(place), certainty: "sure" },
      sentAt: {
        // A local hour of an unnamed zone is kept as printed; its instant is then only a guess.
        value: { text: time.text, at: instantAt(iso, clock), actionPrecedence: null, infoPrecedence: null },
        span: spanOf(time),
        certainty: clock?.zulu ? "sure" : "unsure",
      },
      year: day.year,
    };
  }
  return null;
}
