// The header of an edited text: a dateline, then number, pass line, subject and references in one paragraph.
import { citationsOf } from "./citations.ts";
import type { Dateline } from "./dateline.ts";
import { emptyHeader, foundText, subjectOf, tagsOf } from "./header.ts";
import { labelledHead } from "./header-labels.ts";
import { letterLabelAt } from "./header-words.ts";
import type { SourceLine } from "./lines.ts";
import { emptyText, sliceOf, spanOf, trimmed, type MappedText } from "./mapped-text.ts";
import { captionsAt } from "./marking-words.ts";
import { isPassLine } from "./pass-lines.ts";
import { plainUpper } from "./plain-upper.ts";
import type { CableHeader, Found } from "./reading.ts";
import { sentenceEnd } from "./sentences.ts";

export interface EditedHeader {
  readonly header: CableHeader;
  /** What follows the header in its last paragraph. */
  readonly rest: MappedText;
  /** How many lines it took; the text goes on with the next. */
  readonly used: number;
}

/** Capitals that number their own telegrams by a word of their own. */
const postOfPlace: Readonly<Record<string, string>> = { WASHINGTON: "STATE" };

/** "285850.", "CAP 82362.", "JCS 2400-65.", "MAC JOO 19118.", "21378/Delto 770.", "CINCPAC 062235Z." */
const numberHead =
  /^(?:([A-Z]{2,8}(?: [A-Z]{2,4})?) ?)?(\d{1,6}(?:-\d{1,2}|Z)?)(?:\/(?:[A-Z]+ )?\d{1,6})?\. ?/;

/** The number an edited text opens its first paragraph with; null where it has none. */
export function editedNumberAt(upper: string): RegExpExecArray | null {
  return numberHead.exec(upper.slice(0, 40));
}

function numberOf(
  line: MappedText,
  upper: string,
  place: string | null,
): { mrn: Found<string>; end: number } | null {
  const head = editedNumberAt(upper);
  if (!head) return null;
  const printed = stripFullStop(head[0]);
  const bare = /^\d/.test(printed);
  const name = plainUpper(place ?? "");
  const post = Object.hasOwn(postOfPlace, name) ? postOfPlace[name] : name;
  const number = bare ? `${post ? `${post} ` : ""}${head[2] ?? printed}` : printed;
  return {
    mrn: {
      value: number,
      span: spanOf(line, 0, printed.length),
      certainty: bare && post ? "likely" : "sure",
    },
    end: head[0].length,
  };
}

function stripFullStop(text: string): string {
  return text.trimEnd().replace(/\.$/, "");
}

const fields = ["subject", "references", "tags", "order", "passLines"] as const;
type EditedField = (typeof fields)[number];

interface Label {
  readonly field: EditedField;
  readonly rest: number;
}

/** A labelled field, or "Subject Vance Mission" without its colon, at `at`. */
function labelAt(upper: string, at: number): Label | null {
  const labelled = labelledHead(upper.slice(at, at + 40));
  if (labelled) {
    const field = fields.find((one) => one === labelled.field);
    return field ? { field, rest: at + labelled.rest } : null;
  }
  const bare = /^SUBJECT (?=[A-Z])/.exec(upper.slice(at, at + 12));
  if (bare) return { field: "subject", rest: at + bare[0].length };
  const cites = /^REFS? (?=[A-Z]{2,} \d|A\. )/.exec(upper.slice(at, at + 30));
  return cites ? { field: "references", rest: at + cites[0].length } : null;
}

/** A head runs no longer; what lies beyond is text. */
const longestHead = 5_000;

/** A tail this short behind a subject's full stop is more of the subject. */
const shortTail = 60;

/** True where a field of the header, or the first paragraph, begins at `at`. */
function opensField(line: SourceLine, at: number): boolean {
  return labelAt(line.upper, at) !== null || isFirstParagraph(line.upper, at) || isPassSentence(line, at);
}

/** A subject ends with its sentence; what little follows it belongs to it too, where the text stands in paragraphs of its own. */
function subjectEnd(line: SourceLine, from: number, hasMore: boolean): number {
  let end = sentenceEnd(line.upper, from);
  if (!hasMore) return end;
  while (end < line.upper.length && line.upper.length - end <= shortTail && !opensField(line, end))
    end = sentenceEnd(line.upper, end);
  return end;
}

/** A reference list ends with its sentence, unless the next one opens with the list's next letter. */
function referencesEnd(line: SourceLine, from: number): number {
  let end = sentenceEnd(line.upper, from);
  while (end < line.upper.length && letterLabelAt(line.upper, end) && !opensField(line, end))
    end = sentenceEnd(line.upper, end);
  return end;
}

function isFirstParagraph(upper: string, at: number): boolean {
  return upper.startsWith("1. ", at);
}

