// Block three of the log form: the post's own points, one key each. What is only for the post's ears stands apart.
import { memo, useCallback, useMemo, useRef } from "react";
import { useFormContext } from "react-hook-form";
import type { PointKind } from "#core/model/enums.ts";
import { countPoints } from "#core/rules/delivery.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { isSaidUnasked, type PostPoint } from "#core/rules/point-scope.ts";
import { useKeyHints } from "#ui/commands/command-layer.tsx";
import { StateMark } from "#ui/display/state-mark.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { addFollowUp } from "./follow-up-rows.tsx";
import type { LogCase } from "./log-case.ts";
import { useLogField } from "./log-fields.tsx";
import { blankPoint, focusPoint, type LogPoint, PointRow } from "./point-row.tsx";
import css from "./points-block.module.css";

const waiting: ReadonlySet<PointKind> = new Set(["ifRaised", "fallback"]);

/** The points of a post by what the form does with them. */
function pointGroups(known: Pick<LogCase, "postPoints" | "points">, used: EngagementLog["points"]) {
  const standing = known.postPoints.filter(({ variant }) => variant !== "dropped" && variant !== "held");
  const ids = new Set(known.postPoints.map(({ point }) => point.id));
  return {
    toMake: standing.filter(({ point }) => isSaidUnasked(point.kind)),
    ifRaised: standing.filter(({ point }) => waiting.has(point.kind)),
    /** Never said: background, warnings, and points held back or dropped for this post. */
    reminders: known.postPoints.filter(
      (row) => !standing.includes(row) || (!isSaidUnasked(row.point.kind) && !waiting.has(row.point.kind)),
    ),
    /** Made in a wording that stands no longer; kept in sight while the engagement is edited. */
    former: known.points
      .filter(({ id }) => !ids.has(id) && Object.hasOwn(used, id))
      .map((point): PostPoint => ({
        point,
        text: point.text,
        variant: "asGiven",
        reason: "",
        formerIds: [],
      })),
  };
}

export const PointsBlock = memo(function PointsBlock({ known }: { readonly known: LogCase }) {
  const { t } = useText();
  const { getValues, setValue } = useFormContext<EngagementLog>();
  const { value, onChange } = useLogField("points");
  const block = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => pointGroups(known, value), [known, value]);
  useKeyHints(pointHints);

  const onRecord = useCallback(
    (pointId: string, record: LogPoint) => onChange({ ...getValues("points"), [pointId]: record }),
    [onChange, getValues],
  );
  const onStep = useCallback((from: HTMLElement, step: 1 | -1) => {
    const rows = [...(block.current?.querySelectorAll<HTMLElement>("[data-point]") ?? [])];
    const next = rows[rows.indexOf(from) + step];
    if (next) focusPoint(next);
    // Past the last point the form goes on with what the host made of it.
    else if (step === 1) document.querySelector<HTMLElement>("[data-field=reaction] [role=radio]")?.focus();
  }, []);
  const onFollowUp = useCallback(
    (pointId: string) => addFollowUp({ getValues, setValue }, pointId),
    [getValues, setValue],
  );

  if (known.directive === undefined)
    return <p className={css["muted"]}>{t("engagement.points.noDirective")}</p>;
  const list = (points: readonly PostPoint[]) => (
    <ol className={css["points"]}>
      {points.map((postPoint) => (
        <PointRow
          key={postPoint.point.id}
          postPoint={postPoint}
          record={value[postPoint.point.id] ?? blankPoint}
          onRecord={onRecord}
          onStep={onStep}
          onFollowUp={onFollowUp}
        />
      ))}
    </ol>
  );
  return (
    <div ref={block} className={css["block"]} data-field="points">
      {groups.toMake.length === 0 ? (
        <p className={css["muted"]}>{t("engagement.points.none", { post: known.post?.name ?? "" })}</p>
      ) : (
        <>
          <PointsCount points={value} postPoints={known.postPoints} />
          {list(groups.toMake)}
        </>
      )}
      {groups.ifRaised.length > 0 && (
        <section className={css["apart"]}>
          <h3 className={css["title"]}>{t("engagement.points.ifRaised")}</h3>
          <p className={css["muted"]}>{t("engagement.points.ifRaised.hint")}</p>
          {list(groups.ifRaised)}
        </section>
      )}
      {groups.former.length > 0 && (
        <section className={css["apart"]}>
          <h3 className={css["title"]}>{t("engagement.points.former")}</h3>
          {list(groups.former)}
        </section>
      )}
      {groups.reminders.length > 0 && <Reminders reminders={groups.reminders} />}
    </div>
  );
});

interface CountProps {
  readonly points: EngagementLog["points"];
  readonly postPoints: readonly PostPoint[];
}

/** "Delivered 5 of 7, two must-say points missing": warns, and blocks nothing. */
function PointsCount({ points, postPoints }: CountProps) {
  const { t } = useText();
  const marked = Object.fromEntries(
    Object.entries(points).flatMap(([id, { outcome, note, leftInWriting }]) =>
      outcome === null ? [] : [[id, { outcome, note, leftInWriting }]],
    ),
  );
  const { expected, made, partly, missingMustSay } = countPoints(marked, postPoints);
  return (
    <p className={css["count"]} role="status">
      <strong>{t("engagement.points.count", { made, expected, partly })}</strong>
      {missingMustSay > 0 ? (
        <StateMark
          shape="triangle"
          tone="warning"
          label={t("engagement.points.missing", { count: missingMustSay })}
        />
      ) : (
        <StateMark shape="check" tone="success" label={t("engagement.points.complete")} />
      )}
    </p>
  );
}

function Reminders({ reminders }: { readonly reminders: readonly PostPoint[] }) {
  const { t } = useText();
  const enumText = useEnumText();
  return (
    <details className={css["reminders"]}>
      <summary>{t("engagement.points.reminders", { count: reminders.length })}</summary>
      <ul>
        {reminders.map(({ point, text, variant, reason }) => (
          <li key={point.id} className={css["reminder"]}>
            <span className={css["why"]}>
              {variant === "dropped" || variant === "held"
                ? t(`engagement.point.${variant}`)
                : enumText("pointKind", point.kind)}
            </span>
            <p dir="auto">{text}</p>
            {reason !== "" && (
              <p className={css["muted"]} dir="auto">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const pointHints = (
  [
    ["outcome", "1 2 3 4 0"],
    ["left", "w"],
    ["followUp", "f"],
    ["clear", "Delete"],
    ["step", "ArrowDown ArrowUp"],
  ] as const
).map(([id, keys]) => ({
  id: `engagement.points.${id}`,
  labelKey: `engagement.key.${id}` as const,
  keys,
  groupKey: "engagement.key.points" as const,
}));
