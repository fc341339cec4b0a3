// Makes the rows of a directive, its points, references and tasks out of ticked fields.
import type { CitedCable, ReadDeadline, ReadPoint } from "./reading.ts";
import type { CableDraft, DraftPost, ReviewField, ReviewValue, Tick, Ticks } from "./review.ts";
import type { demarcheTasks } from "../model/demarche-task.ts";
import type { Deadline, directives, SourceSpan } from "../model/directive.ts";
import type { PatchOf } from "../model/entity.ts";
import type { AddressKind, TaskingMode } from "../model/enums.ts";
import type { references } from "../model/reference.ts";
import type { talkingPoints } from "../model/talking-point.ts";

type DirectiveValues = PatchOf<typeof directives>;
type TaskValues = PatchOf<typeof demarcheTasks>;

/** What the caller brings: ids, instants, and the text itself. */
export interface DraftSupplies {
  readonly newId: () => string;
  /** When the posts are tasked; null while the directive is only a draft. */
  readonly taskedAt: string | null;
  /** IANA zone of the capital, in which a close of business is meant. */
  readonly capitalTimeZone: string | null;
  readonly sourceName: string;
  readonly sourceText: string;
  /** SHA-256 of `sourceText` in UTF-8, hex. */
  readonly sourceHash: string;
}

interface Made<V> {
  readonly id: string;
  readonly values: V;
}

export interface DirectiveRows {
  readonly directive: Made<DirectiveValues>;
  readonly talkingPoints: readonly Made<PatchOf<typeof talkingPoints>>[];
  readonly references: readonly Made<PatchOf<typeof references>>[];
  /** One per post; `values.postId` says whose scope a task belongs in. */
  readonly tasks: readonly Made<TaskValues>[];
}

const longestLine = 2000;
const longestObjective = 5000;
const longestDeadline = 500;

function oneLine(text: string): string {
  return text.replaceAll("\n", " ").slice(0, longestLine);
}

/** "(OPEN-WEIGHT MODELS) OUR CONCERN IS ...": what an answer answers, in brackets before it. */
function rebuttal(point: ReadPoint): { text: string; rebuts: string } {
  const match = point.kind === "ifRaised" ? /^\(([^()]{3,120})\) (?=\S)/.exec(point.text) : null;
  return match
    ? { text: point.text.slice(match[0].length), rebuts: match[1] ?? "" }
    : { text: point.text, rebuts: "" };
}

interface Ticked {
  readonly field: ReviewField;
  readonly tick: Tick;
  readonly value: ReviewValue;
}

type Structured = Exclude<ReviewValue, string>;
type OfKind<K extends Structured["kind"]> = Extract<Structured, { readonly kind: K }>;

export class DirectiveMaker {
  readonly #draft: CableDraft;
  readonly #ticks: Ticks;
  readonly #supplies: DraftSupplies;
  readonly #id: string;
  readonly #spans: Record<string, SourceSpan> = {};

  constructor(draft: CableDraft, ticks: Ticks, supplies: DraftSupplies) {
    this.#draft = draft;
    this.#ticks = ticks;
    this.#supplies = supplies;
    this.#id = supplies.newId();
  }