const smallWords = new Set(["also", "please", "and", "pass", "info", "for", "the", "to", "from", "only"]);

/** In mixed case names are capitalised on both sides of "for" and "pass"; in sentences they are not. */
function isNamesOnly(sentence: string): boolean {
  return sentence.split(/[ ,;]+/).every((word) => smallWords.has(word.toLowerCase()) || /^[^a-z]/.test(word));
}

/** Sentences of an edited text's head that only hand the telegram on. */
function isPassSentence(line: SourceLine, at: number): boolean {
  const end = Math.min(sentenceEnd(line.upper, at), at + 200);
  const sentence = stripFullStop(line.upper.slice(at, end));
  const caption = captionsAt(sentence);
  if (caption.found.length > 0 && caption.rest >= sentence.length) return true;
  if (sentence.length > 160) return false;
  return (
    isPassLine(sentence) &&
    (isNamesOnly(stripFullStop(line.text.slice(at, end))) || !/^[A-Z]+ (?:FOR|PASS)/.test(sentence))
  );
}

/** "Embtel 3003." between number and subject cites. */
const citingSentence =
  /^(?:[A-Z]*TELS?|CIRC(?:ULAR)?|[A-Z]+(?: [A-Z]+)?) \d{1,6}(?:(?:,| AND) \d{1,6})*\.? ?$/;

/** True where a subject or reference label stands a little way on, so that what comes before it belongs to the header. */
function labelAhead(line: SourceLine, from: number): boolean {
  const limit = Math.min(line.upper.length, from + 400);
  for (let at = sentenceEnd(line.upper, from); at < limit; at = sentenceEnd(line.upper, at)) {
    if (isFirstParagraph(line.upper, at)) return false;
    if (labelAt(line.upper, at)) return true;
  }
  return false;
}

interface Walk {
  readonly header: CableHeader;
  /** Offset in the line where the text begins. */
  readonly at: number;
}

/** Takes the header's fields off the front of a line, from `from` on. */
function walkLine(line: SourceLine, from: number, header: CableHeader, hasMore: boolean): Walk {
  const { upper } = line;
  const sentOn = header.sentAt?.value.at.slice(0, 10) ?? null;
  let at = from;
  let walked = header;
  while (at < Math.min(upper.length, longestHead) && !isFirstParagraph(upper, at)) {
    const label = labelAt(upper, at);
    const sentence = upper.slice(at, sentenceEnd(upper, at));
    const field: EditedField =
      label?.field ?? (citingSentence.test(sentence.slice(0, 80)) ? "references" : "passLines");
    if (!label && !isPassSentence(line, at) && !labelAhead(line, at)) break;
    const start = label?.rest ?? at;
    const end =
      field === "subject"
        ? subjectEnd(line, start, hasMore)
        : field === "references"
          ? referencesEnd(line, start)
          : sentenceEnd(upper, start);
    const value = trimmed(sliceOf(line, start, end));
    const text = trimmed(sliceOf(value, 0, value.text.replace(/[.:]$/, "").length));
    walked = withField(walked, field, text, sentOn);
    at = end;
  }
  return { header: walked, at };
}

/** Paragraphs a header may be spread over. */
const mostParagraphs = 5;

/** `lines` are those below the dateline. */
export function editedHeaderOf(dateline: Dateline, lines: readonly SourceLine[]): EditedHeader {
  let header: CableHeader = { ...emptyHeader, place: dateline.place, sentAt: dateline.sentAt };
  for (const [k, line] of lines.slice(0, mostParagraphs).entries()) {
    const number = k === 0 ? numberOf(line, line.upper, dateline.place?.value ?? null) : null;
    if (number) header = { ...header, mrn: number.mrn };
    if (k > 0 && !opensField(line, 0)) return { header, rest: emptyText, used: k };
    const walk = walkLine(line, number?.end ?? 0, header, k + 1 < lines.length);
    header = walk.header;
    const rest = trimmed(sliceOf(line, walk.at));
    if (rest.text !== "") return { header, rest, used: k + 1 };
  }
  return { header, rest: emptyText, used: Math.min(lines.length, mostParagraphs) };
}

function withField(
  header: CableHeader,
  field: EditedField,
  text: MappedText,
  sentOn: string | null,
): CableHeader {
  if (text.text === "") return header;
  switch (field) {
    case "subject":
      return header.subject ? header : { ...header, subject: subjectOf(text) };
    case "references":
      return { ...header, references: [...header.references, ...citationsOf(text, sentOn)] };
    case "tags":
      return { ...header, tags: tagsOf(text) };
    case "order":
      return { ...header, order: foundText(text, "sure", `E.O. ${text.text}`) };
    case "passLines":
      return { ...header, passLines: [...header.passLines, foundText(text)] };
  }
}
