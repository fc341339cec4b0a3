// Talking points: which stretches are to be said, shown, handed over or kept back, and on what condition.
import type { BodyText } from "./body-text.ts";
import type { FlowFence } from "./fences.ts";
import { itemsIn } from "./list-items.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import {
  announced,
  cueEarly,
  holderOf,
  itemDrafts,
  kindOf,
  paragraphNumbers,
  stretchFrom,
  wholeDraft,
  type PointDraft,
} from "./point-drafts.ts";
import { readPoints } from "./point-texts.ts";
import type { Certainty, Found, ReadPoint } from "./reading.ts";
import { has, isLong, type Statement } from "./statements.ts";
import type { PointKind } from "../model/enums.ts";

export interface PointGround {
  readonly body: BodyText;
  readonly fences: readonly FlowFence[];
  readonly paragraphs: readonly FlowParagraph[];
  /** Per paragraph, in order. */
  readonly statements: readonly (readonly Statement[])[];
  /** True for a report to the capital: only what is fenced or labelled counts there. */
  readonly report: boolean;
}

class PointReader {
  readonly #ground: PointGround;
  readonly #drafts: PointDraft[] = [];
  readonly #done = new Set<FlowParagraph>();
  /** Paragraphs with an FYI that is fenced at both ends. */
  readonly #fenced = new Set<FlowParagraph>();

  constructor(ground: PointGround) {
    this.#ground = ground;
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
    return readPoints(this.#ground.body, this.#drafts, this.#ground.fences, paragraphs);
  }

  #push(drafts: readonly PointDraft[]): void {
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
}

export function pointsOf(ground: PointGround): Found<ReadPoint>[] {
  return new PointReader(ground).read();
}
