// "FOR LONDON AND PARIS: ...": the posts a paragraph names at its head.
import { plainName, type KnownPlaces } from "./post-names.ts";
import type { Certainty } from "./reading.ts";
import { stripEnds } from "./strip-ends.ts";

export interface PostHead {
  /** As printed, in capitals. */
  readonly posts: readonly string[];
  /** Offset behind the head and its colon. */
  readonly end: number;
  readonly certainty: Certainty;
}

const longestHead = 300;
const groups = new Set([
  "INFO ADDRESSEES",
  "ACTION ADDRESSEES",
  "INFO POSTS",
  "ACTION POSTS",
  "INFORMATION ADDRESSEES",
]);
/** Words no post's name has; one of them makes the head a sentence. */
const notNames = new Set(
  (
    "THESE THIS THAT THOSE YOUR OUR HIS THEIR ITS ALL ANY EXAMPLE INSTANCE REASONS REASON INFORMATION GUIDANCE AMBASSADOR AMBASSADORS CHARGE " +
    "DCM SECRETARY ACTING FROM USE NOW PART PURPOSES PURPOSE TIME BACKGROUND WHICH WHOM WE YOU IT IS ARE WAS SHOULD MAY HAS HAVE WILL TO OF " +
    "PRESIDENT MINISTER DIRECTOR MR MRS DR FOREIGN YEARS MONTHS DAYS OTHER SUCH EACH BOTH CONSUL CONSULS"
  ).split(" "),
);

function namesOf(text: string): string[] {
  return text
    .split(/[,;&/]| AND /)
    .map((name) =>
      stripEnds(name, " ()")
        .replace(/^AND /, "")
        .replace(/ ONLY$/, ""),
    )
    .filter((name) => name !== "");
}

/**
 * The posts a stretch that begins with FOR is for; null where it names none. With known posts (or addressees) every name must be one of
 * them, but for a few strangers; with none to check against, only short names before a colon pass, and unsure.
 */
export function postHeadAt(
  upper: string,
  from: number,
  to: number,
  known: KnownPlaces,
  checkable: boolean,
): PostHead | null {
  if (!upper.startsWith("FOR ", from)) return null;
  const text = upper.slice(from + 4, Math.min(to, from + longestHead));
  const stop = text.search(/[:.](?= |\n|$)|- |--/);
  if (stop < 1) return null;
  const names = namesOf(text.slice(0, stop));
  if (names.length === 0 || names.some((name) => name.split(" ").length > 5)) return null;
  let end = from + 4 + stop;
  while (end < to && ":.- ".includes(upper.charAt(end))) end += 1;
  const groupOnly = names.every((name) => groups.has(name));
  if (groupOnly) return { posts: names, end, certainty: "sure" };
  const plain = names.every((name) =>
    plainName(name)
      .split(" ")
      .every((word) => !notNames.has(word)),
  );
  const knownCount = names.filter((name) => known.has(name) || groups.has(name)).length;
  if (knownCount > 0 && knownCount * 2 >= names.length) {
    return { posts: names, end, certainty: knownCount === names.length ? "sure" : "likely" };
  }
  if (checkable || !plain || text.charAt(stop) !== ":" || names.some((name) => name.split(" ").length > 3))
    return null;
  return { posts: names, end, certainty: "unsure" };
}
