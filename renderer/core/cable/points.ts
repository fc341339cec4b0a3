// Talking points: which stretches are to be said, shown, handed over or kept back, and on what condition.
import { laidOut, spanIn, type BodyText } from "./body-text.ts";
import type { FlowFence } from "./fences.ts";
import { itemsIn } from "./list-items.ts";
import { portionAt } from "./marking-words.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import type { Certainty, Found, ReadPoint } from "./reading.ts";
import { has, isLong, type Statement } from "./statements.ts";
import type { PointKind } from "../model/enums.ts";
import { isNumber, type Word } from "./words.ts";

export interface PointGround {
  readonly body: BodyText;
  readonly fences: readonly FlowFence[];
  readonly paragraphs: readonly FlowParagraph[];
  /** Per paragraph, in order. */
  readonly statements: readonly (readonly Statement[])[];
  /** True for a report to the capital: only what is fenced or labelled counts there. */
  readonly report: boolean;
}

interface Draft {
  readonly label: string;
  readonly kind: PointKind;
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
  readonly certainty: Certainty;
  readonly paragraph: FlowParagraph | null;
}

/** Kind by the point's own words, else by what its list is for. */
function kindOf(body: BodyText, start: number, end: number, given: PointKind): PointKind {
  const head = body.upper.slice(start, Math.min(end, start + 60));
  if (/^(?:\([A-Z/]+\) )?(?:ONLY )?IF (?:ASKED|RAISED|PRESSED|QUERIED|CHALLENGED)\b/.test(head))
    return "ifRaised";
  if (/^(?:\([A-Z/]+\) )?(?:DO NOT|DON'T|POSTS SHOULD NOT|YOU SHOULD NOT)\b/.test(head)) return "doNotRaise";
  if (/^(?:\([A-Z/]+\) )?(?:MUST SAY)\b/.test(head)) return "mustSay";
  if (/^(?:\([A-Z/]+\) )?(?:MAY SAY|IF APPROPRIATE|AS APPROPRIATE)\b/.test(head)) return "maySay";
  const asks = given === "mustSay" || given === "maySay";
  return asks && body.upper.charAt(end - 1) === "?" ? "question" : given;
}

function itemDrafts(
  body: BodyText,
  paragraph: FlowParagraph,
  kind: PointKind,
  certainty: Certainty,
): Draft[] {
  return paragraph.items.map((item) => ({
    label: item.label,
    kind: kindOf(body, item.textStart, item.end, kind),
    start: item.textStart,
    end: item.end,
    verbatim: false,
    certainty,
    paragraph,
  }));
}

function wholeDraft(
  paragraph: FlowParagraph,
  start: number,
  end: number,
  kind: PointKind,
  certainty: Certainty,
): Draft {
  const label = paragraph.number === null ? "" : String(paragraph.number);
  return { label, kind, start, end, verbatim: false, certainty, paragraph };
}

/** The sentences of a paragraph from `from` on, up to one that is about something else (what not to do, how to report). */
function stretchFrom(statements: readonly Statement[], from: number): { start: number; end: number } | null {
  const first = statements[from];
  if (!first) return null;
  let last = first;
  for (const statement of statements.slice(from + 1)) {
    if (has(statement, "doNot", "reporting", "noInitiative") || statement.item >= 0 !== first.item >= 0)
      break;
    last = statement;
  }
  return { start: first.start, end: last.end };
}

const likelyFirstWords = 7;

function cueEarly(statement: Statement, id: "ifRaised" | "fallback"): boolean {
  return statement.hits.some((hit) => hit.id === id && hit.start - statement.firstWord < likelyFirstWords);
}

/** What a paragraph's introduction announces for the list under it. */
function announced(intro: readonly Statement[]): PointKind | null {
  const cue = intro.findLast(
    (statement) =>
      !statement.quoted &&
      (has(statement, "pointsFollow") || cueEarly(statement, "ifRaised") || cueEarly(statement, "fallback")),
  );
  if (!cue || (has(cue, "reporting") && !has(cue, "pointsFollow"))) return null;
  if (cueEarly(cue, "ifRaised")) return "ifRaised";
  if (cueEarly(cue, "fallback")) return "fallback";
  return has(cue, "optional") ? "maySay" : "mustSay";
}

/** Numbers behind "DRAW ON PARAS 1 AND 2": singles, lists and runs. */
function paragraphNumbers(words: readonly Word[], statement: Statement): number[] {
  const hit = statement.hits.find((candidate) => candidate.id === "drawOnParagraphs");
  const numbers: number[] = [];
  let run = false;
  for (let at = hit?.end ?? Infinity; at < statement.lastWord; at += 1) {
    const text = words[at]?.text ?? "";
    if (isNumber(text) && text.length <= 2) {
      const from = numbers.at(-1);
      const value = Number(text);
      if (run && from !== undefined)
        for (let between = from + 1; between < value; between += 1) numbers.push(between);
      numbers.push(value);
      run = false;
    } else if (text === "TO" || text === "THROUGH" || text === "THRU") run = true;
    else if (text !== "AND" && text !== "PARA" && text !== "PARAGRAPH") break;
  }
  return numbers.slice(0, 60);
}

/** Behind the bracket and the full stop that may close a fence. */
function closeBracket(text: string, at: number): number {
  let end = at;
  while (end < text.length && ").".includes(text.charAt(end))) end += 1;
  return end;
}

/** The paragraph that holds `offset`. */
function holderOf(paragraphs: readonly FlowParagraph[], offset: number): FlowParagraph | null {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low - 1] ?? null;
}

class PointReader {
  readonly #ground: PointGround;
  readonly #drafts: Draft[] = [];
  readonly #done = new Set<FlowParagraph>();
  /** In order, none inside another. */
  readonly #fyi: readonly FlowFence[];
  /** Paragraphs with an FYI that is fenced at both ends. */
  readonly #fenced = new Set<FlowParagraph>();

  constructor(ground: PointGround) {
    this.#ground = ground;
    const fyi = ground.fences
      .filter((fence) => fence.kind === "fyi")
      .toSorted((one, other) => one.start - other.start);
    let end = 0;
    this.#fyi = fyi.filter((fence) => fence.start >= end && (end = fence.end) > 0);
    for (const fence of ground.fences) {
      const holder = fence.kind === "fyi" ? holderOf(ground.paragraphs, fence.start) : null;
      if (holder) this.#fenced.add(holder);
    }
  }

  read(): Found<ReadPoint>[] {
    const { paragraphs, report } = this.#ground;
    for (const fence of this.#ground.fences) this.#readFence(fence);
    let following: PointKind | null = null;
    for (const [k, paragraph] of paragraphs.entries()) {
      const statements = this.#ground.statements[k] ?? [];
      if (this.#readLabelled(paragraph, statements)) following = null;
      else if (!report) following = this.#readCued(paragraph, statements, following);
    }
    if (!report) this.#readDrawnOn();
    if (!report) this.#readProhibitions();
    if (!report && !this.#drafts.some((draft) => ["mustSay", "maySay"].includes(draft.kind)))
      this.#readSayings();
    return this.#found();
  }

  #push(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      this.#drafts.push(draft);
      if (draft.paragraph) this.#done.add(draft.paragraph);
    }
  }

  #readFence(fence: FlowFence): void {
    const base = {
      label: "",
      start: fence.insideStart,
      end: fence.insideEnd,
      verbatim: false,
      paragraph: null,
    };
    if (fence.insideEnd <= fence.insideStart) return;
    if (fence.kind === "fyi") this.#push([{ ...base, kind: "background", certainty: "sure" }]);
    else if (fence.kind === "talkingPoints") this.#readFencedList(fence);
    else if (this.#isHandedOver(fence)) {
      const certainty: Certainty = fence.kind === "text" ? "sure" : "likely";
      this.#push([{ ...base, kind: "textToHandOver", verbatim: true, certainty }]);
    }
  }

  /** A fenced text is for handing over where the cable says so, or where it fences a paper by its name. */
  #isHandedOver(fence: FlowFence): boolean {
    if (this.#ground.report) return false;
    if (fence.kind === "text") return true;
    if (fence.kind !== "quote" || !isLong(fence)) return false;
    const before = this.#ground.body.upper.slice(Math.max(0, fence.start - 300), fence.start);
    return (
      /\b(?:LETTER|MESSAGE|NOTE|TEXT|NON-?PAPER|AIDE-MEMOIRE)\b/.test(before) &&
      /\b(?:DELIVER|TRANSMIT|CONVEY|PASS|PRESENT|HAND|FOLLOWING)\b/.test(before)
    );
  }

  #readFencedList(fence: FlowFence): void {
    const { body } = this.#ground;
    const items = itemsIn(body, fence.insideStart, fence.insideEnd);
    const holder = holderOf(this.#ground.paragraphs, fence.start);
    if (holder) this.#done.add(holder);
    if (items.length === 0) {
      const whole = {
        label: "",
        start: fence.insideStart,
        end: fence.insideEnd,
        verbatim: false,
        paragraph: null,
      };
      this.#push([{ ...whole, kind: "mustSay", certainty: "sure" }]);
      return;
    }
    for (const item of items) {
      const kind = kindOf(body, item.textStart, item.end, "mustSay");
      this.#push([
        {
          label: item.label,
          kind,
          start: item.textStart,
          end: item.end,
          verbatim: false,
          certainty: "sure",
          paragraph: null,
        },
      ]);
    }
  }

  /** A paragraph whose label says it holds points. */
  #readLabelled(paragraph: FlowParagraph, statements: readonly Statement[]): boolean {
    const { body } = this.#ground;
    if (this.#done.has(paragraph)) return true;
    const { use } = paragraph;
    if (use?.kind === "fyi") {
      if (!this.#fenced.has(paragraph) && paragraph.end > paragraph.textStart) {
        this.#push([wholeDraft(paragraph, paragraph.textStart, paragraph.end, "background", "likely")]);
      }
      return true;
    }
    if (use?.kind !== "points") return false;
    if (paragraph.items.length > 0) {
      const intro = statements.filter((statement) => statement.item < 0);
      const kind =
        use.pointKind === "mustSay" && intro.some((statement) => has(statement, "optional"))
          ? "maySay"
          : use.pointKind;
      this.#push(itemDrafts(body, paragraph, kind, "sure"));
      return true;
    }
    if (paragraph.end > paragraph.textStart) {
      const kind = kindOf(body, paragraph.textStart, paragraph.end, use.pointKind);
      this.#push([wholeDraft(paragraph, paragraph.textStart, paragraph.end, kind, "likely")]);
      return true;
    }
    return false;
  }

  /** A paragraph read by its cue phrases; answers the kind its following paragraphs have where it announces them. */
  #readCued(
    paragraph: FlowParagraph,
    statements: readonly Statement[],
    following: PointKind | null,
  ): PointKind | null {
    const { body } = this.#ground;
    const own = statements.filter((statement) => !statement.quoted && !statement.fyi);
    const intro = own.filter((statement) => statement.item < 0);
    const about = announced(intro);
    if (about !== null && paragraph.items.length > 0) {
      this.#push(itemDrafts(body, paragraph, about, "likely"));
      return null;
    }
    const raised = own.findIndex(
      (statement) => cueEarly(statement, "ifRaised") && !has(statement, "reporting"),
    );
    if (raised >= 0) {
      const stretch = stretchFrom(own, raised);
      if (stretch) this.#push([wholeDraft(paragraph, stretch.start, stretch.end, "ifRaised", "likely")]);
      return null;
    }
    const fallback = own.findIndex((statement) => cueEarly(statement, "fallback"));
    const stretch = fallback < 0 ? null : stretchFrom(own, fallback);
    if (stretch) this.#push([wholeDraft(paragraph, stretch.start, stretch.end, "fallback", "likely")]);
    if (about !== null && about !== "ifRaised" && this.#endsOnCue(intro)) return about;
    if (following === null) return null;
    if (
      paragraph.use ||
      paragraph.postHead ||
      own.some((statement) => has(statement, "reporting", "infoOnly", "hold"))
    )
      return null;
    if (paragraph.items.length > 0) this.#push(itemDrafts(body, paragraph, following, "likely"));
    else if (paragraph.end > paragraph.textStart) {
      const kind = kindOf(body, paragraph.textStart, paragraph.end, following);
      this.#push([wholeDraft(paragraph, paragraph.textStart, paragraph.end, kind, "unsure")]);
    }
    return following;
  }

  /** "YOU SHOULD DRAW ON FOLLOWING AND REFTELS." as the last sentence: the points are the paragraphs below. */
  #endsOnCue(intro: readonly Statement[]): boolean {
    const last = intro.at(-1);
    return last !== undefined && has(last, "pointsFollow");
  }

  #readDrawnOn(): void {
    const { body, paragraphs, statements } = this.#ground;
    const numbered = new Map<number, FlowParagraph>();
    for (const paragraph of paragraphs) {
      if (paragraph.number !== null && !numbered.has(paragraph.number))
        numbered.set(paragraph.number, paragraph);
    }
    for (const statement of statements.flat()) {
      if (!has(statement, "drawOnParagraphs")) continue;
      const kind: PointKind = has(statement, "ifRaised") ? "ifRaised" : "maySay";
      for (const number of paragraphNumbers(body.words, statement)) {
        const named = numbered.get(number);
        if (!named || this.#done.has(named)) continue;
        if (named.items.length > 0) this.#push(itemDrafts(body, named, kind, "likely"));
        else this.#push([wholeDraft(named, named.textStart, named.end, kind, "unsure")]);
      }
    }
  }

  /** "POSTS SHOULD NOT SPECULATE ON ...": kept among the points, so that nobody says it. */
  #readProhibitions(): void {
    const { paragraphs, statements } = this.#ground;
    for (const [k, paragraph] of paragraphs.entries()) {
      if (paragraph.use?.kind === "points") continue;
      for (const statement of statements[k] ?? []) {
        if (!has(statement, "doNot") || has(statement, "noInitiative", "hold", "reporting")) continue;
        if (statement.quoted || statement.fyi || statement.item >= 0) continue;
        this.#drafts.push(wholeDraft(paragraph, statement.start, statement.end, "doNotRaise", "likely"));
      }
    }
  }

  /** No list anywhere: what the envoy "should point out" or "advise". */
  #readSayings(): void {
    const { paragraphs, statements } = this.#ground;
    for (const [k, paragraph] of paragraphs.entries()) {
      if (this.#done.has(paragraph) || paragraph.postHead) continue;
      const own = (statements[k] ?? []).filter((statement) => !statement.quoted && !statement.fyi);
      const said = own.findIndex(
        (statement) => has(statement, "sayThat") && !has(statement, "doNot", "reporting"),
      );
      const stretch = said < 0 ? null : stretchFrom(own, said);
      if (stretch) this.#push([wholeDraft(paragraph, stretch.start, stretch.end, "mustSay", "unsure")]);
    }
  }

  /** A point's own words: what it fences in for the posts alone is no part of what is said. */
  #spokenText(start: number, draft: Draft): string {
    const { flow } = this.#ground.body;
    if (draft.kind === "background") return flow.text.slice(start, draft.end);
    const parts: string[] = [];
    let at = start;
    for (let k = this.#firstFyiFrom(start); k < this.#fyi.length; k += 1) {
      const fence = this.#fyi[k];
      if (!fence || fence.start >= draft.end) break;
      parts.push(flow.text.slice(at, fence.start).trimEnd());
      at = closeBracket(flow.text, fence.end);
    }
    parts.push(flow.text.slice(at, draft.end).trim());
    const text = parts.filter((part) => part !== "").join(" ");
    return text.endsWith(";") ? text.slice(0, -1) : text;
  }

  #firstFyiFrom(offset: number): number {
    let low = 0;
    let high = this.#fyi.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#fyi[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #found(): Found<ReadPoint>[] {
    const { body } = this.#ground;
    const sorted = this.#drafts.toSorted((one, other) => one.start - other.start);
    return sorted.map((draft) => {
      const portion = portionAt(body.upper, draft.start);
      const start = portion ? Math.min(portion.end, draft.end) : draft.start;
      return {
        value: {
          label: draft.label,
          kind: draft.kind,
          text: draft.verbatim ? laidOut(body, start, draft.end) : this.#spokenText(start, draft),
          portion:
            portion?.marking ??
            (draft.paragraph ?? holderOf(this.#ground.paragraphs, draft.start))?.portion ??
            null,
          verbatim: draft.verbatim,
        },
        span: spanIn(body, start, draft.end),
        certainty: draft.certainty,
      };
    });
  }
}

export function pointsOf(ground: PointGround): Found<ReadPoint>[] {
  return new PointReader(ground).read();
}
