// How well delivery is shown, from 0 (nothing) to 4 (as instructed, and the host's response is recorded).
import type { Level, WrittenMaterial } from "../model/enums.ts";
import { levels } from "../model/enums.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import type { Engagement } from "../model/engagement.ts";
import type { Response } from "../model/response.ts";
import type { Sentence } from "./sentence.ts";

export type EvidenceLevel = 0 | 1 | 2 | 3 | 4;

/** Why a cell has its level; texts stand under `evidence.<code>`. */
const evidenceCodes = [
  "noAction",
  "requested",
  "planned",
  "notHeld",
  "heldWithoutPoint",
  "declined",
  "notedOnly",
  "partly",
  "olderText",
  "belowRank",
  "rankUnknown",
  "orallyOnly",
  "paperRefused",
  "asInstructed",
  "hostRaised",
  "answered",
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

export interface Evidence {
  readonly level: EvidenceLevel;
  readonly because: Sentence<EvidenceCode>;
  /** The engagement that shows it; null where none does. */
  readonly engagementId: string | null;
}

/** What the instruction asks of one task about rank and paper. */
export interface Instructed {
  readonly level: Level | null;
  readonly fallback: Level | null;
  readonly material: WrittenMaterial | null;
}

export function instructedOf(task: DemarcheTask, directive: Directive | undefined): Instructed {
  return {
    level: task.level ?? directive?.level ?? null,
    fallback: task.levelFallback,
    material: task.writtenMaterial ?? directive?.writtenMaterial ?? null,
  };
}

/** Engagements of a task: linked to it, or of its post on its directive where no task is named. Latest last. */
export function engagementsOf(task: DemarcheTask, engagements: readonly Engagement[]): Engagement[] {
  return engagements
    .filter((engagement) => !engagement.deleted)
    .filter((engagement) =>
      engagement.taskId === null
        ? engagement.directiveId !== null &&
          engagement.directiveId === task.directiveId &&
          engagement.postId === task.postId
        : engagement.taskId === task.id,
    )
    .toSorted((a, b) => Date.parse(a.at ?? a.createdAt) - Date.parse(b.at ?? b.createdAt));
}

/** Responses of a task: linked to it or to one of its engagements. */
export function responsesOf(
  task: DemarcheTask,
  engagements: readonly Engagement[],
  responses: readonly Response[],
): Response[] {
  const ids = new Set(engagements.map((engagement) => engagement.id));
  return responses.filter(
    (response) =>
      !response.deleted &&
      (response.taskId === task.id || (response.engagementId !== null && ids.has(response.engagementId))),
  );
}

type Shortfall = Sentence<EvidenceCode> | null;

/** `appropriate` asks for no rank; a recorded `appropriate` says nothing about the rank reached. */
export function rankShortfall(engagement: Engagement, instructed: Instructed): Shortfall {
  const { level, fallback } = instructed;
  if (level === null || level === "appropriate") return null;
  const reached = engagement.levelReached;
  const asked = { label: `level.${level}` };
  if (reached === null || reached === "appropriate") return { code: "rankUnknown", facts: { asked } };
  const lowest = Math.max(levels.indexOf(level), fallback === null ? -1 : levels.indexOf(fallback));
  return levels.indexOf(reached) <= lowest
    ? null
    : { code: "belowRank", facts: { asked, reached: { label: `level.${reached}` } } };
}

const oral: ReadonlySet<WrittenMaterial> = new Set(["noneOral", "readNotLeft"]);

/** `leftPoint`: this very point was left in writing, whatever the meeting's instrument. */
export function paperShortfall(engagement: Engagement, instructed: Instructed, leftPoint = false): Shortfall {
  const { material } = instructed;
  if (material === null || oral.has(material) || leftPoint) return null;
  const facts = { asked: { label: `writtenMaterial.${material}` } };
  if (engagement.paper === "refused") return { code: "paperRefused", facts };
  const left = engagement.instrument !== null && !oral.has(engagement.instrument);
  return left ? null : { code: "orallyOnly", facts };
}

/** Categories that record no word of the host. */
export function isRecordedAnswer(response: Response): boolean {
  return response.category !== "noResponseYet";
}
