// Where sentences end: not at "U.N.", "NOV. 11", "A. M." or an initial.

const abbreviations = new Set(
  (
    "MR MRS MS DR ST GEN AMB SEN REP COL LT CAPT CMDR MAJ SGT GOV PROF ADM HON NO NOS VS JAN FEB APR JUN JUL AUG SEP SEPT OCT NOV DEC " +
    "DEPT GOVT INC CO CORP LTD JR SR ART PARAS REFS FIG CF EG IE ETC APPROX SEC ASST DEP SECY VIZ EST ADDIT"
  ).split(" "),
);

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || code > 0x7f;
}

function isWordChar(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x27;
}

/** True where the full stop at `at` only shortens a word. */
function isAbbreviation(upper: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && isLetter(upper.charCodeAt(start - 1))) start -= 1;
  const word = upper.slice(start, at);
  if (word.length === 1) return true;
  return word.length > 0 && abbreviations.has(word) && upper.charAt(at + 1) !== "\n";
}

/** Offset where the sentence at `from` ends, blanks behind it included; the text's length at the most. A line break ends one. */
export function sentenceEnd(upper: string, from: number, to = upper.length): number {
  for (let at = from; at < to; at += 1) {
    const char = upper.charAt(at);
    if (char === "\n") return at + 1;
    if (char !== "." && char !== "?" && char !== "!") continue;
    let end = at + 1;
    while (end < to && ".?!)\"']".includes(upper.charAt(end))) end += 1;
    const next = upper.charAt(end);
    if (end < to && next !== " " && next !== "\n") continue;
    if (char === "." && end < to && isAbbreviation(upper, at)) continue;
    while (end < to && upper.charAt(end) === " ") end += 1;
    return end;
  }
  return to;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a stretch, without blanks at their ends. */
export function sentencesOf(upper: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < to;) {
    const next = sentenceEnd(upper, at, to);
    let start = at;
    let end = next;
    while (start < end && (upper.charAt(start) === " " || upper.charAt(start) === "\n")) start += 1;
    while (end > start && (upper.charAt(end - 1) === " " || upper.charAt(end - 1) === "\n")) end -= 1;
    if (end > start && hasWord(upper, start, end)) found.push({ start, end });
    at = next;
  }
  return found;
}

function hasWord(upper: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isWordChar(upper.charCodeAt(at))) return true;
  return false;
}
