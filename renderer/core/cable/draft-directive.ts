// A reading as fields a person can review, and what they ticked as rows of a directive.
import { levelOf, objectiveKindOf, paperOf, writtenMaterialOf } from "./draft-words.ts";
import { draftPosts, matchOf } from "./draft-posts.ts";
import { DirectiveMaker, type DirectiveRows, type DraftSupplies } from "./directive-maker.ts";
import type { CableHeader, CableReading, Certainty, Found, ReadDeadline } from "./reading.ts";
import type { CableDraft, ReviewField, ReviewGroup, ReviewValue, Ticks } from "./review.ts";
import type { Marking, Precedence } from "../model/enums.ts";
import { precedences } from "../model/enums.ts";
import type { Post } from "../model/post.ts";
import { rollUp } from "../rules/marking.ts";
import { PostIndex } from "../rules/post-match.ts";

interface Made {
  readonly value: ReviewValue | null;
  readonly span: ReviewField["span"];
  readonly certainty: Certainty;
}

function field(group: ReviewGroup, key: string, content: Made, needed = false): ReviewField {
  const name = key.split("/")[0] ?? key;
  return { key, group, labelKey: `cable.field.${name}`, needed, ...content };
}

const missing: Made = { value: null, span: null, certainty: "unsure" };

function made<T>(found: Found<T>, value: ReviewValue): Made {
  return { value, span: found.span, certainty: found.certainty };
}

/** A text field; a needed one stands there empty where the cable has none. */
function textField(
  group: ReviewGroup,
  key: string,
  found: Found<string> | null,
  needed = false,
): ReviewField[] {
  if (!found) return needed ? [field(group, key, missing, true)] : [];
  return [field(group, key, made(found, found.value), needed)];
}

function eachField<T>(
  group: ReviewGroup,
  key: string,
  list: readonly Found<T>[],
  valueOf: (value: T) => ReviewValue,
): ReviewField[] {
  return list.map((found, k) => field(group, `${key}/${k}`, made(found, valueOf(found.value))));
}

/** UNCLAS with the caption SENSITIVE is SBU, and no cable is held less closely than its closest paragraph. */
function markingField(reading: CableReading): ReviewField {
  const { marking, captions } = reading.header;
  const portions = reading.paragraphs.flatMap((paragraph) =>
    paragraph.portion === null ? [] : [paragraph.portion],
  );
  const sensitive: Marking[] = captions.some((caption) => caption.value === "SENSITIVE") ? ["SBU"] : [];
  const parts = [...(marking ? [marking.value] : []), ...sensitive, ...portions];
  if (parts.length === 0) return field("header", "marking", missing, true);
  const highest = rollUp(parts);
  const certainty = marking?.value === highest ? marking.certainty : "likely";
  return field(
    "header",
    "marking",
    { value: { kind: "marking", marking: highest }, span: marking?.span ?? null, certainty },
    true,
  );
}

/** The group's own letter, else the most urgent of the action addressees. */
function precedenceField(header: CableHeader): ReviewField[] {
  const group = header.sentAt?.value.actionPrecedence;
  if (header.sentAt && group)
    return [field("header", "precedence", made(header.sentAt, { kind: "precedence", precedence: group }))];
  const given = header.addressees.filter(
    (found) => found.value.kind === "action" && found.value.precedence !== null,
  );
  const urgent = given.toSorted((one, other) => rank(one.value.precedence) - rank(other.value.precedence))[0];
  const precedence = urgent?.value.precedence;
  return urgent && precedence
    ? [
        field("header", "precedence", {
          ...made(urgent, { kind: "precedence", precedence }),
          certainty: "likely",
        }),
      ]
    : [];
}

function rank(precedence: Precedence | null): number {
  return precedence === null ? precedences.length : precedences.indexOf(precedence);
}

function listField(group: ReviewGroup, key: string, list: readonly Found<string>[]): ReviewField[] {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return [];
  const words = list.map((found) => found.value);
  return [
    field(group, key, {
      value: { kind: "list", words },
      span: { start: first.span.start, end: last.span.end },
      certainty: first.certainty,
    }),
  ];
}

