// The words that open a paragraph and say what it is: "SUMMARY", "ACTION REQUEST", "IF RAISED".
import type { PointKind } from "../model/enums.ts";

/** What a labelled paragraph is for; `points` carries the kind its points have unless their own words say otherwise. */
export type LabelUse =
  | { readonly kind: "summary" }
  | { readonly kind: "action" }
  | { readonly kind: "objective" }
  | { readonly kind: "background" }
  | { readonly kind: "points"; readonly pointKind: PointKind }
  | { readonly kind: "reporting" }
  | { readonly kind: "deadline" }
  | { readonly kind: "contact" }
  | { readonly kind: "written" }
  | { readonly kind: "fyi" }
  | { readonly kind: "comment" }
  | { readonly kind: "handOver" };

const points = (pointKind: PointKind): LabelUse => ({ kind: "points", pointKind });

/** Longer labels before those they begin with. */
const uses: readonly (readonly [string, LabelUse])[] = [
  ["SUMMARY AND ACTION REQUEST", { kind: "action" }],
  ["SUMMARY", { kind: "summary" }],
  ["BEGIN SUMMARY", { kind: "summary" }],
  ["INTRODUCTION", { kind: "summary" }],
  ["ACTION REQUEST", { kind: "action" }],
  ["ACTION REQUIRED", { kind: "action" }],
  ["ACTION FOR", { kind: "action" }],
  ["ACTION", { kind: "action" }],
  ["OBJECTIVE", { kind: "objective" }],
  ["OBJECTIVES", { kind: "objective" }],
  ["PURPOSE", { kind: "objective" }],
  ["GOALS", { kind: "objective" }],
  ["BACKGROUND", { kind: "background" }],
  ["CONTEXT", { kind: "background" }],
  ["IF RAISED", points("ifRaised")],
  ["IF ASKED", points("ifRaised")],
  ["IF PRESSED", points("ifRaised")],
  ["IF QUERIED", points("ifRaised")],
  ["ONLY IF RAISED", points("ifRaised")],
  ["CONTINGENCY POINTS", points("ifRaised")],
  ["CONTINGENCY", points("ifRaised")],
  ["RESPONSES TO QUESTIONS", points("ifRaised")],
  ["QUESTIONS AND ANSWERS", points("ifRaised")],
  ["Q AND A", points("ifRaised")],
  ["REBUTTAL", points("ifRaised")],
  ["REBUTTALS", points("ifRaised")],
  ["FALLBACK", points("fallback")],
  ["FALLBACK POINTS", points("fallback")],
  ["QUESTIONS FOR HOST GOVERNMENT", points("question")],
  ["QUESTIONS TO ASK", points("question")],
  ["QUESTIONS", points("question")],
  ["DO NOT RAISE", points("doNotRaise")],
  ["DO NOT", points("doNotRaise")],
  ["POINTS TO AVOID", points("doNotRaise")],
  ["BEGIN TALKING POINTS", points("mustSay")],
  ["TALKING POINTS", points("mustSay")],
  ["TALKING POINT", points("mustSay")],
  ["SUGGESTED TALKING POINTS", points("maySay")],
  ["SUGGESTED POINTS", points("maySay")],
  ["ADDITIONAL POINTS", points("maySay")],
  ["OPTIONAL POINTS", points("maySay")],
  ["KEY POINTS", points("mustSay")],
  ["POINTS TO MAKE", points("mustSay")],
  ["POINTS", points("mustSay")],
  ["ARGUMENTS", points("maySay")],
  ["MUST SAY", points("mustSay")],
  ["MAY SAY", points("maySay")],
  ["REPORTING DEADLINE", { kind: "reporting" }],
  ["REPORTING REQUIREMENT", { kind: "reporting" }],
  ["REPORTING", { kind: "reporting" }],
  ["DEADLINE", { kind: "deadline" }],
  ["POINT OF CONTACT", { kind: "contact" }],
  ["POINTS OF CONTACT", { kind: "contact" }],
  ["POC", { kind: "contact" }],
  ["CONTACT", { kind: "contact" }],
  ["WRITTEN MATERIAL", { kind: "written" }],
  ["LEAVE BEHIND", { kind: "written" }],
  ["NON PAPER", { kind: "handOver" }],
  ["NONPAPER", { kind: "handOver" }],
  ["AIDE MEMOIRE", { kind: "handOver" }],
  ["TEXT", { kind: "handOver" }],
  ["FYI", { kind: "fyi" }],
  ["COMMENT", { kind: "comment" }],
];

