// Which of the known layouts a text has. The walk over its header is the same for all but the edited one.
import { dateTimeGroupOf } from "./date-time-group.ts";
import { datelineOf, type Dateline } from "./dateline.ts";
import { labelledHead } from "./header-labels.ts";
import { editedNumberAt } from "./edited-header.ts";
import { isTransmissionLine, lineHeadOf } from "./header-words.ts";
import type { SourceLine } from "./lines.ts";
import type { CableShape } from "./reading.ts";

/** Lines a header must begin within. */
const headLines = 120;
/** A dateline stands near the top: above it at most a heading and a note. */
const datelineLines = 6;

export interface Shape {
  readonly shape: CableShape;
  /** The dateline and its index, also where a raw header follows it. */
  readonly dateline: { readonly line: Dateline; readonly index: number } | null;
}

/** Labels only a labelled header has; raw headers print TAGS, SUBJECT and REF with a colon too. */
const tellingFields = new Set([
  "from",
  "action",
  "info",
  "mrn",
  "sentAt",
  "captions",
  "marking",
  "precedence",
]);

export function shapeOf(lines: readonly SourceLine[], hadPages: boolean): Shape {
  const top = lines.slice(0, headLines);
  const index = top.slice(0, datelineLines).findIndex((line) => datelineOf(line) !== null);
  const dated = top[index];
  const found = dated ? datelineOf(dated) : null;
  const dateline = found && { line: found, index };
  const heads = top.map((line) => lineHeadOf(line.upper));
  const bare = heads.filter((head) => head && !head.labelled).length;
  const labels = new Set<string>();
  for (const line of top) {
    const head = labelledHead(line.upper);
    if (head && tellingFields.has(head.field)) labels.add(head.field);
  }
  const under = dateline && top[dateline.index + 1];
  const numbered = under ? editedNumberAt(under.upper) !== null : false;
  if (dateline && numbered) return { shape: "normalised", dateline };
  const group = top.some((line) => dateTimeGroupOf(line.upper) !== null);
  const sender = heads.some((head) => head?.field === "from");
  const lists = heads.some((head) => head?.field === "action" || head?.field === "info");
  const context = heads.some((head) => head?.field === "subject" || head?.field === "references");
  const letterhead = top.slice(0, datelineLines).some((line) => isTransmissionLine(line.upper));
  const raw =
    (lists && (sender || group || letterhead)) || (context && (letterhead || group || dateline !== null));
  if (labels.size >= 2 && bare === 0 && (lists || labels.has("mrn"))) return { shape: "labelled", dateline };
  if (raw) return { shape: hadPages ? "pageHeader" : "rawHeader", dateline };
  if (dateline?.line.place) return { shape: "normalised", dateline };
  return { shape: "headerless", dateline };
}