function headerFields(reading: CableReading): ReviewField[] {
  const { header } = reading;
  const sentAt = header.sentAt
    ? made(header.sentAt, { kind: "instant", at: header.sentAt.value.at, text: header.sentAt.value.text })
    : missing;
  return [
    ...textField("header", "mrn", header.mrn, true),
    ...textField("header", "subject", header.subject, true),
    field("header", "sentAt", sentAt, true),
    ...textField("header", "origin", header.from ?? header.place),
    ...precedenceField(header),
    markingField(reading),
    ...listField("header", "captions", header.captions),
    ...listField("header", "tags", header.tags),
    ...eachField("header", "reference", header.references, (cited) => ({
      kind: "reference",
      cited,
      paper: paperOf(cited),
    })),
    ...textField("header", "drafter", header.drafter),
    ...textField("header", "approver", header.approver ?? asGuess(header.signature)),
  ];
}

/** A cable goes out over somebody's name who need not be the one who approved it. */
function asGuess(signature: Found<string> | null): Found<string> | null {
  return signature && { ...signature, certainty: "unsure" };
}

/** The same date said twice is one field. */
function distinct(list: readonly Found<ReadDeadline>[]): Found<ReadDeadline>[] {
  const seen = new Set<string>();
  return list.filter(({ value }) => {
    const said = `${value.kind} ${value.value ?? value.text}`;
    return !seen.has(said) && seen.add(said).size > 0;
  });
}

function asText(text: string): ReviewValue {
  return text;
}

function asDeadline(deadline: ReadDeadline): ReviewValue {
  return { kind: "deadline", deadline };
}

function instructionFields(reading: CableReading): ReviewField[] {
  const { fields } = reading;
  return [
    ...eachField("instruction", "objective", fields.objectives, (text) => ({
      kind: "objective",
      objective: objectiveKindOf(text),
      text,
    })),
    ...eachField("instruction", "background", fields.background, asText),
    ...eachField("instruction", "ask", fields.ask, asText),
    ...eachField("instruction", "reporting", fields.reporting, asText),
    ...eachField("instruction", "level", fields.level, (text) => ({
      kind: "level",
      level: levelOf(text),
      text,
    })),
    ...eachField("instruction", "written", fields.written, (text) => ({
      kind: "written",
      material: writtenMaterialOf(text),
      text,
    })),
    ...eachField("instruction", "contact", fields.contact, asText),
    ...listField("instruction", "infoTo", fields.infoTo),
    ...(fields.mode
      ? [field("instruction", "mode", made(fields.mode, { kind: "mode", mode: fields.mode.value }))]
      : []),
    ...eachField("instruction", "postInstruction", fields.postInstructions, (one) => ({
      kind: "postInstruction",
      ...one,
    })),
  ];
}

function pointFields(reading: CableReading): ReviewField[] {
  const fields = eachField("points", "point", reading.fields.points, (point) => ({ kind: "point", point }));
  return fields.length > 0 ? fields : [field("points", "point/none", missing, true)];
}

function deadlineFields(reading: CableReading): ReviewField[] {
  return [
    ...eachField("deadlines", "deliverBy", distinct(reading.fields.deliverBy), asDeadline),
    ...eachField("deadlines", "reportBy", distinct(reading.fields.reportBy), asDeadline),
  ];
}

/** What a person reviews of a reading, given the posts there are. */
export function draftFrom(reading: CableReading, { posts }: { readonly posts: readonly Post[] }): CableDraft {
  const index = new PostIndex(posts);
  const addressees = eachField("addressees", "addressee", reading.header.addressees, (addressee) => ({
    kind: "addressee",
    addressee,
    match: matchOf(addressee, index, posts),
  }));
  const fields = [
    ...headerFields(reading),
    ...(addressees.length > 0 ? addressees : [field("addressees", "addressee/none", missing, true)]),
    ...instructionFields(reading),
    ...pointFields(reading),
    ...deadlineFields(reading),
  ];
  const unmatched = addressees.filter(
    ({ value }) =>
      value !== null && typeof value === "object" && value.kind === "addressee" && isOpen(value.match),
  );
  return {
    fields,
    posts: draftPosts(reading, addressees, index),
    unmatched: unmatched.map(({ key }) => key),
  };
}

function isOpen(match: { readonly kind: string; readonly postIds?: readonly string[] }): boolean {
  return (
    match.kind === "none" ||
    match.kind === "several" ||
    (match.kind === "collective" && match.postIds?.length === 0)
  );
}

/** The rows of a directive from what was ticked: nothing else of the draft goes in. Ids and instants come from the caller. */
export function directiveFrom(draft: CableDraft, ticks: Ticks, supplies: DraftSupplies): DirectiveRows {
  return new DirectiveMaker(draft, ticks, supplies).rows();
}