  rows(): DirectiveRows {
    const points = this.#all("point").map((ticked, order) => this.#point(ticked, order));
    const cited = this.#all("reference").map((ticked) => this.#reference(ticked));
    const directive = { id: this.#id, values: this.#directive() };
    return { directive, talkingPoints: points, references: cited, tasks: this.#tasks() };
  }

  /** Ticked fields whose key is `name` or begins with `name/`, in order. */
  #named(name: string): Ticked[] {
    return this.#draft.fields.flatMap((field) => {
      const tick = this.#ticks.fields.get(field.key);
      const value = tick?.value ?? field.value;
      if (!tick || value === null || (field.key !== name && !field.key.startsWith(`${name}/`))) return [];
      return [{ field, tick, value }];
    });
  }

  #all<K extends Structured["kind"]>(
    kind: K,
    name: string = kind,
  ): (Ticked & { readonly value: OfKind<K> })[] {
    return this.#named(name).filter(
      (ticked): ticked is Ticked & { readonly value: OfKind<K> } =>
        typeof ticked.value === "object" && ticked.value.kind === kind,
    );
  }

  #keep(place: string, ticked: Ticked | undefined): void {
    if (!ticked?.field.span) return;
    this.#spans[place] = { ...ticked.field.span, tickedBy: ticked.tick.by, tickedAt: ticked.tick.at };
  }

  #text(name: string, place: string): string {
    const ticked = this.#named(name).find((one) => typeof one.value === "string");
    this.#keep(place, ticked);
    return typeof ticked?.value === "string" ? oneLine(ticked.value) : "";
  }

  /** Several stretches as one prose, a blank line between. */
  #prose(name: string, place: string): string {
    const parts: string[] = [];
    for (const ticked of this.#named(name)) {
      if (typeof ticked.value !== "string") continue;
      parts.push(ticked.value);
      this.#keep(parts.length === 1 ? place : `${place}/${parts.length}`, ticked);
    }
    return parts.join("\n\n");
  }

  #one<K extends Structured["kind"]>(kind: K, name: string, place: string): OfKind<K> | null {
    const ticked = this.#all(kind, name)[0];
    this.#keep(place, ticked);
    return ticked?.value ?? null;
  }

  #directive(): DirectiveValues {
    const { sourceName, sourceText, sourceHash, capitalTimeZone } = this.#supplies;
    const sentAt = this.#one("instant", "sentAt", "sentAt")?.at ?? null;
    const mrn = this.#text("mrn", "mrn");
    const level = this.#one("level", "level", "level");
    const written = this.#one("written", "written", "writtenMaterial");
    return {
      mrn,
      subject: this.#text("subject", "subject"),
      sentAt,
      origin: this.#text("origin", "origin"),
      drafter: this.#text("drafter", "drafter"),
      approver: this.#text("approver", "approver"),
      precedence: this.#one("precedence", "precedence", "precedence")?.precedence ?? null,
      marking: this.#one("marking", "marking", "marking")?.marking ?? "U",
      captions: this.#one("list", "captions", "captions")?.words ?? [],
      tags: this.#one("list", "tags", "tags")?.words ?? [],
      // A cable with a number and a date-time group has gone out; one without is still being written.
      status: sentAt !== null && mrn !== "" ? "transmitted" : "draft",
      objectives: this.#objectives(),
      background: this.#prose("background", "background"),
      ask: this.#prose("ask", "ask"),
      reportingRequirement: this.#prose("reporting", "reportingRequirement"),
      level: level?.level ?? null,
      levelNote: oneLine(level?.text ?? ""),
      writtenMaterial: written?.material ?? null,
      contact: this.#text("contact", "contact"),
      deliverBy: this.#deadline("deliverBy", null),
      reportBy: this.#deadline("reportBy", capitalTimeZone),
      infoTo: this.#one("list", "infoTo", "infoTo")?.words ?? [],
      sourceName,
      sourceText,
      sourceHash,
      sourceSpans: this.#spans,
    };
  }

  #objectives(): NonNullable<DirectiveValues["objectives"]> {
    const entries: Record<string, { kind: OfKind<"objective">["objective"]; text: string }> = {};
    for (const ticked of this.#all("objective")) {
      const { objective, text } = ticked.value;
      const key = Object.hasOwn(entries, objective)
        ? `${objective}-${Object.keys(entries).length + 1}`
        : objective;
      entries[key] = { kind: objective, text: text.slice(0, longestObjective) };
      this.#keep(`objectives/${key}`, ticked);
    }
    return entries;
  }

  /** Close of business is the capital's; the day of delivery is each post's own. */
  #deadline(name: "deliverBy" | "reportBy", timeZone: string | null): Deadline | null {
    const read: ReadDeadline | undefined = this.#one("deadline", name, name)?.deadline;
    if (!read) return null;
    const zone = read.kind === "instant" ? "UTC" : timeZone;
    return { kind: read.kind, value: read.value, timeZone: zone, text: read.text.slice(0, longestDeadline) };
  }

  #point(
    ticked: Ticked & { readonly value: OfKind<"point"> },
    order: number,
  ): Made<PatchOf<typeof talkingPoints>> {
    const id = this.#supplies.newId();
    const { point } = ticked.value;
    this.#keep(`points/${id}`, ticked);
    return {
      id,
      values: {
        directiveId: this.#id,
        order: order + 1,
        label: point.label,
        kind: point.kind,
        ...rebuttal(point),
        // Without a mark of its own a point is held as closely as its cable.
        portion: point.portion ?? this.#all("marking")[0]?.value.marking ?? "U",
        verbatim: point.verbatim,
        leaveInWriting: point.kind === "textToHandOver",
      },
    };
  }

  #reference(ticked: Ticked & { readonly value: OfKind<"reference"> }): Made<PatchOf<typeof references>> {
    const id = this.#supplies.newId();
    const cited: CitedCable = ticked.value.cited;
    const isCable = ticked.value.paper === "cable";
    this.#keep(`references/${id}`, ticked);
    return {
      id,
      values: {
        directiveId: this.#id,
        label: cited.label,
        kind: ticked.value.paper,
        title: isCable ? "" : oneLine(cited.mrn),
        mrn: isCable ? cited.mrn : "",
        on: cited.on,
        note: cited.notal ? "NOTAL" : "",
      },
    };
  }

  /** Posts by the addressees ticked, with what a person said of single ones. */
  #tasks(): Made<TaskValues>[] {
    const chosen = this.#all("addressee").flatMap((ticked): DraftPost[] => {
      const postId = this.#ticks.posts.get(ticked.field.key);
      if (!postId) return [];
      const { kind } = ticked.value.addressee;
      const mode: TaskingMode = kind === "action" ? this.#wholeMode() : kind;
      return [
        { postId, key: ticked.field.key, addressed: kind, mode, instructions: [], instructionKeys: [] },
      ];
    });
    const read = this.#draft.posts.filter(
      (post) => this.#ticks.fields.has(post.key) && !this.#ticks.posts.has(post.key),
    );
    const byPost = new Map([...read, ...chosen].map((post) => [post.postId, post]));
    return [...byPost.values()].map((post) => this.#task(post));
  }

  #wholeMode(): TaskingMode {
    return this.#all("mode")[0]?.value.mode ?? "deliver";
  }

  #task(post: DraftPost): Made<TaskValues> {
    const id = this.#supplies.newId();
    const said = this.#ticks.modes.get(post.postId);
    const { addressed, mode } = said ?? post;
    // An instruction for the post alone counts only once somebody has looked at it.
    const notes = post.instructionKeys.flatMap((key, k) =>
      this.#ticks.fields.has(key) ? [post.instructions[k] ?? ""] : [],
    );
    return {
      id,
      values: {
        directiveId: this.#id,
        postId: post.postId,
        addressed,
        mode,
        exemptReason: exemptReasonOf(addressed, mode),
        note: notes.join("\n\n"),
        taskedAt: addressed === "exempt" ? null : this.#supplies.taskedAt,
      },
    };
  }
}

function exemptReasonOf(
  addressed: AddressKind,
  mode: TaskingMode,
): NonNullable<TaskValues["exemptReason"]> | null {
  if (mode === "separateInstruction") return "separateChannel";
  return mode === "exempt" || addressed === "exempt" ? "notApplicable" : null;
}