const useOfLabel: ReadonlyMap<string, LabelUse> = new Map(uses);
const firstWords = new Set(
  uses.flatMap(([label]) => [label.split(" ")[0] ?? "", `${label.split(" ")[0] ?? ""}S`]),
);
const mostWords = 5;

function plainLabel(label: string): string {
  return label.replaceAll(/[^A-Z0-9]+/g, " ").trim();
}

/** What a label means; plural and past forms count ("ACTIONS REQUESTED"). Null for one not in the table. */
export function useOf(label: string): LabelUse | null {
  const words = plainLabel(label).split(" ");
  if (!firstWords.has(words[0] ?? "")) return null;
  for (let count = Math.min(mostWords, words.length); count > 0; count -= 1) {
    const head = words.slice(0, count).join(" ");
    const use = useOfLabel.get(head) ?? useOfLabel.get(head.replace(/(?:ED|S)$/, ""));
    // A single first word is trusted only where it is the whole label or the label goes on with AND or a slash.
    if (
      use &&
      (count > 1 || words.length === 1 || words[1] === "AND" || words[1] === "FOR" || label.includes("/"))
    )
      return use;
  }
  return null;
}

export interface OpeningLabel {
  readonly label: string;
  /** Offset behind the label, its punctuation and the blanks after it. */
  readonly end: number;
}

const longestLabel = 70;
const mostLabelWords = 9;

/**
 * The label a stretch opens with, at `from`: any few words before a colon, or known ones before a full stop, a dash or a line's end.
 * `to` is where the stretch ends.
 */
export function openingLabelAt(upper: string, from: number, to: number): OpeningLabel | null {
  const limit = Math.min(to, from + longestLabel);
  for (let at = from; at < limit; at += 1) {
    const char = upper.charAt(at);
    const dash = char === "-" && (upper.charAt(at + 1) === "-" || upper.charAt(at - 1) === " ");
    if (char !== ":" && char !== "." && char !== "\n" && !dash && at + 1 < to) continue;
    const stop = at + 1 === to && char !== ":" && char !== "." && char !== "\n" && !dash ? to : at;
    const label = upper.slice(from, stop).trim();
    if (label === "" || label.split(" ").length > mostLabelWords || !/^[(A-Z]/.test(label)) return null;
    if (char === ":" ? useOf(label) === null && !isPlainLabel(label) : !isWholeLabel(label)) return null;
    let end = stop;
    while (end < to && ".:- ".includes(upper.charAt(end))) end += 1;
    // A dash on the next line opens an item and stays.
    while (end < to && (upper.charAt(end) === "\n" || upper.charAt(end) === " ")) end += 1;
    return { label, end };
  }
  return null;
}

/** A known label and nothing more: what a full stop or a dash ends may else be a sentence. */
function isWholeLabel(label: string): boolean {
  return isInTable(label) || label.split(/\/| AND /).every(isInTable);
}

function isInTable(label: string): boolean {
  const plain = plainLabel(label);
  return useOfLabel.has(plain) || useOfLabel.has(plain.replace(/(?:ED|S)$/, ""));
}

/** Unknown words before a colon are a label where they are few and no sentence. */
function isPlainLabel(label: string): boolean {
  return (
    label.split(" ").length <= 4 &&
    !/[,;()"]/.test(label) &&
    !/\b(?:IS|ARE|WAS|WERE|SHOULD|THAT|FOLLOWING|SAID|FOR)\b/.test(label)
  );
}
