// The fields of an instruction: objective, background, ask, points, level, paper, deadlines, posts and mode.
import { spanIn, type BodyText } from "./body-text.ts";
import type { CueId } from "./cues.ts";
import { deadlinesIn, type FoundDeadline } from "./deadlines.ts";
import type { FlowFence } from "./fences.ts";
import { modeOf } from "./mode.ts";
import type { LabelUse } from "./paragraph-labels.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import { pointsOf } from "./points.ts";
import { postInstructionsOf } from "./post-instructions.ts";
import type { KnownPlaces } from "./post-names.ts";
import type { CableFields, CableHeader, CableShape, Certainty, Found, ReadDeadline } from "./reading.ts";
import { sentencesOf, type Stretch } from "./sentences.ts";
import { has, statementsOf, type Statement } from "./statements.ts";

export interface InstructionGround {
  readonly body: BodyText;
  readonly fences: readonly FlowFence[];
  readonly paragraphs: readonly FlowParagraph[];
  readonly header: CableHeader;
  readonly known: KnownPlaces;
  readonly report: boolean;
}

const noFields: CableFields = {
  objectives: [],
  background: [],
  action: [],
  ask: [],
  points: [],
  reporting: [],
  deliverBy: [],
  reportBy: [],
  level: [],
  written: [],
  discretion: [],
  prohibitions: [],
  contact: [],
  infoTo: [],
  postInstructions: [],
  mode: null,
};

const capitals =
  /^(?:SECSTATE|STATE WASHDC|STATE\b|WHITE HOUSE|THE WHITE HOUSE|DEPARTMENT|DEPT|DA WASHDC|SECDEF|USDEL SECRETARY)/;

/** True where a text reports to a capital rather than instructs posts. */
export function isReport(shape: CableShape, header: CableHeader): boolean {
  if (shape === "normalised") {
    const place = header.place?.value.toUpperCase();
    return place !== undefined && place !== "WASHINGTON";
  }
  const action = header.addressees.filter((found) => found.value.kind === "action");
  return action.length > 0 && action.every((found) => capitals.test(found.value.name));
}

/** Cuts a stretch before each further "AND TO ..." and each numbered purpose; sentences that say nothing is sought are left out. */
function objectivesIn(upper: string, start: number, end: number): Stretch[] {
  return sentencesOf(upper, start, end).flatMap((sentence) => {
    const text = upper.slice(sentence.start, sentence.end);
    if (/\b(?:NOTHING IS|NO (?:SPECIFIC )?(?:COMMITMENT|REQUEST|ASK)\b)/.test(text)) return [];
    const cuts = [0];
    for (const match of text.matchAll(/(?:, AND |; (?:AND )?)(?=TO [A-Z]+ )|; (?:AND )?(?=\(?\d\) )/g))
      cuts.push(match.index + match[0].length);
    return cuts.map((from, k) => {
      const stop = cuts[k + 1] ?? text.length;
      const part = text.slice(from, stop);
      const length = part.replace(/[;,]? ?(?:AND )?$/, "").length;
      return { start: sentence.start + from, end: sentence.start + from + length };
    });
  });
}

class FieldReader {
  readonly #ground: InstructionGround;
  readonly #statements: readonly Statement[];
  readonly #perParagraph: readonly (readonly Statement[])[];
  /** Paragraphs whose introduction announces points. */
  readonly #pointLists = new Set<number>();

  constructor(ground: InstructionGround) {
    this.#ground = ground;
    this.#statements = statementsOf(ground.body, ground.fences, ground.paragraphs);
    const perParagraph: Statement[][] = ground.paragraphs.map(() => []);
    for (const statement of this.#statements) {
      perParagraph[statement.paragraph]?.push(statement);
      if (statement.item < 0 && has(statement, "pointsFollow")) this.#pointLists.add(statement.paragraph);
    }
    this.#perParagraph = perParagraph;
  }

