// The coverage matrix: for each task, and each point of it, the evidence level and the sentence that explains it.
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import type { Engagement } from "../model/engagement.ts";
import type { Response } from "../model/response.ts";
import {
  engagementsOf,
  type Evidence,
  type EvidenceCode,
  type Instructed,
  instructedOf,
  isRecordedAnswer,
  paperShortfall,
  rankShortfall,
  responsesOf,
} from "./evidence.ts";
import { isSaidUnasked, type PostPoint, recordOf } from "./point-scope.ts";
import type { Fact } from "./sentence.ts";

/** What is known about one task; each list holds at least the rows of that task. */
export interface TaskEvidence {
  readonly task: DemarcheTask;
  readonly directive: Directive | undefined;
  readonly engagements: readonly Engagement[];
  readonly responses: readonly Response[];
  /** Zone in which days of meetings are told. */
  readonly timeZone: string;
}

type Facts = Readonly<Record<string, Fact>>;

function evidence(
  level: Evidence["level"],
  code: EvidenceCode,
  facts: Facts = {},
  engagementId: string | null = null,
): Evidence {
  return { level, because: { code, facts }, engagementId };
}

function dayFact(engagement: Engagement, timeZone: string): Facts {
  return engagement.at === null
    ? { on: "" }
    : { on: { instant: engagement.at, timeZone: engagement.timeZone || timeZone } };
}

/** Levels 0 and 1: what stands where nothing was delivered. */
function before(task: DemarcheTask, own: readonly Engagement[], timeZone: string): Evidence {
  const last = own.at(-1);
  if (last?.state === "planned") return evidence(1, "planned", dayFact(last, timeZone), last.id);
  if (last?.state === "notHeld") {
    return evidence(1, "notHeld", { ...dayFact(last, timeZone), reason: last.notHeldReason }, last.id);
  }
  if (task.scheduledFor !== null) {
    return evidence(1, "planned", { on: { instant: task.scheduledFor, timeZone } });
  }
  if (task.appointmentRequestedAt !== null) {
    return evidence(1, "requested", { on: { instant: task.appointmentRequestedAt, timeZone } });
  }
  return evidence(0, "noAction");
}

interface Made {
  readonly engagement: Engagement;
  /** What keeps it from being the point as instructed, before rank and paper are looked at. */
  readonly flaw: "partly" | "olderText" | null;
  readonly hostRaised: boolean;
  readonly leftInWriting: boolean;
}

function judge(made: Made, instructed: Instructed, hasAnswer: boolean, timeZone: string): Evidence {
  const { engagement } = made;
  const facts = dayFact(engagement, timeZone);
  const short =
    made.flaw === null
      ? (rankShortfall(engagement, instructed) ?? paperShortfall(engagement, instructed, made.leftInWriting))
      : { code: made.flaw, facts: {} };
  if (short) return evidence(2, short.code, { ...facts, ...short.facts }, engagement.id);
  if (hasAnswer) return evidence(4, "answered", facts, engagement.id);
  return evidence(3, made.hostRaised ? "hostRaised" : "asInstructed", facts, engagement.id);
}

/** The best of several: the highest level, and of equals the latest. */
function best(found: readonly Evidence[]): Evidence | undefined {
  return found.reduce<Evidence | undefined>(
    (top, next) => (top === undefined || next.level >= top.level ? next : top),
    undefined,
  );
}

/** Evidence for the task as a whole. A delivery that is only noted, with no engagement to show it, stops at 2. */
export function taskEvidence(known: TaskEvidence): Evidence {
  const { task, timeZone } = known;
  const own = engagementsOf(task, known.engagements);
  const instructed = instructedOf(task, known.directive);
  const hasAnswer =
    task.answeredAt !== null || responsesOf(task, own, known.responses).some(isRecordedAnswer);
  const held = own.filter((engagement) => engagement.state === "held" && saysSomething(engagement));
  const judged = held.map((engagement) =>
    judge(
      { engagement, flaw: task.partlyDelivered ? "partly" : null, hostRaised: false, leftInWriting: false },
      instructed,
      hasAnswer,
      timeZone,
    ),
  );
  const top = best(judged);
  if (top) return top;
  if (task.deliveredAt !== null) {
    return evidence(2, "notedOnly", { on: { instant: task.deliveredAt, timeZone } });
  }
  return before(task, own, timeZone);
}

/** A meeting in which no point is marked may still have delivered; one in which all are marked as not made has not. */
function saysSomething(engagement: Engagement): boolean {
  const outcomes = Object.values(engagement.points).map((point) => point.outcome);
  return (
    outcomes.length === 0 ||
    outcomes.some((outcome) => outcome === "delivered" || outcome === "partly" || outcome === "hostRaised")
  );
}

/** Evidence for one point; null where the point is not the post's to make and was not made: no cell to fill. */
export function pointEvidence(known: TaskEvidence, postPoint: PostPoint): Evidence | null {
  const { task, timeZone } = known;
  const { point, variant } = postPoint;
  const own = engagementsOf(task, known.engagements);
  const instructed = instructedOf(task, known.directive);
  const responses = responsesOf(task, own, known.responses);
  const held = own.filter((engagement) => engagement.state === "held");
  const judged = held.flatMap((engagement) => {
    const found = recordOf(engagement.points, postPoint);
    if (found === null) return [];
    const { record, isFormer } = found;
    if (record.outcome === "notApplicable" || record.outcome === "notDelivered") return [];
    const hasAnswer =
      task.answeredAt !== null ||
      responses.some((row) => isRecordedAnswer(row) && (row.engagementId ?? engagement.id) === engagement.id);
    const made: Made = {
      engagement,
      flaw: isFormer ? "olderText" : record.outcome === "partly" ? "partly" : null,
      hostRaised: record.outcome === "hostRaised",
      leftInWriting: record.leftInWriting,
    };
    return [judge(made, instructed, hasAnswer, timeZone)];
  });
  const top = best(judged);
  if (top) return top;
  const recorded = held.map((engagement) => engagement.points[point.id]?.outcome);
  if (!isSaidUnasked(point.kind) || variant === "dropped" || variant === "held") return null;
  if (recorded.length > 0 && recorded.every((outcome) => outcome === "notApplicable")) return null;
  const last = held.at(-1);
  if (last) {
    const declined = recorded.includes("notDelivered");
    return evidence(1, declined ? "declined" : "heldWithoutPoint", dayFact(last, timeZone), last.id);
  }
  if (task.deliveredAt !== null) {
    return evidence(1, "notedOnly", { on: { instant: task.deliveredAt, timeZone } });
  }
  return before(task, own, timeZone);
}
