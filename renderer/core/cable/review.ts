// What a person reviews of a reading: one field at a time, each with the words it came from, ready to be ticked.
import type { Addressee, Certainty, CitedCable, ReadDeadline, ReadPoint, Span } from "./reading.ts";
import type {
  AddressKind,
  Level,
  Marking,
  ObjectiveKind,
  Precedence,
  TaskingMode,
  WrittenMaterial,
} from "../model/enums.ts";

export const reviewGroups = ["header", "addressees", "instruction", "points", "deadlines"] as const;
export type ReviewGroup = (typeof reviewGroups)[number];

/** Plain text as a string; everything else says its kind. Values are plain JSON, so that a draft can keep an edited one. */
export type ReviewValue =
  | string
  | { readonly kind: "marking"; readonly marking: Marking }
  | { readonly kind: "precedence"; readonly precedence: Precedence }
  | { readonly kind: "instant"; readonly at: string; readonly text: string }
  | { readonly kind: "list"; readonly words: readonly string[] }
  | {
      readonly kind: "reference";
      readonly cited: CitedCable;
      readonly paper: "cable" | "statement" | "other";
    }
  | { readonly kind: "addressee"; readonly addressee: Addressee; readonly match: AddresseeMatch }
  | { readonly kind: "objective"; readonly objective: ObjectiveKind; readonly text: string }
  | { readonly kind: "level"; readonly level: Level | null; readonly text: string }
  | { readonly kind: "written"; readonly material: WrittenMaterial | null; readonly text: string }
  | { readonly kind: "mode"; readonly mode: TaskingMode }
  | {
      readonly kind: "postInstruction";
      readonly posts: readonly string[];
      readonly mode: TaskingMode;
      readonly text: string;
    }
  | { readonly kind: "point"; readonly point: ReadPoint }
  | { readonly kind: "deadline"; readonly deadline: ReadDeadline };

/** The post (or posts) an addressee means: `collective` all open ones, `several` a person must choose, `none` not in the list. */
export type AddresseeMatch =
  | { readonly kind: "one"; readonly postId: string }
  | { readonly kind: "several"; readonly postIds: readonly string[] }
  | { readonly kind: "collective"; readonly postIds: readonly string[] }
  | { readonly kind: "none" };

export interface ReviewField {
  /** Stable for one text: "mrn", "addressee/3", "point/0". */
  readonly key: string;
  readonly group: ReviewGroup;
  /** Key of the field's name in locales. */
  readonly labelKey: string;
  /** Null where the text does not give a needed field. */
  readonly value: ReviewValue | null;
  readonly span: Span | null;
  readonly certainty: Certainty;
  /** True where posts could not act without it. */
  readonly needed: boolean;
}

/** One post the cable would task, and how. */
export interface DraftPost {
  readonly postId: string;
  /** Field of the addressee that names it. */
  readonly key: string;
  readonly addressed: AddressKind;
  readonly mode: TaskingMode;
  /** Instructions for this post alone, in the cable's words. */
  readonly instructions: readonly string[];
  /** Fields of those instructions. */
  readonly instructionKeys: readonly string[];
}

export interface CableDraft {
  readonly fields: readonly ReviewField[];
  readonly posts: readonly DraftPost[];
  /** Keys of addressees that no post, or more than one, answers to. */
  readonly unmatched: readonly string[];
}

/** A field a person stands for: as read (`value` null) or with another value in its place. */
export interface Tick {
  readonly by: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly value: ReviewValue | null;
}

export interface Ticks {
  readonly fields: ReadonlyMap<string, Tick>;
  /** Addressee's key -> the post it means, where a person said so; null: none, on purpose. */
  readonly posts: ReadonlyMap<string, string | null>;
  /** Post -> how it is tasked, where that is not what the cable says. */
  readonly modes: ReadonlyMap<string, { readonly addressed: AddressKind; readonly mode: TaskingMode }>;
}
