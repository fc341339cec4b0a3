// The cable reader: one text in, one reading out. Pure, linear in the length of the text, no clock.
import { bodyTextOf, spanIn, type BodyLine, type BodyText } from "./body-text.ts";
import { editedHeaderOf } from "./edited-header.ts";
import { fenceOf, fencesOf } from "./fences.ts";
import { instructionOf, isReport } from "./instruction.ts";
import { headerBlocksOf } from "./header-blocks.ts";
import { emptyHeader, headerOf } from "./header.ts";
import { readLines, type SourceLine } from "./lines.ts";
import { isLoneBanner, bannerAt } from "./marking-words.ts";
import { spanOf } from "./mapped-text.ts";
import { notesOf } from "./notes.ts";
import { withoutPages } from "./pages.ts";
import { paragraphsOf, readParagraph } from "./paragraphs.ts";
import { KnownPlaces } from "./post-names.ts";
import type { CableHeader, CableReading, CableShape, Found, Span } from "./reading.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { signedOff } from "./signature.ts";
import type { Marking } from "../model/enums.ts";

export interface ReadOptions {
  /** Telegraphic names or cities of the posts there are: they check "FOR A, B AND C:" and take joined addressees apart. */
  readonly knownPosts?: readonly string[];
}

interface Opened {
  readonly header: CableHeader;
  readonly body: readonly BodyLine[];
  /** Index of the line the text begins with. */
  readonly bodyStart: number;
}

const nestedHead = /^(?:FM [A-Z]|(?:[ZOPR] ?){1,4}\d{6} ?Z )/;

/** A second sender or date-time group below the header is that of a cable quoted whole. */
function nestedCableIn(lines: readonly SourceLine[], from: number): Span | null {
  const line = lines.find(({ text }, k) => k >= from && nestedHead.test(text.slice(0, 24)));
  return line ? spanOf(line) : null;
}

/** A text without a header may still say in its first or last line how closely it is held. */
function loneMarking(lines: readonly SourceLine[]): Found<Marking> | null {
  for (const line of [lines[0], lines.at(-1)]) {
    const banner = line && isLoneBanner(line.upper) ? bannerAt(line.upper) : null;
    if (line && banner)
      return { value: banner.marking, span: spanOf(line, banner.start, banner.end), certainty: "likely" };
  }
  return null;
}

function openNormalised(lines: readonly SourceLine[], dateline: NonNullable<Shape["dateline"]>): Opened {
  const from = dateline.index + 1;
  const edited = editedHeaderOf(dateline.line, lines.slice(from));
  const rest = edited.rest.text === "" ? [] : [{ ...edited.rest, gap: 1 }];
  const bodyStart = from + edited.used;
  return { header: edited.header, body: [...rest, ...lines.slice(bodyStart)], bodyStart };
}

function openHeader(lines: readonly SourceLine[], shape: Shape, known: KnownPlaces): Opened {
  if (shape.shape === "headerless")
    return { header: { ...emptyHeader, marking: loneMarking(lines) }, body: lines, bodyStart: 0 };
  if (shape.shape === "normalised" && shape.dateline) return openNormalised(lines, shape.dateline);
  const blocks = headerBlocksOf(lines);
  const header = headerOf(blocks, known, shape.dateline?.line.year ?? null);
  const sentAt = header.sentAt ?? shape.dateline?.line.sentAt ?? null;
  return { header: { ...header, sentAt }, body: lines.slice(blocks.bodyStart), bodyStart: blocks.bodyStart };
}

/** What posts a text may name: those the caller knows, and its own addressees. */
function placesOf(
  header: CableHeader,
  knownPosts: readonly string[],
): { known: KnownPlaces; checkable: boolean } {
  const addressees = header.addressees.map((found) => found.value);
  const known = new KnownPlaces([
    ...knownPosts,
    ...addressees.filter((one) => !one.collective).map((one) => one.name),
  ]);
  const collective = addressees.length === 0 || addressees.some((one) => one.collective);
  return { known, checkable: knownPosts.length > 0 || !collective };
}

function readingOf(
  shape: CableShape,
  header: CableHeader,
  body: BodyText,
  known: KnownPlaces,
  checkable: boolean,
) {
  const fences = fencesOf(body);
  const paragraphs = paragraphsOf(body, fences, known, checkable);
  const report = isReport(shape, header);
  const { fields, yearAssumed } = instructionOf({ body, fences, paragraphs, header, known, report });
  return { fences, paragraphs, fields, yearAssumed, report };
}

/**
 * Reads a cable of any known layout. Never throws; what it cannot find is null or absent and told in `notes`.
 * Spans are offsets in `source` as given.
 */
export function readCable(source: string, options: ReadOptions = {}): CableReading {
  const knownPosts = options.knownPosts ?? [];
  const read = readLines(source);
  const pages = withoutPages(read.lines);
  const shape = shapeOf(pages.lines, pages.hadPages);
  const opened = openHeader(pages.lines, shape, new KnownPlaces(knownPosts));
  const signed = signedOff(opened.body);
  const banner = pages.banner && bannerAt(pages.banner.upper);
  const header: CableHeader = {
    ...opened.header,
    marking:
      opened.header.marking ??
      (banner && pages.banner
        ? { value: banner.marking, span: spanOf(pages.banner, banner.start, banner.end), certainty: "likely" }
        : null),
    drafter: opened.header.drafter ?? pages.drafter,
    approver: opened.header.approver ?? pages.approver,
    signature:
      shape.shape === "headerless" && signed.signature?.certainty !== "sure" ? null : signed.signature,
  };
  const body = bodyTextOf(signed.lines);
  const places = placesOf(header, knownPosts);
  const { fences, paragraphs, fields, yearAssumed, report } = readingOf(
    shape.shape,
    header,
    body,
    places.known,
    places.checkable,
  );
  return {
    shape: shape.shape,
    header,
    paragraphs: paragraphs.map((paragraph) => readParagraph(body, paragraph)),
    fences: fences.map((fence) => fenceOf(body, fence)),
    fields,
    notes: notesOf({
      read,
      shape: shape.shape,
      header,
      paragraphs,
      fields,
      yearAssumed,
      report,
      nested: nestedCableIn(pages.lines, opened.bodyStart),
      spanAt: (start, end) => spanIn(body, start, end),
    }),
  };
}
