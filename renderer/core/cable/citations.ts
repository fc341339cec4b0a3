// Reference lists: "A. STATE 222510; B. ROME 12867 (NOTAL)", one per line or all in one, with or without letters.
import { isoDay, lastDay, writtenDayAt } from "./days.ts";
import { letterLabelAt } from "./header-words.ts";
import { sliceOf, spanOf, trimmed, type MappedText } from "./mapped-text.ts";
import { plainUpper } from "./plain-upper.ts";
import type { CitedCable, Found } from "./reading.ts";
import { stripEnds } from "./strip-ends.ts";
import { wordsOf } from "./words.ts";

/** A longer one is no title but running text. */
const longestTitle = 500;

interface Part {
  readonly label: string;
  readonly text: MappedText;
}

/** The list's letters run upwards, so a letter out of turn ("U. S.", an initial) opens nothing. */
function labelledParts(list: MappedText, upper: string): Part[] {
  const starts: { label: string; at: number; text: number }[] = [];
  for (let at = 0; at < upper.length; at += 1) {
    const before = at === 0 ? " " : upper.charAt(at - 1);
    if (!" ;,.".includes(before)) continue;
    const label = letterLabelAt(upper, at);
    if (!label) continue;
    const last = starts.at(-1)?.label;
    const expected = last === undefined ? "A" : String.fromCharCode(last.charCodeAt(0) + 1);
    const opensList = starts.length === 0 && at === 0;
    if (label.letter !== expected && !opensList) continue;
    starts.push({ label: label.letter, at, text: label.end });
    at = label.end - 1;
  }
  if (starts.length === 0 || (starts[0]?.at ?? 0) > 0) return [{ label: "", text: list }];
  return starts.map((start, k) => ({
    label: start.label,
    text: sliceOf(list, start.text, starts[k + 1]?.at),
  }));
}

/** Places of top-level separators: semicolons, commas outside brackets, AND between two citations. */
function separatedParts(part: Part): Part[] {
  const upper = plainUpper(part.text.text);
  const cuts: { end: number; next: number }[] = [];
  let depth = 0;
  for (let at = 0; at < upper.length; at += 1) {
    const char = upper.charAt(at);
    if (char === "(") depth += 1;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === ";" || (char === "," && !datesAround(upper, at))))
      cuts.push({ end: at, next: at + 1 });
    else if (
      depth === 0 &&
      upper.startsWith(" AND ", at) &&
      /\d/.test(upper.charAt(at - 1)) &&
      citesAt(upper, at + 5)
    ) {
      cuts.push({ end: at, next: at + 5 });
    }
  }
  const parts: Part[] = [];
  let start = 0;
  for (const cut of [...cuts, { end: upper.length, next: upper.length }]) {
    const text = trimmed(sliceOf(part.text, start, cut.end));
    if (text.text !== "") parts.push({ label: part.label, text });
    start = cut.next;
  }
  return parts;
}

/** A comma inside "NOVEMBER 18, 2026" is no separator. */
function datesAround(upper: string, at: number): boolean {
  return (
    /\d$/.test(upper.slice(Math.max(0, at - 2), at)) && /^,? ?(?:19|20)\d{2}\b/.test(upper.slice(at, at + 8))
  );
}

function citesAt(upper: string, at: number): boolean {
  return /^(?:[A-Z][A-Z'-]*(?: [A-Z][A-Z'-]*){0,3} )?\d{1,6}\b/.test(upper.slice(at, at + 60));
}

const notalMark = /\(? ?\bNOTAL\b ?\)?/;
const datedWord = /[(,]? ?\b(?:DTD|DATED|OF|DTG)\b ?$|\($/;

interface Rest {
  readonly text: string;
  readonly on: string | null;
}

/** Takes a date off the citation: "(3/20/73)", "DTD 5/17/73", "(JULY 27, 1972)", "OF NOVEMBER 18, 2026". */
function withoutDate(upper: string, sentOn: string | null): Rest {
  const words = wordsOf(upper);
  for (let at = 0; at < words.length; at += 1) {
    const day = writtenDayAt(words, at, upper);
    const first = words[at];
    const last = words[at + (day?.words ?? 1) - 1];
    if (!day || !first || !last) continue;
    const on =
      day.year === null
        ? sentOn && lastDay(day.month, day.day, sentOn)
        : isoDay(day.year, day.month, day.day);
    if (on === null || on === "") continue;
    const before = upper.slice(0, first.start).trimEnd();
    const head = before.replace(datedWord, "").trimEnd();
    const tail = upper.slice(last.end).replace(/^ ?\)/, "");
    // Where only the date follows a name, it is part of how the paper is called.
    const text = `${head}${tail}`.trim();
    return { text: text === "" ? upper : text, on };
  }
  return { text: upper, on: null };
}

const cableNumber = /^(?:(\d{2}|\d{4}) )?([A-Z][A-Z .-]*?[A-Z])(?:'S)?\.? ?(\d{1,6}(?:\/\d{1,6})?)$/;
const airgram = /^(?:([A-Z][A-Z ]*[A-Z]) )?A- ?(\d{1,5})$/;

/** Printed capitals only, so that a quoted title keeps its own letters. */
function mrnOf(rest: string, printed: string, lastPost: string): { mrn: string; post: string } {
  const clean = stripEnds(rest, " ,;:.").slice(0, 200);
  const bare = /^\d{3,6}$/.exec(clean);
  if (bare && lastPost !== "") return { mrn: `${lastPost} ${clean}`, post: lastPost };
  const cable = clean.length <= 60 ? cableNumber.exec(clean) : null;
  if (cable) {
    const post = (cable[2] ?? "").trim();
    return { mrn: `${cable[1] ? `${cable[1]} ` : ""}${post} ${cable[3] ?? ""}`, post };
  }
  const air = clean.length <= 60 ? airgram.exec(clean) : null;
  if (air) return { mrn: `${air[1] ? `${air[1]} ` : ""}A-${air[2] ?? ""}`, post: "" };
  return { mrn: printed, post: "" };
}

function citationOf(
  part: Part,
  sentOn: string | null,
  lastPost: string,
): { cited: CitedCable; post: string } | null {
  const printed = stripEnds(part.text.text, " ,;:.").slice(0, longestTitle);
  const upper = plainUpper(printed);
  if (!/[A-Z0-9]/.test(upper)) return null;
  const notal = notalMark.test(upper);
  const { text, on } = withoutDate(upper.replace(notalMark, " ").trim(), sentOn);
  const { mrn, post } = mrnOf(text, printed, lastPost);
  return { cited: { label: part.label, mrn, on, notal }, post };
}

/**
 * The papers a reference list cites, in order. `sentOn` is the day of the citing cable, which gives a date without a year its year.
 * A bare number takes the post of the one before it ("STATE 108501 AND 110462").
 */
export function citationsOf(list: MappedText, sentOn: string | null): Found<CitedCable>[] {
  const found: Found<CitedCable>[] = [];
  let lastPost = "";
  for (const part of labelledParts(list, plainUpper(list.text)).flatMap(separatedParts)) {
    const read = citationOf(part, sentOn, lastPost);
    if (!read) continue;
    lastPost = read.post === "" ? lastPost : read.post;
    const known = read.post !== "" || read.cited.mrn.includes("A-");
    found.push({ value: read.cited, span: spanOf(part.text), certainty: known ? "sure" : "likely" });
  }
  return found;
}
