// From gathered header lines to header fields.
import { addresseesOf } from "./addressees.ts";
import { citationsOf } from "./citations.ts";
import { clockTimeOf, dateTimeGroupOf, instantAt, type ReadGroup } from "./date-time-group.ts";
import { isoDay, writtenDayAt } from "./days.ts";
import { letterheadNumber, type BlockField, type HeaderBlock, type HeaderBlocks } from "./header-blocks.ts";
import { bannerAt, captionsAt, portionAt } from "./marking-words.ts";
import { joined, sliceOf, spanOf, trimmed, type MappedText } from "./mapped-text.ts";
import { plainUpper } from "./plain-upper.ts";
import { placeOf, type KnownPlaces } from "./post-names.ts";
import type { Addressee, CableHeader, Certainty, DateTimeGroup, Found } from "./reading.ts";
import { stripEnds } from "./strip-ends.ts";
import type { AddressKind, Marking, Precedence } from "../model/enums.ts";
import { wordsOf } from "./words.ts";

export const emptyHeader: CableHeader = {
  place: null,
  sentAt: null,
  from: null,
  addressees: [],
  marking: null,
  mrn: null,
  section: null,
  captions: [],
  passLines: [],
  order: null,
  tags: [],
  subject: null,
  references: [],
  drafter: null,
  approver: null,
  signature: null,
};

export function foundText(text: MappedText, certainty: Certainty = "sure", value = text.text): Found<string> {
  return { value, span: spanOf(text), certainty };
}

/** First block of a field that has a value. */
function valueOf(
  blocks: readonly HeaderBlock[],
  field: BlockField,
): { text: MappedText; certainty: Certainty } | null {
  const block = blocks.find((candidate) => candidate.field === field && candidate.parts.length > 0);
  return block ? { text: joined(block.parts), certainty: block.certainty } : null;
}

function textOf(blocks: readonly HeaderBlock[], field: BlockField, upper = false): Found<string> | null {
  const value = valueOf(blocks, field);
  return (
    value && foundText(value.text, value.certainty, upper ? plainUpper(value.text.text) : value.text.text)
  );
}

function foundGroup(
  read: ReadGroup,
  line: MappedText,
  certainty: Certainty = read.certainty,
): Found<DateTimeGroup> {
  const span = spanOf(line, read.start, read.end);
  return { value: { ...read.group, text: line.text.slice(read.start, read.end) }, span, certainty };
}

