// Walks the lines of a header and gathers them field by field, up to the first line of the text.
import { dateTimeGroupOf } from "./date-time-group.ts";
import { datelineOf } from "./dateline.ts";
import type { HeaderField } from "./header-labels.ts";
import { isTransmissionLine, letterLabelAt, lineHeadOf, paragraphHeadOf } from "./header-words.ts";
import { bestIdentity, identityOf, type Identity } from "./identity.ts";
import { looksLikeAddressee } from "./addressees.ts";
import { longestLine, type SourceLine } from "./lines.ts";
import { captionsAt, isLoneBanner } from "./marking-words.ts";
import { sliceOf, type MappedText } from "./mapped-text.ts";
import { isPassLine, maybePassLine } from "./pass-lines.ts";
import { plainUpper } from "./plain-upper.ts";
import type { Certainty } from "./reading.ts";

export type BlockField = HeaderField | "group" | "banner" | "transmission";

/** The lines of one field, value only. */
export interface HeaderBlock {
  readonly field: BlockField;
  readonly parts: MappedText[];
  certainty: Certainty;
}

export interface HeaderBlocks {
  readonly blocks: readonly HeaderBlock[];
  readonly identity: { readonly line: SourceLine; readonly identity: Identity } | null;
  /** The number a letterhead prints above the transmission, for a cable whose own line is missing. */
  readonly letterhead: SourceLine | null;
  /** Index of the first line of the text. */
  readonly bodyStart: number;
}

/** Lines looked at for a header field below a line that says nothing by itself. */
const lookAhead = 12;
/** A letterhead is no longer than this, also where nothing marks the transmission below it. */
const letterheadLines = 4;
/** An address list to every post there is, and room. */
const longestHeader = 700;

interface Frame {
  readonly lines: readonly SourceLine[];
  /** First line of the transmission proper; what stands above is letterhead. */
  readonly anchor: number;
  /** First line that can only be text. */
  readonly limit: number;
  readonly identityAt: number;
}

function isAnchor(line: SourceLine): boolean {
  if (dateTimeGroupOf(line.upper)) return true;
  const head = lineHeadOf(line.upper);
  return head !== null && ["from", "action", "mrn", "sentAt"].includes(head.field);
}

function frameOf(lines: readonly SourceLine[]): Frame & { identity: HeaderBlocks["identity"] } {
  const anchor = Math.max(0, lines.slice(0, longestHeader).findIndex(isAnchor));
  let limit = anchor + 1;
  const last = Math.min(lines.length, anchor + longestHeader);
  while (limit < last && !paragraphHeadOf(lines[limit]?.upper ?? "")) limit += 1;
  const header = lines.slice(anchor, limit);
  const sender = header.findIndex((line) => lineHeadOf(line.upper)?.field === "from");
  const senderHead = sender < 0 ? null : lineHeadOf(header[sender]?.upper ?? "");
  const senderRest = sender < 0 ? "" : (header[sender]?.upper.slice(senderHead?.rest ?? 0) ?? "");
  const from = senderRest === "" ? (header[sender + 1]?.upper ?? null) : senderRest;
  const best = bestIdentity(header, from, (line) =>
    ["action", "info", "exempt"].includes(lineHeadOf(line.upper)?.field ?? ""),
  );
  const line = best && header[best.index];
  return {
    lines,
    anchor,
    limit,
    identityAt: best ? anchor + best.index : -1,
    identity: best && line ? { line, identity: best.identity } : null,
  };
}

function contextBelow(frame: Frame, at: number): boolean {
  const last = Math.min(frame.limit, at + lookAhead);
  for (let k = at + 1; k < last; k += 1) {
    const head = lineHeadOf(frame.lines[k]?.upper ?? "");
    if (head?.labelled) return true;
  }
  return at < frame.identityAt;
}

const lists: ReadonlySet<BlockField> = new Set(["from", "action", "info", "exempt"]);

