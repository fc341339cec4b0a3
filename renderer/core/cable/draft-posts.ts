// Which posts a cable would task, and in which mode each: addressees, exemptions and instructions brought together.
import { isPostPrefix, placeOf } from "./post-names.ts";
import type { Addressee, CableReading, Found, PostInstruction } from "./reading.ts";
import type { AddresseeMatch, DraftPost, ReviewField } from "./review.ts";
import type { AddressKind, TaskingMode } from "../model/enums.ts";
import type { Post } from "../model/post.ts";
import type { PostIndex } from "../rules/post-match.ts";

/** "ALL DIPLOMATIC POSTS" is everybody; "ALL EUROPEAN DIPLOMATIC POSTS" is for a person to choose. */
const worldwide =
  /^(?:ALL (?:AMERICAN )?(?:DIPLOMATIC|DIPLOMATIC AND CONSULAR|EMBASSIES AND|FOREIGN SERVICE)? ?POSTS|ALDIP|ALDAC)$/;

/** The post an addressee means. A collective one means all that are open. */
export function matchOf(addressee: Addressee, index: PostIndex, posts: readonly Post[]): AddresseeMatch {
  if (addressee.collective) {
    const open = posts.filter((post) => post.closedOn === null && !post.deleted).map((post) => post.id);
    return { kind: "collective", postIds: worldwide.test(addressee.name) ? open : [] };
  }
  return index.find(addressee.name);
}

interface Named {
  readonly key: string;
  readonly addressee: Addressee;
  readonly match: AddresseeMatch;
}

/** The more binding first: a post named for itself is tasked, also where a list it would be in leaves it out. */
const order: readonly ((named: Named) => boolean)[] = [
  ({ addressee }) => !addressee.collective && addressee.kind === "action",
  ({ addressee }) => !addressee.collective && addressee.kind === "info",
  ({ addressee }) => !addressee.collective && addressee.kind === "exempt",
  ({ addressee }) => addressee.collective && addressee.kind === "exempt",
  ({ addressee }) => addressee.collective && addressee.kind === "action",
  ({ addressee }) => addressee.collective && addressee.kind === "info",
];

function postIdsOf(match: AddresseeMatch): readonly string[] {
  if (match.kind === "one") return [match.postId];
  return match.kind === "collective" ? match.postIds : [];
}

const groupKinds: Readonly<Record<string, AddressKind>> = {
  "INFO ADDRESSEES": "info",
  "INFORMATION ADDRESSEES": "info",
  "INFO POSTS": "info",
  "ACTION ADDRESSEES": "action",
  "ACTION POSTS": "action",
};

/** The instructions whose named posts include this one. */
function instructionsFor(
  postId: string,
  addressed: AddressKind,
  instructions: readonly { key: string; found: Found<PostInstruction>; postIds: ReadonlySet<string> }[],
) {
  return instructions.filter(
    ({ found, postIds }) =>
      postIds.has(postId) || found.value.posts.some((name) => groupKinds[name] === addressed),
  );
}

const baseModes: Readonly<Record<Exclude<AddressKind, "action">, TaskingMode>> = {
  info: "info",
  exempt: "exempt",
};

function modeFor(
  addressed: AddressKind,
  whole: TaskingMode,
  own: readonly Found<PostInstruction>[],
): TaskingMode {
  const base = addressed === "action" ? whole : baseModes[addressed];
  if (own.some((found) => found.value.mode === "separateInstruction")) return "separateInstruction";
  if (addressed === "exempt") return base;
  // Only an instruction headed with its name re-tasks a post; what is mentioned of it, or asked of it as well, adapts its task.
  return (
    own.find((found) => found.certainty !== "unsure" && !isAddition(found.value.text))?.value.mode ?? base
  );
}

/** "YOU SHOULD ALSO BRIEF THE PRESIDENCY" comes on top of what all are asked. */
function isAddition(text: string): boolean {
  return /\b(?:ALSO|IN ADDITION|ADDITIONALLY|AS WELL)\b/i.test(text.slice(0, 80));
}

/** `fields` are the addressees' review fields, in the reading's order. */
export function draftPosts(
  reading: CableReading,
  fields: readonly ReviewField[],
  index: PostIndex,
): DraftPost[] {
  const named = fields.flatMap((field): Named[] =>
    field.value !== null && typeof field.value === "object" && field.value.kind === "addressee"
      ? [{ key: field.key, addressee: field.value.addressee, match: field.value.match }]
      : [],
  );
  const instructions = reading.fields.postInstructions.map((found, k) => ({
    key: `postInstruction/${k}`,
    found,
    postIds: new Set(found.value.posts.flatMap((name) => postIdsNamed(name, index))),
  }));
  const whole = reading.fields.mode?.value ?? "deliver";
  const drafts = new Map<string, DraftPost>();
  for (const rank of order) {
    for (const { key, addressee, match } of named.filter(rank)) {
      for (const postId of postIdsOf(match)) {
        if (drafts.has(postId)) continue;
        const own = instructionsFor(postId, addressee.kind, instructions);
        drafts.set(postId, {
          postId,
          key,
          addressed: addressee.kind,
          mode: modeFor(
            addressee.kind,
            whole,
            own.map(({ found }) => found),
          ),
          instructions: own.map(({ found }) => found.value.text),
          instructionKeys: own.map((one) => one.key),
        });
      }
    }
  }
  return [...drafts.values()];
}

/** A post named in the text: by its place, or with its prefix. */
function postIdsNamed(name: string, index: PostIndex): string[] {
  const first = name.split(" ")[0] ?? "";
  const match = index.find(isPostPrefix(first) ? name : placeOf(name));
  return match.kind === "one" ? [match.postId] : [];
}
