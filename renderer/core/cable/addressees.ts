// Lines of an address list: names with precedence, serial and pouch mark, one or several to a line.
import { sliceOf, spanOf, trimmed, type MappedText } from "./mapped-text.ts";
import { plainUpper } from "./plain-upper.ts";
import { isPostPrefix, type KnownPlaces } from "./post-names.ts";
import type { Addressee, Certainty, Found } from "./reading.ts";
import { stripEnds } from "./strip-ends.ts";
import type { AddressKind, Precedence } from "../model/enums.ts";

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const precedenceWords: Readonly<Record<string, Precedence>> = {
  FLASH: "flash",
  IMMEDIATE: "immediate",
  IMMED: "immediate",
  PRIORITY: "priority",
  ROUTINE: "routine",
};

function tokensOf(upper: string): Token[] {
  const tokens: Token[] = [];
  for (const match of upper.matchAll(/[^ ]+/g)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** "RUEHRO/" and the like: the routing indicator before a name, without which the name is the same. */
const routing = /^RU[A-Z]{3,6}\//;

/** Cuts a line where a comma, a routing indicator or another prefix begins a new name. */
function piecesOf(line: MappedText): MappedText[] {
  const upper = plainUpper(line.text);
  const cuts: number[] = [0];
  let named = false;
  for (const token of tokensOf(upper)) {
    const opens = routing.test(token.text) || isPostPrefix(token.text);
    if (opens && named) cuts.push(token.start);
    if (opens || cuts.at(-1) === token.start) named = false;
    if (!opens && !Object.hasOwn(precedenceWords, token.text)) named = true;
    if (/[,;]$/.test(token.text)) {
      cuts.push(token.end);
      named = false;
    }
  }
  return cuts
    .map((start, k) => trimmed(sliceOf(line, start, cuts[k + 1])))
    .filter((piece) => piece.text !== "");
}

interface Tail {
  readonly end: number;
  readonly precedence: Precedence | null;
  readonly serial: string | null;
  readonly byPouch: boolean;
}

/** Takes precedence, serial and pouch mark off the end of a name, in whatever order they stand. */
function tailOf(tokens: readonly Token[]): Tail {
  let end = tokens.length;
  let precedence: Precedence | null = null;
  let serial: string | null = null;
  let byPouch = false;
  for (; end > 0; end -= 1) {
    const word = (tokens[end - 1]?.text ?? "").replaceAll(/[(),;.]/g, "");
    const named = Object.hasOwn(precedenceWords, word) ? precedenceWords[word] : undefined;
    if (named !== undefined) precedence ??= named;
    else if (word === "NIACT" && precedence !== null) precedence = "niactImmediate";
    else if (/^\d{1,6}(?:\/\d{1,6})?$/.test(word) && serial === null && end > 1) serial = word;
    else if (word === "POUCH" && end > 1) byPouch = true;
    else if (!(word === "BY" && byPouch) && word !== "") break;
  }
  return { end, precedence, serial, byPouch };
}

/** "TO PRIORITY AMEMBASSY BONN": how many words before the name tell its precedence. */
function leadOf(tokens: readonly Token[]): { count: number; precedence: Precedence | null } {
  let count = 0;
  let precedence: Precedence | null = null;
  while (count < tokens.length - 1) {
    const word = tokens[count]?.text ?? "";
    const named = Object.hasOwn(precedenceWords, word) ? precedenceWords[word] : undefined;
    if (named === undefined && word !== "NIACT") break;
    precedence = word === "NIACT" || precedence === "niactImmediate" ? "niactImmediate" : (named ?? null);
    count += 1;
  }
  return { count, precedence };
}

const collectiveName = /^(?:ALL |ALDIP\b|ALDAC\b)|\b(?:COLLECTIVE|DIPLOMATIC POSTS|CONSULAR POSTS)$/;

function isCollective(name: string): boolean {
  return collectiveName.test(name);
}

interface Draft {
  readonly name: string;
  readonly tail: Tail;
  readonly precedence: Precedence | null;
  readonly line: MappedText;
  /** True where the piece holds only a precedence or only a prefix, and so belongs to the piece before it. */
  readonly kin: "precedence" | "prefix" | null;
}

function draftOf(piece: MappedText): Draft | null {
  const tokens = tokensOf(plainUpper(piece.text));
  const first = tokens[0];
  if (!first) return null;
  const tail = tailOf(tokens);
  const lead = leadOf(tokens.slice(0, tail.end));
  const named = tokens.slice(lead.count, tail.end);
  const precedence = tail.precedence ?? lead.precedence;
  const printed = named.map((token) => token.text).join(" ");
  const name = stripEnds(printed.replace(routing, ""), "/,;:.() ").replace(/^AND /, "");
  if (name === "")
    return precedence === null ? null : { name, tail, precedence, line: piece, kin: "precedence" };
  return {
    name,
    tail,
    precedence,
    line: piece,
    kin: named.length === 1 && isPostPrefix(name) ? "prefix" : null,
  };
}

/** Swapped or trailing parts ("LONDON, AMEMBASSY", "AMEMBASSY ROME, ROUTINE") go back to the name before them. */
function withKin(drafts: readonly Draft[]): Draft[] {
  const whole: Draft[] = [];
  for (const draft of drafts) {
    const before = whole.at(-1);
    if (
      !before ||
      draft.kin === null ||
      (draft.kin === "prefix" && isPostPrefix(before.name.split(" ")[0] ?? ""))
    ) {
      whole.push(draft);
      continue;
    }
    const name = draft.kin === "prefix" ? `${draft.name} ${before.name}` : before.name;
    whole[whole.length - 1] = { ...before, name, precedence: before.precedence ?? draft.precedence };
  }
  return whole.filter((draft) => draft.name !== "");
}

function splitKnown(draft: Draft, known: KnownPlaces): readonly string[] {
  const words = draft.name.split(" ");
  if (known.isEmpty || words.length < 2 || isPostPrefix(words[0] ?? "") || known.has(draft.name))
    return [draft.name];
  const counts = known.split(words);
  if (!counts) return [draft.name];
  let at = 0;
  return counts.map((count) => words.slice(at, (at += count)).join(" "));
}

/** The addressees of one line (or of a labelled list). */
export function addresseesOf(
  line: MappedText,
  kind: AddressKind,
  known: KnownPlaces,
  certainty: Certainty = "sure",
): Found<Addressee>[] {
  const drafts = piecesOf(line).map(draftOf);
  return withKin(drafts.filter((draft) => draft !== null)).flatMap((draft) =>
    splitKnown(draft, known).map((name) => ({
      value: {
        name,
        kind,
        precedence: draft.precedence,
        byPouch: draft.tail.byPouch,
        collective: isCollective(name),
        serial: draft.tail.serial,
      },
      span: spanOf(draft.line),
      certainty,
    })),
  );
}

/** True where a line may be an addressee: few words, no sentence. */
export function looksLikeAddressee(upper: string): boolean {
  const first = /^[A-Z/]+/.exec(upper)?.[0] ?? "";
  if (routing.test(upper) || (isPostPrefix(first) && upper.length <= 200)) return true;
  if (upper.length > 80 || /[.:;!?"] |[.:!?"]$/.test(upper)) return false;
  return upper.split(" ").length <= 7 && /^[A-Z(/]/.test(upper);
}