  read(): { fields: CableFields; yearAssumed: boolean } {
    const { body, header, paragraphs, report } = this.#ground;
    const points = pointsOf({ ...this.#ground, statements: this.#perParagraph });
    const background = this.#labelled("background");
    if (report)
      return {
        fields: { ...noFields, points, background, contact: this.#labelled("contact") },
        yearAssumed: false,
      };
    const { deliverBy, reportBy, yearAssumed } = this.#deadlines();
    const fields: CableFields = {
      objectives: this.#objectives(),
      background,
      action: this.#labelledAndCued("action", "action"),
      ask: this.#cued("ask", (statement) => !has(statement, "noAsk")),
      points,
      reporting: this.#labelledAndCued("reporting", "reporting"),
      deliverBy,
      reportBy,
      level: this.#cued("level"),
      written: this.#labelledAndCued("written", "written", (statement) =>
        has(statement, "action", "deliver", "optional"),
      ),
      discretion: this.#cued("discretion"),
      prohibitions: this.#cued("doNot"),
      contact: this.#labelledAndCued("contact", "contact"),
      infoTo: this.#infoTo(),
      postInstructions: postInstructionsOf(body, header, paragraphs, this.#perParagraph),
      mode: modeOf(body, paragraphs, this.#perParagraph),
    };
    return { fields, yearAssumed };
  }

  #found(start: number, end: number, certainty: Certainty): Found<string> {
    return {
      value: this.#ground.body.flow.text.slice(start, end),
      span: spanIn(this.#ground.body, start, end),
      certainty,
    };
  }

  #labelled(kind: LabelUse["kind"]): Found<string>[] {
    return this.#ground.paragraphs
      .filter((paragraph) => paragraph.use?.kind === kind && paragraph.end > paragraph.textStart)
      .map((paragraph) => this.#found(paragraph.textStart, paragraph.end, "sure"));
  }

  /** One by one: "TO WARN ..., AND TO LAY THE GROUNDWORK ..." are two. */
  #objectives(): Found<string>[] {
    const { body, paragraphs } = this.#ground;
    const ranges = [
      ...paragraphs
        .filter((paragraph) => paragraph.use?.kind === "objective")
        .map(({ textStart, end }) => ({ start: textStart, end, certainty: "sure" as const })),
      ...this.#statements
        .filter(
          (statement) => has(statement, "objective") && !statement.quoted && this.#speaksToPosts(statement),
        )
        .filter((statement) => paragraphs[statement.paragraph]?.use?.kind !== "objective")
        .map((statement) => ({
          start: statement.start,
          end: this.#withList(statement),
          certainty: "likely" as const,
        })),
    ];
    return ranges
      .toSorted((one, other) => one.start - other.start)
      .flatMap(({ start, end, certainty }) =>
        objectivesIn(body.upper, start, end).map((part) => this.#found(part.start, part.end, certainty)),
      );
  }

  /** Sentences of the cable itself, outside quoted texts and outside points, that hold one of the cues. */
  #cued(id: CueId, wanted: (statement: Statement) => boolean = () => true): Found<string>[] {
    return this.#statements
      .filter(
        (statement) =>
          has(statement, id) && !statement.quoted && this.#speaksToPosts(statement) && wanted(statement),
      )
      .map((statement) => this.#found(statement.start, this.#withList(statement), "likely"));
  }

  /** A sentence that leads into a list ("PURPOSE IS 1) ...; 2) ...") is not whole without it. */
  #withList(statement: Statement): number {
    const items = this.#ground.paragraphs[statement.paragraph]?.items ?? [];
    const [first, last] = [items[0], items.at(-1)];
    const leads =
      statement.item < 0 && first && statement.end <= first.start && first.start - statement.end <= 2;
    return leads && last && !this.#isPointList(statement.paragraph) ? last.end : statement.end;
  }

  /** Items of a list of points are addressed to the host, not to the post. */
  #speaksToPosts(statement: Statement): boolean {
    const paragraph = this.#ground.paragraphs[statement.paragraph];
    const pointList = paragraph?.use?.kind === "points" && paragraph.use.pointKind !== "doNotRaise";
    return !pointList && !(statement.item >= 0 && this.#isPointList(statement.paragraph));
  }

  #isPointList(paragraph: number): boolean {
    return this.#pointLists.has(paragraph);
  }

  /** A labelled paragraph whole, and cued sentences outside such paragraphs. */
  #labelledAndCued(
    kind: LabelUse["kind"],
    id: CueId,
    wanted: (statement: Statement) => boolean = () => true,
  ): Found<string>[] {
    const cued = this.#cued(
      id,
      (statement) => wanted(statement) && this.#ground.paragraphs[statement.paragraph]?.use?.kind !== kind,
    );
    return [...this.#labelled(kind), ...cued].toSorted((one, other) => one.span.start - other.span.start);
  }

  #deadlines() {
    const sentOn = this.#ground.header.sentAt?.value.at.slice(0, 10) ?? null;
    const deliverBy: Found<ReadDeadline>[] = [];
    const reportBy: Found<ReadDeadline>[] = [];
    let yearAssumed = false;
    for (const statement of this.#statements) {
      const use = this.#ground.paragraphs[statement.paragraph]?.use?.kind;
      const reports = has(statement, "reporting") || use === "reporting";
      const acts = has(statement, "action", "deliver") || use === "action" || use === "deadline";
      if (statement.quoted || statement.fyi || (!reports && !acts) || !this.#speaksToPosts(statement))
        continue;
      for (const deadline of deadlinesIn(this.#ground.body, statement, sentOn)) {
        const list =
          reports && (!acts || this.#isReportDeadline(statement, deadline, use)) ? reportBy : deliverBy;
        list.push(deadline.found);
        yearAssumed ||= deadline.yearAssumed;
      }
    }
    return { deliverBy, reportBy, yearAssumed };
  }

  /** In a sentence that asks for both, the nearer verb before the deadline owns it. */
  #isReportDeadline(
    statement: Statement,
    deadline: FoundDeadline,
    use: LabelUse["kind"] | undefined,
  ): boolean {
    if (use === "reporting") return true;
    const before = statement.hits.filter((hit) => hit.start <= deadline.word);
    const last = (id: CueId) => before.findLast((hit) => hit.id === id)?.start ?? -1;
    return last("reporting") >= last("deliver");
  }

  /** "REPORT ..., INFO USUN": who is to have copies of the reports. */
  #infoTo(): Found<string>[] {
    const { body, known } = this.#ground;
    const found: Found<string>[] = [];
    for (const statement of this.#statements) {
      if (statement.quoted || !has(statement, "reporting")) continue;
      for (let at = statement.firstWord; at < statement.lastWord; at += 1) {
        if (body.words[at]?.text !== "INFO") continue;
        let from = body.words[at + 1]?.text === "TO" ? at + 2 : at + 1;
        for (;;) {
          const length = known.longestAt(body.words, from, statement.lastWord);
          const count = length > 0 ? length : this.#strangerLength(from, statement.lastWord);
          const [first, last] = [body.words[from], body.words[from + count - 1]];
          if (count === 0 || !first || !last) break;
          found.push(this.#found(first.start, last.end, length > 0 ? "likely" : "unsure"));
          from += count;
          if (body.words[from]?.text === "AND") from += 1;
          else if (body.upper.charAt(last.end) !== ",") break;
        }
      }
    }
    return found;
  }

  /** One word in capitals may be a name nobody knows. */
  #strangerLength(from: number, to: number): number {
    const { body } = this.#ground;
    const word = body.words[from];
    return word && from < to && /^[A-Z]{3,}/.test(body.flow.text.slice(word.start, word.end)) ? 1 : 0;
  }
}

export function instructionOf(ground: InstructionGround): { fields: CableFields; yearAssumed: boolean } {
  return new FieldReader(ground).read();
}
