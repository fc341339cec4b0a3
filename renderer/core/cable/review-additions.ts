// What a person adds to a review beyond what the reader found: fields of their own, and posts chosen by hand.
import type { CableDraft, DraftPost, ReviewField, ReviewGroup, ReviewValue } from "./review.ts";
import type { Post } from "../model/post.ts";

/** Fields that may be added by hand, with the group each stands in. */
const addable = {
  reference: "header",
  objective: "instruction",
  ask: "instruction",
  background: "instruction",
  reporting: "instruction",
  level: "instruction",
  written: "instruction",
  contact: "instruction",
  point: "points",
  deliverBy: "deadlines",
  reportBy: "deadlines",
} as const satisfies Readonly<Record<string, ReviewGroup>>;
export type AddableName = keyof typeof addable;
export const addableNames = Object.keys(addable) as AddableName[];

export interface Additions {
  /** Key (made by `addedKey`) -> value. */
  readonly fields: Readonly<Record<string, ReviewValue>>;
  /** Ids of posts chosen by hand. */
  readonly posts: readonly string[];
}

export function groupOfAddable(name: AddableName): ReviewGroup {
  return addable[name];
}

/** "point/+1", "point/+2": a key the reader never gives. */
export function addedKey(name: AddableName, fields: Readonly<Record<string, unknown>>): string {
  let number = 1;
  while (Object.hasOwn(fields, `${name}/+${number}`)) number += 1;
  return `${name}/+${number}`;
}

export function addresseeKey(postId: string): string {
  return `addressee/+${postId}`;
}

/** True for fields a person made: they have no place in the source. */
export function isAdded(key: string): boolean {
  return key.includes("/+");
}

/** What a new field starts from. */
export function blankValue(name: AddableName): ReviewValue {
  switch (name) {
    case "reference":
      return { kind: "reference", cited: { label: "", mrn: "", on: null, notal: false }, paper: "cable" };
    case "objective":
      return { kind: "objective", objective: "inform", text: "" };
    case "level":
      return { kind: "level", level: "appropriate", text: "" };
    case "written":
      return { kind: "written", material: "nonPaper", text: "" };
    case "point":
      return {
        kind: "point",
        point: { label: "", kind: "mustSay", text: "", portion: null, verbatim: false },
      };
    case "deliverBy":
    case "reportBy":
      return { kind: "deadline", deadline: { kind: "day", value: null, text: "" } };
    case "ask":
    case "background":
    case "reporting":
    case "contact":
      return "";
  }
}

function addedField(key: string, value: ReviewValue): ReviewField[] {
  const name = addableNames.find((known) => known === key.split("/")[0]);
  if (name === undefined) return [];
  const labelKey = `cable.field.${name}`;
  return [{ key, group: addable[name], labelKey, value, span: null, certainty: "sure", needed: false }];
}

function addresseeField(post: Post): ReviewField {
  return {
    key: addresseeKey(post.id),
    group: "addressees",
    labelKey: "cable.field.addressee",
    value: {
      kind: "addressee",
      addressee: {
        name: post.name,
        kind: "action",
        precedence: null,
        byPouch: false,
        collective: false,
        serial: null,
      },
      match: { kind: "one", postId: post.id },
    },
    span: null,
    certainty: "sure",
    needed: false,
  };
}

/**
 * The draft with what was added. A placeholder for what the text does not give ("point/none") goes once there is
 * something in its place. Posts that an addressee names already are not added again.
 */
export function withAdditions(draft: CableDraft, additions: Additions, posts: readonly Post[]): CableDraft {
  const named = new Set(draft.posts.map(({ postId }) => postId));
  const chosen = posts.filter(({ id }) => additions.posts.includes(id) && !named.has(id));
  const mode = draft.fields.flatMap(({ key, value }) =>
    key === "mode" && value !== null && typeof value === "object" && value.kind === "mode"
      ? [value.mode]
      : [],
  )[0];
  const added = [
    ...Object.entries(additions.fields).flatMap(([key, value]) => addedField(key, value)),
    ...chosen.map(addresseeField),
  ];
  const filled = new Set(added.map(({ key }) => key.split("/")[0]));
  return {
    fields: [
      ...draft.fields.filter(({ key }) => !key.endsWith("/none") || !filled.has(key.split("/")[0])),
      ...added,
    ],
    posts: [
      ...draft.posts,
      ...chosen.map(({ id }): DraftPost => ({
        postId: id,
        key: addresseeKey(id),
        addressed: "action",
        mode: mode ?? "deliver",
        instructions: [],
        instructionKeys: [],
      })),
    ],
    unmatched: draft.unmatched,
  };
}
