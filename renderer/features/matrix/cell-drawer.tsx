// One cell of the matrix explained: why it is so, what to do next, and the evidence.
import type { ReactNode } from "react";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { PointCell } from "#core/rules/gaps.ts";
import { stepForEvidence, stepForStage, type NextStep } from "#core/rules/next-step.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { type Stage, stageAt, stages } from "#core/rules/task-stages.ts";
import { changeTasks } from "#data/demarche-tasks.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import { FactsList } from "#ui/display/facts-list.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useSentenceText } from "../parts/sentence-text.ts";
import { TaskStateMark } from "../parts/task-state-mark.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { EvidenceList } from "./cell-evidence.tsx";
import type { MatrixCase } from "./matrix-case.ts";
import css from "./matrix-screen.module.css";
import { StageCell } from "./stage-cell.tsx";
import { stepLink } from "./step-link.ts";

export interface CellDrawerProps {
  readonly view: MatrixCase;
  readonly line: TaskLine;
  /** A stage, a point's id, or empty for the whole row. */
  readonly column: string;
  readonly onClose: () => void;
}

/** Stages that are only a date, which can be noted on the spot. */
const notable = {
  tasked: "taskedAt",
  acknowledged: "acknowledgedAt",
  appointment: "appointmentRequestedAt",
  reported: "reportedAt",
} as const;

export function CellDrawer({ view, line, column, onClose }: CellDrawerProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const stage = stages.find((name) => name === column);
  const cell = view.cells.get(line.task.id)?.get(column);
  const post = line.post?.name ?? t("matrix.unknownPost");
  const point = cell?.postPoint.point;
  const what =
    stage !== undefined
      ? enumText("stage", stage)
      : point !== undefined
        ? t("matrix.point.name", { label: point.label || String(point.order) })
        : "";
  return (
    <Drawer title={what === "" ? post : t("matrix.drawer", { post, what })} isOpen onClose={onClose}>
      {stage !== undefined ? (
        <StageStory line={line} stage={stage} />
      ) : cell !== undefined ? (
        <PointStory line={line} cell={cell} />
      ) : (
        <TaskStory line={line} />
      )}
      <EvidenceList line={line} pointId={point?.id ?? null} />
      <p className={css["drawerLinks"]}>
        {line.post !== undefined && <Link to={links.post(line.post.id)}>{t("matrix.toPost", { post })}</Link>}
        <Link to={links.directive(line.task.directiveId ?? "", "posts")}>{t("matrix.toDirective")}</Link>
      </p>
    </Drawer>
  );
}

