// The words of an engagement: the report, the comment apart from it, the points, the answers, what was promised.
import type { ReactNode } from "react";
import type { Commitment, PointRecord } from "#core/model/engagement.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { countPoints } from "#core/rules/delivery.ts";
import { expectedPoints } from "#core/rules/point-scope.ts";
import type { EngagementFile } from "#data/engagement-file.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Attachments } from "../parts/attachments.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { AnswerCard } from "./answer-card.tsx";
import css from "./engagement-screen.module.css";
import { PointOutcomeMark } from "./point-outcome-mark.tsx";

interface WordsProps {
  readonly file: EngagementFile;
  readonly onAnswer: () => void;
  readonly onReported: () => void;
}

export function EngagementWords({ file, onAnswer, onReported }: WordsProps) {
  const { t } = useText();
  const { engagement, task, responses, followUps } = file;
  const isHeld = engagement.state === "held";
  return (
    <div className={css["words"]}>
      {isHeld && task !== undefined && task.reportedAt === null && (
        <Callout
          tone="info"
          actions={
            <Button size="small" onPress={onReported}>
              {t("engagement.reported.mark")}
            </Button>
          }
        >
          {t("engagement.notReported")}
        </Callout>
      )}
      {engagement.state === "planned" && <PointsToMake file={file} />}
      {(engagement.state !== "planned" || engagement.report !== "") && (
        <Section title={t("engagement.report")}>
          <Prose
            text={engagement.report}
            empty={t(isHeld ? "engagement.report.empty" : "engagement.report.none")}
          />
        </Section>
      )}
      {engagement.comment !== "" && (
        <div className={css["comment"]}>
          <Section title={t("engagement.comment")} hint={t("engagement.comment.of")}>
            <Prose text={engagement.comment} empty="" />
          </Section>
        </div>
      )}
      {isHeld && <Points file={file} />}
      {isHeld && (
        <Section
          title={t("engagement.answers")}
          actions={
            <Button size="small" onPress={onAnswer}>
              {t("engagement.answer.record")}
            </Button>
          }
        >
          {responses.length === 0 ? (
            <p className={css["muted"]}>{t("engagement.answers.none")}</p>
          ) : (
            responses.map((response) => <AnswerCard key={response.id} response={response} file={file} />)
          )}
        </Section>
      )}
      <Commitments commitments={engagement.commitments} />
      {engagement.counterArguments.length > 0 && (
        <Section title={t("engagement.counterArguments")}>
          <ul className={css["bullets"]}>
            {engagement.counterArguments.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {followUps.length > 0 && (
        <Section title={t("engagement.followUps")}>
          <FollowUpLines file={file} />
        </Section>
      )}
      <Attachments
        record={{ table: "engagements", id: engagement.id }}
        scope={engagement.scope}
        marking={engagement.marking}
      />
    </div>
  );
}

/** What is to be said at a planned meeting, in the post's own wording. */
function PointsToMake({ file }: { readonly file: EngagementFile }) {
  const { t } = useText();
  const enumText = useEnumText();
  const { directive, post, postPoints } = file;
  if (directive === undefined) {
    return <p className={css["muted"]}>{t("engagement.toMake.noDirective")}</p>;
  }
  const points = expectedPoints(postPoints);
  return (
    <Section title={t("engagement.toMake")} hint={t("engagement.toMake.hint")}>
      {points.length === 0 ? (
        <p className={css["muted"]}>{t("engagement.toMake.none", { post: post?.name ?? "" })}</p>
      ) : (
        <ol className={css["points"]}>
          {points.map(({ point, text }) => (
            <li key={point.id} className={css["point"]}>
              <span className={css["label"]}>{point.label}</span>
              <p className={css["pointWords"]} dir="auto">
                {text}
              </p>
              <span className={css["muted"]}>{enumText("pointKind", point.kind)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** Paragraphs as they were written. */
function Prose({ text, empty }: { readonly text: string; readonly empty: string }): ReactNode {
  if (text === "") return <p className={css["muted"]}>{empty}</p>;
  return (
    <p className={css["prose"]} dir="auto">
      {text}
    </p>
  );
}

function Points({ file }: { readonly file: EngagementFile }) {
  const { t } = useText();
  const { engagement, points, postPoints } = file;
  const texts = new Map([
    ...points.map(
      (point) => [point.id, { label: point.label, text: point.text, order: point.order }] as const,
    ),
    ...postPoints.map(
      ({ point, text }) => [point.id, { label: point.label, text, order: point.order }] as const,
    ),
  ]);
  const current = new Set(postPoints.map(({ point }) => point.id));
  const made = Object.entries(engagement.points)
    .map(([id, record]) => ({ id, record, point: texts.get(id) }))
    .toSorted((a, b) => (a.point?.order ?? 0) - (b.point?.order ?? 0));
  const { expected, made: count, partly, missingMustSay } = countPoints(engagement.points, postPoints);
  if (made.length === 0 && expected === 0) return null;
  return (
    <Section
      title={t("engagement.block.points")}
      hint={[
        t("engagement.points.count", { made: count, expected, partly }),
        ...(missingMustSay === 0 ? [] : [t("engagement.points.missing", { count: missingMustSay })]),
      ].join(", ")}
    >
      {made.length === 0 ? (
        <p className={css["muted"]}>{t("engagement.points.unmarked")}</p>
      ) : (
        <ol className={css["points"]}>
          {made.map(({ id, record, point }) => (
            <li key={id} className={css["point"]}>
              <span className={css["label"]}>{point?.label}</span>
              <div className={css["pointWords"]}>
                <p dir="auto">{point?.text ?? t("engagement.point.gone")}</p>
                <PointNote record={record} isFormer={!current.has(id)} />
              </div>
              <PointOutcomeMark outcome={record.outcome} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function PointNote({ record, isFormer }: { readonly record: PointRecord; readonly isFormer: boolean }) {
  const { t } = useText();
  if (record.note === "" && !record.leftInWriting && !isFormer) return null;
  return (
    <p className={css["note"]}>
      {isFormer && <Badge tone="warning">{t("engagement.point.former")}</Badge>}
      {record.leftInWriting && <Badge isOutlined>{t("engagement.point.left")}</Badge>}
      <bdi>{record.note}</bdi>
    </p>
  );
}

function Commitments({ commitments }: { readonly commitments: Readonly<Record<string, Commitment>> }) {
  const { t, formatDay } = useText();
  const rows = Object.entries(commitments);
  if (rows.length === 0) return null;
  return (
    <Section title={t("engagement.commitments")}>
      <table className={css["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("engagement.commitments.by")}</th>
            <th scope="col">{t("engagement.commitments.text")}</th>
            <th scope="col">{t("engagement.due")}</th>
            <th scope="col">{t("engagement.commitments.verified")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, { by, text, dueOn, verified }]) => (
            <tr key={id}>
              <td>{t(`enum.party.${by}`)}</td>
              <td dir="auto">{text}</td>
              <td className={css["nowrap"]}>{dueOn === null ? "" : formatDay(dueOn)}</td>
              <td dir="auto">{verified}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function FollowUpLines({ file }: { readonly file: EngagementFile }) {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const zone = zoneFrom(file.post?.timeZone ?? "", settings.capitalTimeZone);
  return (
    <ul className={css["lines"]}>
      {file.followUps.map(({ id, what, owner, status, dueOn, closedAt, outcome, postId }) => (
        <li key={id} className={css["line"]}>
          <div className={css["pointWords"]}>
            <Link to={links.followUps(postId === null ? {} : { post: postId })} tone="plain">
              <bdi>{what}</bdi>
            </Link>
            {outcome !== "" && (
              <p className={css["note"]} dir="auto">
                {outcome}
              </p>
            )}
          </div>
          <bdi className={css["muted"]}>{owner}</bdi>
          <span className={css["nowrap"]}>
            {closedAt !== null
              ? t("engagement.followUps.closed", {
                  status: enumText("followUpStatus", status),
                  on: formatDay(
                    Temporal.Instant.from(closedAt).toZonedDateTimeISO(zone).toPlainDate().toString(),
                  ),
                })
              : dueOn === null
                ? enumText("followUpStatus", status)
                : t("engagement.followUps.dueOn", { on: formatDay(dueOn) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
