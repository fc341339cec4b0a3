// Block four of the log form: how the host took it, what was promised, what we think of it.
import { memo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import {
  askOutcomes,
  confidences,
  reactions,
  responseCategories,
  type ResponseCategory,
  stances,
} from "#core/model/enums.ts";
import { isAnswering } from "#core/rules/delivery.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { AttachmentField } from "./attachment-field.tsx";
import { ChoiceStrip } from "./choice-strip.tsx";
import { CommitmentRows } from "./commitment-rows.tsx";
import { CounterArguments } from "./counter-arguments.tsx";
import { FollowUpRows } from "./follow-up-rows.tsx";
import type { LogCase } from "./log-case.ts";
import { LogMaybe, LogProse, LogText, useLogField } from "./log-fields.tsx";
import css from "./log-form.module.css";

interface BlockProps {
  readonly known: LogCase;
}

export const OutcomeBlock = memo(function OutcomeBlock({ known }: BlockProps) {
  const { t } = useText();
  const { control } = useFormContext<EngagementLog>();
  const state = useWatch({ control, name: "state" });
  return (
    <>
      {state === "held" && (
        <>
          <Scale name="reaction" label={t("engagement.reaction")} list="reaction" options={reactions} />
          <div className={css["row"]}>
            <LogMaybe
              name="category"
              label={t("engagement.category")}
              list="responseCategory"
              options={responseCategories}
              isOptional
            />
            <LogText name="answer" label={t("engagement.answer")} isOptional />
          </div>
          <AnswerTick />
          <Quote />
          <Scale
            name="askOutcome"
            label={t("engagement.askOutcome")}
            hint={known.directive?.ask.trim() === "" ? t("engagement.askOutcome.none") : undefined}
            list="askOutcome"
            options={askOutcomes}
          />
          <Stance known={known} />
          <CommitmentRows />
          <CounterArguments known={known} />
        </>
      )}
      <LogProse
        name="report"
        label={t("engagement.report")}
        hint={t("engagement.report.hint")}
        rows={5}
        isOptional
      />
      <LogProse
        name="comment"
        label={t("engagement.comment")}
        hint={t("engagement.comment.hint")}
        rows={3}
        isOptional
      />
      <FollowUpRows known={known} />
      <AttachmentField known={known} />
    </>
  );
});

interface ScaleProps<Name extends "reaction" | "askOutcome"> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly list: string;
  readonly options: readonly NonNullable<EngagementLog[Name]>[];
}

function Scale<Name extends "reaction" | "askOutcome">(props: ScaleProps<Name>) {
  const { name, ...look } = props;
  const { value, onChange, error } = useLogField<"reaction" | "askOutcome">(name);
  const chosen = props.options.find((option) => option === value) ?? null;
  return (
    <ChoiceStrip
      {...look}
      name={name}
      value={chosen}
      onChange={onChange}
      onClear={() => onChange(null)}
      error={error}
    />
  );
}

/** Kinds of response that can be the answer a capital waits for: not those that put it off, or say nothing. */
const neverAnswers: ReadonlySet<ResponseCategory> = new Set(["noResponseYet", "noAskMade"]);

function AnswerTick() {
  const { t } = useText();
  const { control } = useFormContext<EngagementLog>();
  const category = useWatch({ control, name: "category" });
  const { value, onChange } = useLogField("isAnswer");
  if (category === null || neverAnswers.has(category)) return null;
  return (
    <Checkbox
      isSelected={value ?? isAnswering(category)}
      onChange={onChange}
      hint={t("engagement.isAnswer.hint")}
    >
      {t("engagement.isAnswer")}
    </Checkbox>
  );
}

function Quote() {
  const { t } = useText();
  const { control } = useFormContext<EngagementLog>();
  const quote = useWatch({ control, name: "quote" });
  const { value, onChange } = useLogField("verbatim");
  return (
    <div className={css["tight"]}>
      <LogProse
        name="quote"
        label={t("engagement.quote")}
        hint={t("engagement.quote.hint")}
        rows={1}
        isOptional
      />
      {quote.trim() !== "" && (
        <Checkbox isSelected={value} onChange={onChange} hint={t("engagement.verbatim.hint")}>
          {t("engagement.verbatim")}
        </Checkbox>
      )}
    </div>
  );
}

/** A new stand on the directive's issue, beside where they stood before. */
function Stance({ known }: BlockProps) {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const { value, onChange, name, error } = useLogField("stance");
  const confidence = useLogField("confidence");
  if (known.issue === undefined) return null;
  const last = known.positions.find(
    (row) => row.engagementId === null || row.engagementId !== known.before?.id,
  );
  const clear = () => {
    onChange(null);
    confidence.onChange(null);
  };
  return (
    <div className={css["tight"]}>
      <ChoiceStrip
        name={name}
        label={t("engagement.stance", { issue: known.issue.name })}
        hint={
          last === undefined
            ? t("engagement.stance.first")
            : t("engagement.stance.last", {
                stance: enumText("stance", last.stance),
                on: last.on === null ? t("engagement.noDay") : formatDay(last.on),
              })
        }
        list="stance"
        options={stances}
        value={value}
        onChange={onChange}
        onClear={clear}
        error={error}
      />
      {value !== null && (
        <div className={css["half"]}>
          <LogMaybe
            name="confidence"
            label={t("engagement.confidence")}
            list="confidence"
            options={confidences}
            isOptional
          />
        </div>
      )}
    </div>
  );
}
