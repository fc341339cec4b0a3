// What a person should know about a reading before trusting it.
import type { FlowParagraph } from "./paragraphs.ts";
import type { SourceLines } from "./lines.ts";
import type { CableFields, CableHeader, CableNote, CableShape, Span } from "./reading.ts";

export interface NoteGround {
  readonly read: SourceLines;
  readonly shape: CableShape;
  readonly header: CableHeader;
  readonly paragraphs: readonly FlowParagraph[];
  readonly fields: CableFields;
  readonly yearAssumed: boolean;
  readonly report: boolean;
  /** Where another cable is quoted inside this one. */
  readonly nested: Span | null;
  readonly spanAt: (start: number, end: number) => Span;
}

export interface Note {
  readonly code: CableNote;
  readonly span: Span | null;
}

export function notesOf(ground: NoteGround): Note[] {
  const { header, shape, fields } = ground;
  const notes: Note[] = [];
  const add = (code: CableNote, wanted: boolean, span: Span | null = null) => {
    if (wanted) notes.push({ code, span });
  };
  const headed = shape !== "headerless";
  add("noHeader", !headed);
  add("noNumber", headed && header.mrn === null);
  add("noDate", headed && header.sentAt === null);
  // An edited text prints no address list, so its absence is no surprise.
  add("noAddressees", headed && shape !== "normalised" && header.addressees.length === 0);
  add("noSubject", headed && header.subject === null);
  add("reportCable", ground.report);
  add("noPoints", !ground.report && fields.points.length === 0);
  notes.push(...numberNotes(ground));
  add("nestedCable", ground.nested !== null, ground.nested);
  add("yearAssumed", ground.yearAssumed);
  add("lineTooLong", ground.read.longLine !== null, ground.read.longLine);
  add("tooLong", ground.read.cut);
  add("severalSections", (header.section?.value.of ?? 1) > 1, header.section?.span ?? null);
  return notes;
}

/** The first repeated and the first skipped number: more would say the same. */
function numberNotes({ paragraphs, spanAt }: NoteGround): Note[] {
  const notes: Note[] = [];
  let last: number | null = null;
  for (const { number, start, textStart } of paragraphs) {
    if (number === null) continue;
    const code: CableNote | null =
      last === null || number === last + 1 ? null : number > last ? "numbersSkip" : "numbersRepeat";
    if (code && !notes.some((note) => note.code === code))
      notes.push({ code, span: spanAt(start, textStart) });
    last = number;
  }
  return notes;
}
