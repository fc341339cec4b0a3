// One talking point of the log form: its text, what became of it by one key, a note where that needs one.
import { memo, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { type PointOutcome, pointOutcomes } from "#core/model/enums.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import type { PostPoint } from "#core/rules/point-scope.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./points-block.module.css";

export type LogPoint = EngagementLog["points"][string];

const keyOf: Readonly<Record<PointOutcome, string>> = {
  delivered: "1",
  partly: "2",
  notDelivered: "3",
  hostRaised: "4",
  notApplicable: "0",
};
/** Outcomes of which the capital will ask how and why. */
const needsNote: ReadonlySet<PointOutcome> = new Set(["partly", "notDelivered", "hostRaised"]);
/** Longer texts begin folded, so that ten points stay in sight. */
const longText = 280;

export const blankPoint: LogPoint = { outcome: null, note: "", leftInWriting: false };

export interface PointRowProps {
  readonly postPoint: PostPoint;
  readonly record: LogPoint;
  readonly onRecord: (pointId: string, record: LogPoint) => void;
  /** Moves the focus to the point before (-1) or after (1). */
  readonly onStep: (from: HTMLElement, step: 1 | -1) => void;
  readonly onFollowUp: (pointId: string) => void;
}

export const PointRow = memo(function PointRow(props: PointRowProps) {
  const { postPoint, record, onRecord, onStep, onFollowUp } = props;
  const { point, text, variant } = postPoint;
  const { t } = useText();
  const enumText = useEnumText();
  const [isWhole, setWhole] = useState(text.length <= longText);
  const { outcome, note, leftInWriting } = record;
  const name = point.label === "" ? enumText("pointKind", point.kind) : point.label;
  const hasNote = note !== "" || (outcome !== null && needsNote.has(outcome));

  const choose = (next: PointOutcome) => onRecord(point.id, { ...record, outcome: next });
  const chooseByKey = (next: PointOutcome, row: HTMLElement) => {
    // The note must be there before it can take the focus.
    flushSync(() => choose(next));
    const box = needsNote.has(next) ? row.querySelector("textarea") : null;
    if (box) box.focus();
    else onStep(row, 1);
  };
  const onKeyDownCapture = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.currentTarget;
    const isInNote = event.target instanceof HTMLTextAreaElement;
    if (isInNote ? noteKey(event, row) : rowKey(event, row)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const noteKey = (event: KeyboardEvent, row: HTMLElement): boolean => {
    if (event.key === "Enter" && !event.shiftKey) onStep(row, 1);
    else if (event.key === "Escape") focusPoint(row);
    else return false;
    return true;
  };
  const rowKey = (event: KeyboardEvent, row: HTMLElement): boolean => {
    const chosen = pointOutcomes.find(
      (next) => keyOf[next] === event.key || event.code === `Digit${keyOf[next]}`,
    );
    if (chosen !== undefined) chooseByKey(chosen, row);
    else if (event.key === "ArrowDown") onStep(row, 1);
    else if (event.key === "ArrowUp") onStep(row, -1);
    else if (event.key === "w") leave(!leftInWriting);
    else if (event.key === "f") onFollowUp(point.id);
    else if (event.key === "Delete" || event.key === "Backspace")
      onRecord(point.id, { ...record, outcome: null });
    else return false;
    return true;
  };
  /** What was left in writing was conveyed. */
  const leave = (isLeft: boolean) =>
    onRecord(point.id, {
      ...record,
      leftInWriting: isLeft,
      outcome: isLeft && outcome === null ? "delivered" : outcome,
    });

  return (
    // The controls inside have the roles; the row hears the keys of all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={css["point"]} data-point={point.id} onKeyDownCapture={onKeyDownCapture}>
      <div className={css["head"]}>
        <span className={css["label"]}>{name}</span>
        <div className={css["words"]}>
          <p
            className={cx(css["text"], !isWhole && css["folded"])}
            dir="auto"
            title={isWhole ? undefined : text}
          >
            {text}
          </p>
          <p className={css["marks"]}>
            <Badge tone={point.kind === "mustSay" ? "info" : "neutral"}>
              {enumText("pointKind", point.kind)}
            </Badge>
            {point.verbatim && <Badge isOutlined>{t("engagement.point.verbatim")}</Badge>}
            {point.leaveInWriting && <Badge isOutlined>{t("engagement.point.leave")}</Badge>}
            {variant === "reworded" && (
              <Badge isOutlined title={postPoint.reason}>
                {t("engagement.point.reworded")}
              </Badge>
            )}
            {text.length > longText && (
              <Button tone="quiet" size="small" onPress={() => setWhole(!isWhole)}>
                {t(isWhole ? "engagement.point.less" : "engagement.point.more")}
              </Button>
            )}
          </p>
        </div>
      </div>
      <div className={css["outcome"]}>
        <ToggleButtonGroup
          size="small"
          label={t("engagement.point.outcome", { point: name, text })}
          options={pointOutcomes.map((id) => ({ id, label: enumText("pointOutcome", id), keys: keyOf[id] }))}
          value={outcome}
          onChange={choose}
        />
        <Checkbox isSelected={leftInWriting} onChange={leave}>
          {t("engagement.point.left")}
        </Checkbox>
        <Button tone="quiet" size="small" onPress={() => onFollowUp(point.id)}>
          {t("engagement.point.followUp")}
        </Button>
      </div>
      {hasNote && (
        <div className={css["note"]}>
          <TextArea
            label={t("engagement.point.note", { point: name })}
            hideLabel
            placeholder={t(`engagement.point.note.${noteOf(outcome)}`)}
            value={note}
            onChange={(words) => onRecord(point.id, { ...record, note: words })}
            rows={1}
            maxRows={8}
          />
        </div>
      )}
    </li>
  );
});

function noteOf(outcome: PointOutcome | null): "partly" | "notDelivered" | "hostRaised" | "other" {
  return outcome === "partly" || outcome === "notDelivered" || outcome === "hostRaised" ? outcome : "other";
}

/** Puts the focus on a point's outcome: the word chosen, else the first. */
export function focusPoint(row: Element | null | undefined): void {
  const button =
    row?.querySelector<HTMLElement>("[role=radio][aria-checked=true]") ??
    row?.querySelector<HTMLElement>("[role=radio]");
  button?.focus();
}
