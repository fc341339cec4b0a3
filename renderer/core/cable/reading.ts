// What the cable reader answers: every field with the words it came from and how sure the reader is.
import type { AddressKind, Marking, PointKind, Precedence, TaskingMode } from "../model/enums.ts";

/** A stretch of the source as given: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `sure`: a labelled or positional field. `likely`: a cue phrase. `unsure`: a guess a person must look at first. */
export type Certainty = "sure" | "likely" | "unsure";

export interface Found<T> {
  readonly value: T;
  readonly span: Span;
  readonly certainty: Certainty;
}

/** The text shapes of domain practice: raw header, archival page header, edited ("Washington, November 21, 1976"), modern labels, none. */
export type CableShape = "rawHeader" | "pageHeader" | "normalised" | "labelled" | "headerless";

export interface Addressee {
  /** As printed, upper case, without precedence: "AMEMBASSY ROME", "ALL DIPLOMATIC POSTS". */
  readonly name: string;
  readonly kind: AddressKind;
  readonly precedence: Precedence | null;
  readonly byPouch: boolean;
  /** True for "ALL DIPLOMATIC POSTS" and its like. */
  readonly collective: boolean;
  /** Serial printed behind the name, e.g. "SECSTATE WASHDC 5876". */
  readonly serial: string | null;
}

export interface CitedCable {
  /** "A" to "Z", or "" where the list has no letters. */
  readonly label: string;
  /** "STATE 222510"; airgrams "A-4318"; other papers as printed. */
  readonly mrn: string;
  readonly on: string | null;
  readonly notal: boolean;
}

/** Instants in ISO with Z. `text` is the group as printed. */
export interface DateTimeGroup {
  readonly text: string;
  readonly at: string;
  readonly actionPrecedence: Precedence | null;
  readonly infoPrecedence: Precedence | null;
}

export interface CableHeader {
  readonly place: Found<string> | null;
  readonly sentAt: Found<DateTimeGroup> | null;
  readonly from: Found<string> | null;
  readonly addressees: readonly Found<Addressee>[];
  readonly marking: Found<Marking> | null;
  /** "STATE 261234". A bare serial of an edited text carries the post of its place line where that is known. */
  readonly mrn: Found<string> | null;
  readonly section: Found<{ readonly part: number; readonly of: number }> | null;
  readonly captions: readonly Found<string>[];
  readonly passLines: readonly Found<string>[];
  readonly order: Found<string> | null;
  readonly tags: readonly Found<string>[];
  readonly subject: Found<string> | null;
  readonly references: readonly Found<CitedCable>[];
  readonly drafter: Found<string> | null;
  readonly approver: Found<string> | null;
  readonly signature: Found<string> | null;
}

/** One numbered (or unnumbered) paragraph; keyed by position, since numbers repeat and skip. */
export interface Paragraph {
  readonly number: number | null;
  readonly portion: Marking | null;
  /** Label that opens it, e.g. "SUMMARY", "TALKING POINTS". */
  readonly label: string | null;
  readonly text: string;
  readonly span: Span;
  readonly items: readonly { readonly label: string; readonly text: string; readonly span: Span }[];
  /** Posts it is addressed to by "FOR A, B AND C:", as printed; empty: all. */
  readonly forPosts: readonly string[];
}

export interface Fence {
  readonly kind: "fyi" | "text" | "quote" | "summary" | "talkingPoints" | "other";
  readonly span: Span;
  readonly text: string;
}

export interface ReadPoint {
  readonly label: string;
  readonly kind: PointKind;
  readonly text: string;
  readonly portion: Marking | null;
  readonly verbatim: boolean;
}

export interface ReadDeadline {
  readonly kind: "day" | "instant" | "soonest" | "relative" | "event";
  /** ISO day or instant; null where the text gives none. A missing year is taken from the date-time group and rolled forward. */
  readonly value: string | null;
  readonly text: string;
}

/** An instruction that names its posts: "FOR THE HAGUE: ...". */
export interface PostInstruction {
  readonly posts: readonly string[];
  readonly mode: TaskingMode;
  readonly text: string;
}

export interface CableFields {
  readonly objectives: readonly Found<string>[];
  readonly background: readonly Found<string>[];
  /** What the posts are asked to do. */
  readonly action: readonly Found<string>[];
  /** What the host is to be asked for; empty where the cable only tells or warns. */
  readonly ask: readonly Found<string>[];
  readonly points: readonly Found<ReadPoint>[];
  readonly reporting: readonly Found<string>[];
  readonly deliverBy: readonly Found<ReadDeadline>[];
  readonly reportBy: readonly Found<ReadDeadline>[];
  /** Wording about rank: "AT HIGHEST APPROPRIATE LEVEL". */
  readonly level: readonly Found<string>[];
  readonly written: readonly Found<string>[];
  readonly discretion: readonly Found<string>[];
  readonly prohibitions: readonly Found<string>[];
  readonly contact: readonly Found<string>[];
  /** Who is to have copies of the reports: "INFO USUN". */
  readonly infoTo: readonly Found<string>[];
  readonly postInstructions: readonly Found<PostInstruction>[];
  /** How the cable as a whole tasks its action addressees. */
  readonly mode: Found<TaskingMode> | null;
}

export interface CableReading {
  readonly shape: CableShape;
  readonly header: CableHeader;
  readonly paragraphs: readonly Paragraph[];
  readonly fences: readonly Fence[];
  readonly fields: CableFields;
  /** What a person should know: codes with texts in locales under `cable.note.<code>`, and where. */
  readonly notes: readonly { readonly code: CableNote; readonly span: Span | null }[];
}

const cableNotes = [
  "noHeader",
  "noNumber",
  "noDate",
  "noAddressees",
  "noSubject",
  "noPoints",
  "reportCable",
  "numbersRepeat",
  "numbersSkip",
  "nestedCable",
  "yearAssumed",
  "lineTooLong",
  "tooLong",
  "severalSections",
] as const;
export type CableNote = (typeof cableNotes)[number];