/** True where `line`, which opens no field, goes on with the open one. */
function continues(open: HeaderBlock, line: SourceLine, at: number, frame: Frame): boolean {
  const { field, parts } = open;
  const last = parts.at(-1);
  const empty = !last;
  const below = line.gap === 0;
  switch (field) {
    case "from":
      return empty;
    case "action":
    case "info":
    case "exempt":
      return (
        (frame.identityAt < 0 || at < frame.identityAt) &&
        looksLikeAddressee(line.upper) &&
        !line.upper.endsWith("MESSAGE")
      );
    case "references":
      return empty || goesOnCiting(parts, line) || (below && !isPassLine(line.upper));
    case "tags":
      return (
        empty ||
        (below && /^[A-Z]{2,6}(?:[ ,/]+(?:[A-Z]{2,6}|\([A-Z ,.'-]*\)))*,?$/.test(line.upper.slice(0, 200)))
      );
    case "subject":
      if (empty) return true;
      return (
        (below || (!below && doubleSpaced(frame) && (last?.text.length ?? 0) >= 45)) &&
        !isPassLine(line.upper)
      );
    case "order":
      return below && /^(?:DECL|REASON|GDS|XGDS|N\/A)/.test(line.upper);
    case "passLines":
      return below && line.upper.length <= 80 && (last?.text.length ?? 0) >= 50;
    case "drafter":
    case "approver":
    case "mrn":
    case "sentAt":
    case "captions":
    case "marking":
    case "precedence":
      return empty;
    case "ignored":
    case "group":
    case "banner":
    case "transmission":
      return false;
  }
}

/** The next letter of the list: "B. ..." below "A. ...", which may have run over a line. */
function goesOnCiting(parts: readonly MappedText[], line: SourceLine): boolean {
  const label = letterLabelAt(line.upper, 0);
  if (!label || line.upper.length > 300) return false;
  const before = parts.findLast((part) => letterLabelAt(plainUpper(part.text.slice(0, 6)), 0));
  const letter = before && letterLabelAt(plainUpper(before.text.slice(0, 6)), 0)?.letter;
  return letter !== undefined && label.letter > letter;
}

/** True for copies that print a blank line under every line. */
function doubleSpaced(frame: Frame): boolean {
  const header = frame.lines.slice(frame.anchor + 1, Math.min(frame.limit, frame.anchor + 40));
  return header.length >= 6 && header.filter((line) => line.gap > 0).length > header.length * 0.8;
}

/** Fields that lists have above the identity only: below it a line with TO or INFO in front is text. */
function isMisplaced(
  field: HeaderField,
  labelled: boolean,
  at: number,
  frame: Frame,
  context: boolean,
): boolean {
  if (labelled || !lists.has(field)) return false;
  return context || (frame.identityAt >= 0 && at > frame.identityAt);
}

export function headerBlocksOf(lines: readonly SourceLine[]): HeaderBlocks {
  const frame = frameOf(lines);
  const blocks: HeaderBlock[] = [];
  let open: HeaderBlock | null = null;
  let context = false;
  const start = (field: BlockField, part: MappedText | null, certainty: Certainty = "sure"): HeaderBlock => {
    const block: HeaderBlock = { field, parts: part && part.text !== "" ? [part] : [], certainty };
    blocks.push(block);
    return block;
  };
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (at >= frame.limit || line.text.length > longestLine) break;
    if (at === frame.identityAt) {
      open = openRest(start, frame, line);
      continue;
    }
    if (
      isTransmissionLine(line.upper) ||
      (at < letterheadLines && (datelineOf(line) || letterheadNumber(line.upper)))
    ) {
      open = null;
      continue;
    }
    if (dateTimeGroupOf(line.upper)) {
      open = start("group", line);
      continue;
    }
    const head = lineHeadOf(line.upper);
    if (head && !isMisplaced(head.field, head.labelled, at, frame, context)) {
      open = start(head.field, sliceOf(line, head.rest));
      if (at >= frame.anchor && !lists.has(head.field) && head.field !== "sentAt") context = true;
      continue;
    }
    if (head && contextBelow(frame, at)) {
      // The header of a cable that this one quotes whole.
      open = start("ignored", line);
      continue;
    }
    if (isLoneBanner(line.upper)) {
      open = start("banner", line);
      continue;
    }
    const captions = captionsAt(line.upper);
    if (
      captions.found.length > 0 &&
      (captions.rest >= line.upper.length || isTail(line.upper, captions.rest))
    ) {
      start("captions", line);
      open = passLineIn(start, line, captions.rest);
      continue;
    }
    if (open && continues(open, line, at, frame)) {
      open.parts.push(line);
      continue;
    }
    if (at < frame.anchor) {
      open = null;
      continue;
    }
    const next = looseLine(line, at, frame, start);
    if (!next) break;
    open = next;
  }
  return { blocks, identity: frame.identity, letterhead: letterheadOf(lines, frame.anchor), bodyStart: at };
}

/** "TELEGRAM / Department of State / 138330", "Department of State 36410" or "... / PHNOM PENH 16007". */
function letterheadOf(lines: readonly SourceLine[], anchor: number): SourceLine | null {
  const above = lines.slice(0, Math.max(anchor, Math.min(lines.length, letterheadLines)));
  const title = above.findIndex((line) => isTransmissionLine(line.upper));
  if (title < 0) return null;
  return above.slice(title).find((line) => letterheadNumber(line.upper) !== null) ?? null;
}

/** The cable's own number in a letterhead's line. */
export function letterheadNumber(upper: string): string | null {
  if (upper.length > 60) return null;
  const match =
    /^(?:\[?(?:(?:OUTGOING|INCOMING) )?(?:TELEGRAM(?: DEPARTMENT OF STATE)?|DEPARTMENT ?OF STATE(?: TELEGRAM)?)\]? ?)?(\d{3,6})$/.exec(
      upper,
    );
  return match?.[1] ?? (/^[A-Z][A-Z ]{1,40} \d{1,6}$/.test(upper) && !lineHeadOf(upper) ? upper : null);
}

type Start = (field: BlockField, part: MappedText | null, certainty?: Certainty) => HeaderBlock;

function openRest(
  start: Start,
  frame: Frame & { identity: HeaderBlocks["identity"] },
  line: SourceLine,
): HeaderBlock | null {
  const rest = frame.identity?.identity.rest ?? line.text.length;
  return passLineIn(start, line, rest);
}

/** "EXDIS FOR AMBASSADOR": the caption's line may hold a pass line as well. */
function passLineIn(start: Start, line: SourceLine, rest: number): HeaderBlock | null {
  if (!isTail(line.upper, rest) || line.upper.charAt(rest) === "(") return null;
  return start("passLines", sliceOf(line, rest), "likely");
}

function isTail(upper: string, rest: number): boolean {
  return (
    rest < upper.length && upper.length <= 160 && /^(?:\(|FOR |FROM |[A-Z]+ FOR )/.test(upper.slice(rest))
  );
}

/** A line no rule of its own claims: for handing on, a channel's name, or the first line of the text (null). */
function looseLine(line: SourceLine, at: number, frame: Frame, start: Start): HeaderBlock | null {
  const more = contextBelow(frame, at);
  if (more && at > frame.identityAt && identityOf(line.upper)?.mrn) return start("ignored", line);
  if (
    more &&
    /^(?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE) [A-Z][A-Z, ]+$/.test(line.upper.slice(0, 100))
  ) {
    return start("action", line, "likely");
  }
  if (isPassLine(line.upper) && (more || line.upper.length <= 160)) return start("passLines", line);
  const channel = at === frame.identityAt + 1 && /^[A-Z]{4,12}$/.test(line.upper);
  if (channel && frame.identityAt >= 0) return start("captions", line, "likely");
  return more && maybePassLine(line.upper) ? start("passLines", line, "unsure") : null;
}