/** "Date/DTG: Nov 20, 2026 / 201530Z NOV 26": the group where there is one, else the day with or without an hour. */
function writtenTimeOf(line: MappedText): Found<DateTimeGroup> | null {
  const upper = plainUpper(line.text.slice(0, 200));
  const slash = upper.lastIndexOf("/ ");
  for (const from of slash < 0 ? [0] : [slash + 2, 0]) {
    const rest = sliceOf(line, from);
    const read = dateTimeGroupOf(plainUpper(rest.text.slice(0, 100)));
    if (read) return foundGroup(read, rest);
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(upper);
  const words = wordsOf(upper);
  const written = iso ? null : writtenDayAt(words, 0, upper);
  const day = iso
    ? isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : written && written.year !== null && isoDay(written.year, written.month, written.day);
  if (!day) return null;
  const clock = clockTimeOf(upper);
  const group = { text: line.text, at: instantAt(day, clock), actionPrecedence: null, infoPrecedence: null };
  return { value: group, span: spanOf(line), certainty: clock?.zulu ? "likely" : "unsure" };
}

function sentAtOf(blocks: readonly HeaderBlock[], datelineYear: number | null): Found<DateTimeGroup> | null {
  for (const block of blocks) {
    const line = block.parts[0];
    if (!line) continue;
    if (block.field === "sentAt") return writtenTimeOf(joined(block.parts)) ?? null;
    if (block.field !== "group") continue;
    const read = dateTimeGroupOf(plainUpper(line.text.slice(0, 100)), datelineYear);
    if (read) return foundGroup(read, line);
  }
  return null;
}

const listKinds: Readonly<Partial<Record<BlockField, AddressKind>>> = {
  action: "action",
  info: "info",
  exempt: "exempt",
};

function addresseesIn(blocks: readonly HeaderBlock[], known: KnownPlaces): Found<Addressee>[] {
  return blocks.flatMap((block) => {
    const kind = listKinds[block.field];
    return kind ? block.parts.flatMap((part) => addresseesOf(part, kind, known, block.certainty)) : [];
  });
}

/** "UN, FAO, WFC", "ILO PORG", "OVIP (STRAUSS, ROBERT S.)": commas and blanks inside brackets part nothing. */
export function tagsOf(list: MappedText): Found<string>[] {
  const found: Found<string>[] = [];
  let depth = 0;
  let start = -1;
  const close = (end: number) => {
    if (start < 0) return;
    const text = trimmed(sliceOf(list, start, end));
    const bracketed = text.text.startsWith("(");
    const last = found.at(-1);
    if (bracketed && last) {
      found[found.length - 1] = {
        ...last,
        value: `${last.value} ${text.text}`,
        span: { start: last.span.start, end: spanOf(text).end },
      };
    } else if (/[A-Z0-9]/i.test(text.text))
      found.push(foundText(text, "sure", plainUpper(stripEnds(text.text, ".:"))));
    start = -1;
  };
  for (let at = 0; at < list.text.length; at += 1) {
    const char = list.text.charAt(at);
    if (depth === 0 && (",; /".includes(char) || (char === "(" && start >= 0))) close(at);
    if (char === "(") depth += 1;
    if (char === ")") depth = Math.max(0, depth - 1);
    if (start < 0 && !",; /".includes(char)) start = at;
  }
  close(list.text.length);
  return found;
}

/** A subject without its portion mark; the mark stays in the span's neighbourhood, not in the value. */
export function subjectOf(text: MappedText): Found<string> | null {
  const portion = portionAt(plainUpper(text.text), 0);
  const rest = portion ? sliceOf(text, portion.end) : text;
  return rest.text === "" ? null : foundText(rest);
}

function captionsIn(blocks: readonly HeaderBlock[], found: HeaderBlocks["identity"]): Found<string>[] {
  const own = (found?.identity.captions ?? []).map((caption) => ({
    value: caption.value,
    span: spanOf(found?.line ?? { text: "", starts: [], sources: [] }, caption.start, caption.end),
    certainty: "sure" as const,
  }));
  const others = blocks
    .filter((block) => block.field === "captions")
    .flatMap((block) =>
      block.parts.flatMap((part) => {
        const known = captionsAt(plainUpper(part.text.slice(0, 200))).found;
        if (known.length === 0) return [foundText(part, block.certainty, plainUpper(part.text))];
        return known.map((caption) => ({
          value: caption.value,
          span: spanOf(part, caption.start, caption.end),
          certainty: block.certainty,
        }));
      }),
    );
  return [...own, ...others];
}

function markingIn(blocks: readonly HeaderBlock[], found: HeaderBlocks["identity"]): Found<Marking> | null {
  const own = found?.identity.marking;
  if (own && found)
    return { value: own.value, span: spanOf(found.line, own.start, own.end), certainty: "sure" };
  for (const block of blocks) {
    const line = block.parts[0];
    if (!line || (block.field !== "marking" && block.field !== "banner")) continue;
    const banner = bannerAt(plainUpper(line.text.slice(0, 200)));
    const certainty = block.field === "marking" ? "sure" : "likely";
    if (banner) return { value: banner.marking, span: spanOf(line, banner.start, banner.end), certainty };
  }
  return null;
}

function orderOf(blocks: readonly HeaderBlock[]): Found<string> | null {
  const block = blocks.find((candidate) => candidate.field === "order");
  if (!block) return null;
  const text = joined(block.parts);
  if (text.text === "") return null;
  const value = stripEnds(plainUpper(text.text).replace(/ ?: ?/, ": "), ": ");
  const known = /^(?:10501|11652|12065|12356|12958|13526|13556|N\/A)\b/.test(value);
  return value === "" ? null : foundText(text, known ? "sure" : "likely", `E.O. ${value}`);
}

function mrnIn(read: HeaderBlocks, from: Found<string> | null): Found<string> | null {
  const { blocks, identity: found, letterhead } = read;
  const labelled = textOf(blocks, "mrn", true);
  if (labelled) return labelled;
  const mrn = found?.identity.mrn;
  if (mrn && found)
    return { value: mrn.value, span: spanOf(found.line, mrn.start, mrn.end), certainty: "sure" };
  const number = letterhead && letterheadNumber(letterhead.upper);
  if (!letterhead || !number) return null;
  if (!/^\d/.test(number)) return foundText(letterhead, "likely", number);
  // A letterhead of the Department with no sender named is an outgoing message form.
  const own = from === null || from.value.startsWith("SECSTATE") ? "STATE" : placeOf(from.value);
  return foundText(letterhead, "likely", `${own} ${number}`);
}

/** "RUEHC/SECSTATE WASHDC" is SECSTATE WASHDC. */
function withoutRouting(from: Found<string> | null): Found<string> | null {
  return from && { ...from, value: from.value.replace(/^RU[A-Z]{3,6}\//, "") };
}

/** One precedence for all, where a labelled header prints it apart. */
function withPrecedence(
  sentAt: Found<DateTimeGroup> | null,
  text: string | undefined,
): Found<DateTimeGroup> | null {
  const names: Readonly<Record<string, Precedence>> = {
    FLASH: "flash",
    "NIACT IMMEDIATE": "niactImmediate",
    IMMEDIATE: "immediate",
    PRIORITY: "priority",
    ROUTINE: "routine",
  };
  const named = text !== undefined && Object.hasOwn(names, text) ? names[text] : undefined;
  return sentAt && named
    ? { ...sentAt, value: { ...sentAt.value, actionPrecedence: sentAt.value.actionPrecedence ?? named } }
    : sentAt;
}

export function headerOf(read: HeaderBlocks, known: KnownPlaces, datelineYear: number | null): CableHeader {
  const { blocks, identity } = read;
  const precedence = textOf(blocks, "precedence", true)?.value;
  const sentAt = withPrecedence(sentAtOf(blocks, datelineYear), precedence);
  const section = identity?.identity.section;
  const from = withoutRouting(textOf(blocks, "from", true));
  const subject = valueOf(blocks, "subject");
  const references = blocks.filter((block) => block.field === "references" && block.parts.length > 0);
  const passLines = blocks.filter((block) => block.field === "passLines" && block.parts.length > 0);
  const tags = valueOf(blocks, "tags");
  return {
    ...emptyHeader,
    sentAt,
    from,
    addressees: addresseesIn(blocks, known),
    marking: markingIn(blocks, identity),
    mrn: mrnIn(read, from),
    section:
      section && identity
        ? {
            value: { part: section.part, of: section.of },
            span: spanOf(identity.line, section.start, section.end),
            certainty: "sure",
          }
        : null,
    captions: captionsIn(blocks, identity),
    passLines: passLines.map((block) => foundText(joined(block.parts), block.certainty)),
    order: orderOf(blocks),
    tags: tags ? tagsOf(tags.text) : [],
    subject: subject && subjectOf(subject.text),
    references: references.flatMap((block) =>
      citationsOf(joined(block.parts), sentAt?.value.at.slice(0, 10) ?? null),
    ),
    drafter: textOf(blocks, "drafter"),
    approver: textOf(blocks, "approver"),
  };
}