function NextAction(props: {
  readonly line: TaskLine;
  readonly step: NextStep;
  readonly engagementId: string | null;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { line, step, engagementId } = props;
  return (
    <div className={css["next"]}>
      <p className={css["nextWords"]}>{t(`nextStep.${step}`)}</p>
      <Button tone="primary" onPress={() => navigate(stepLink(step, line, engagementId))}>
        {t(`nextStep.${step}.act`)}
      </Button>
    </div>
  );
}

function StageStory({ line, stage }: { readonly line: TaskLine; readonly stage: Stage }): ReactNode {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  const sentence = useSentenceText();
  const deadlineText = useDeadlineText();
  const { settings } = useWorkspace();
  const run = useCommand();
  const { task, exclusion, evidence, timing } = line;
  const status = line.stages[stage];
  const at = stageAt(task, stage);
  const timeZone = zoneFrom(line.post?.timeZone ?? "", settings.capitalTimeZone);
  const due = stage === "delivered" ? timing.deliver : stage === "reported" ? timing.report : null;
  const isOpen = exclusion === null && (status === "due" || status === "overdue" || status === "partly");
  const field = stage in notable ? notable[stage as keyof typeof notable] : null;
  const note = () => {
    if (field === null || task.postId === null) return;
    const values = { [field]: new Date().toISOString() };
    void run(
      changeTasks([{ id: task.id, postId: task.postId, values }]),
      t("matrix.noted", { post: line.post?.name ?? "", stage: enumText("stage", stage) }),
    );
  };
  const word = enumText("stageStatus", status);
  return (
    <div className={css["story"]}>
      {exclusion === null ? (
        <p className={css["why"]}>
          {status !== "pending" && <StageCell status={status} label={word} meaning={word} />}
          <span>
            {at !== null
              ? t("matrix.story.at", { stage: enumText("stage", stage), when: formatInstant(at, timeZone) })
              : stage === "delivered" || stage === "appointment"
                ? sentence("evidence", evidence.because)
                : stage === "answered" && timing.answerOwed && timing.silenceDays !== null
                  ? t("matrix.story.silence", { days: timing.silenceDays })
                  : t(`matrix.story.${status}`)}
          </span>
        </p>
      ) : (
        <NotCounted line={line} />
      )}
      {due !== null && <p className={css["muted"]}>{t("matrix.due", { when: deadlineText.due(due) })}</p>}
      {isOpen && (
        <>
          <NextAction
            line={line}
            step={stepForStage(stage, evidence.because.code)}
            engagementId={evidence.engagementId}
          />
          {field !== null && (
            <div>
              <Button onPress={note}>{t(`matrix.note.${stage as keyof typeof notable}`)}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function PointStory(props: { readonly line: TaskLine; readonly cell: PointCell }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const sentence = useSentenceText();
  const { line, cell } = props;
  const { postPoint, evidence } = cell;
  const { variant, reason, text, point } = postPoint;
  const step = evidence === null ? null : stepForEvidence(evidence.because.code);
  return (
    <div className={css["story"]}>
      {line.exclusion !== null ? (
        <NotCounted line={line} />
      ) : evidence === null ? (
        <p>
          {t(variant === "dropped" || variant === "held" ? "matrix.story.leftOut" : "matrix.story.ifRaised")}
        </p>
      ) : (
        <p className={css["why"]}>
          <EvidenceLevel level={evidence.level} meaning={t(`matrix.legend.${evidence.level}`)} />
          <span>{sentence("evidence", evidence.because)}</span>
        </p>
      )}
      {line.exclusion === null && evidence !== null && step !== null && (
        <NextAction line={line} step={step} engagementId={evidence.engagementId} />
      )}
      <figure className={css["pointText"]}>
        <figcaption className={css["muted"]}>
          {enumText("pointKind", point.kind)}
          {variant !== "asGiven" && ` · ${t(`matrix.variant.${variant}`, { reason })}`}
        </figcaption>
        <blockquote dir="auto">{text}</blockquote>
      </figure>
    </div>
  );
}

function TaskStory({ line }: { readonly line: TaskLine }): ReactNode {
  const { t } = useText();
  const sentence = useSentenceText();
  const deadlineText = useDeadlineText();
  const { task, state, timing, exclusion, evidence, pointsMade, pointsExpected } = line;
  return (
    <div className={css["story"]}>
      <p className={css["why"]}>
        <TaskStateMark state={state} timing={timing} />
        <ConflictBadge conflicts={task.conflicts} />
      </p>
      {exclusion === null ? <p>{sentence("evidence", evidence.because)}</p> : <NotCounted line={line} />}
      <FactsList
        facts={[
          { label: t("matrix.fact.owner"), value: task.owner === "" ? "–" : <bdi>{task.owner}</bdi> },
          { label: t("matrix.fact.deliver"), value: deadlineText.due(timing.deliver) || "–" },
          { label: t("matrix.fact.report"), value: deadlineText.due(timing.report) || "–" },
          {
            label: t("matrix.fact.points"),
            value: t("matrix.share", { done: pointsMade, all: pointsExpected }),
          },
        ]}
      />
    </div>
  );
}

function NotCounted({ line }: { readonly line: TaskLine }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const { exclusion, task } = line;
  if (exclusion === null) return null;
  const reason =
    task.exemptNote || (task.exemptReason === null ? "" : enumText("exemptReason", task.exemptReason));
  return (
    <p className={css["why"]}>
      <EvidenceLevel level={null} meaning={t("matrix.legend.none")} />
      <span>
        {t("matrix.story.notCounted", { why: enumText("exclusion", exclusion) })} <bdi>{reason}</bdi>
      </span>
    </p>
  );
}
