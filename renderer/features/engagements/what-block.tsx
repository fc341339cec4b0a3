// Block one of the log form: what kind of contact it was, when and where, and what paper went with it.
import { memo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import {
  type EngagementState,
  engagementTypes,
  markings,
  paperFates,
  writtenMaterials,
} from "#core/model/enums.ts";
import { instantAt, zoneFrom } from "#core/rules/calendar.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { isAbove } from "#core/rules/marking.ts";
import { TagList } from "#ui/controls/tag-list.tsx";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "../parts/deadline-text.ts";
import { DirectivePicker } from "../parts/directive-picker.tsx";
import { PostPicker } from "../parts/post-picker.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { ChoiceStrip } from "./choice-strip.tsx";
import type { LogCase } from "./log-case.ts";
import { LogChoice, LogDay, LogMaybe, LogText, LogTime, useLogField } from "./log-fields.tsx";
import css from "./log-form.module.css";

interface BlockProps {
  readonly known: LogCase;
}

export const WhatBlock = memo(function WhatBlock({ known }: BlockProps) {
  const { t } = useText();
  const { settings } = useWorkspace();
  const { control } = useFormContext<EngagementLog>();
  const state = useWatch({ control, name: "state" });
  const directiveId = useWatch({ control, name: "directiveId" });
  const timeZone = zoneFrom(known.post?.timeZone ?? "", settings.capitalTimeZone);
  return (
    <>
      <div className={css["row"]}>
        <PostField known={known} />
        <DirectiveField known={known} />
      </div>
      <div className={css["row"]}>
        <StateField />
        <LogChoice
          name="initiatedBy"
          label={t("engagement.initiatedBy")}
          list="initiatedBy"
          options={["us", "them"]}
        />
      </div>
      <div className={css["row"]}>
        <LogChoice name="type" label={t("engagement.type")} list="engagementType" options={engagementTypes} />
        <LogDay label={t("engagement.on")} isOptional={state === "planned"} />
        <LogTime label={t("engagement.time")} isOptional={state === "planned"} suffix={cityOf(timeZone)} />
      </div>
      <CapitalTime timeZone={timeZone} />
      {state === "notHeld" && <LogText name="notHeldReason" label={t("engagement.notHeldReason")} />}
      <LogText
        name="subject"
        label={t("engagement.subject")}
        isOptional={directiveId !== null}
        hint={t(directiveId === null ? "engagement.subject.needed" : "engagement.subject.hint")}
      />
      <div className={css["row"]}>
        <LogText name="place" label={t("engagement.place")} isOptional />
        <LogText name="language" label={t("engagement.language")} isOptional />
      </div>
      {state === "held" && (
        <div className={css["row"]}>
          <LogMaybe
            name="instrument"
            label={t("engagement.instrument")}
            list="writtenMaterial"
            options={writtenMaterials}
            isOptional
          />
          <LogMaybe
            name="paper"
            label={t("engagement.paper")}
            list="paperFate"
            options={paperFates}
            isOptional
          />
        </div>
      )}
      <div className={css["row"]}>
        <JointField />
        <LogChoice
          name="marking"
          label={t("engagement.marking")}
          hint={t("engagement.marking.hint")}
          list="marking"
          options={markings.filter((marking) => !isAbove(marking, settings.ceiling))}
        />
      </div>
    </>
  );
});

function PostField({ known }: BlockProps) {
  const { t } = useText();
  const field = useLogField("postId");
  return (
    <PostPicker
      {...field}
      label={t("engagement.post")}
      posts={known.posts}
      isDisabled={known.before !== null}
    />
  );
}

/** The directive of a filed engagement stays: its points and its task's dates hang on it. */
function DirectiveField({ known }: BlockProps) {
  const { t } = useText();
  const field = useLogField("directiveId");
  return (
    <DirectivePicker
      {...field}
      label={t("engagement.directive")}
      isOptional
      directives={known.directives}
      isDisabled={known.before !== null && known.before.directiveId !== null}
    />
  );
}

/** What is logged most comes first. */
const statesByUse: readonly EngagementState[] = ["held", "planned", "notHeld"];

function StateField() {
  const { t } = useText();
  const { value, onChange, name, error } = useLogField("state");
  return (
    <ChoiceStrip
      name={name}
      label={t("engagement.state")}
      list="engagementState"
      options={statesByUse}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function JointField() {
  const { t } = useText();
  const { value, onChange, ...field } = useLogField("jointWith");
  return (
    <TagList
      {...field}
      label={t("engagement.jointWith")}
      hint={t("engagement.jointWith.hint")}
      isOptional
      value={value}
      onChange={(words) => onChange([...words])}
    />
  );
}

/** The same moment on the capital's clock; nothing where both clocks agree. */
function CapitalTime({ timeZone }: { readonly timeZone: string }) {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { control } = useFormContext<EngagementLog>();
  const [on, time] = useWatch({ control, name: ["on", "time"] });
  const at = instantAt(on, time, timeZone);
  const capital = zoneFrom(settings.capitalTimeZone);
  if (at === null || capital === timeZone) return null;
  return (
    <p className={css["capital"]}>
      {t("engagement.capitalTime", { when: formatInstant(at, capital), capital: settings.capitalName })}
    </p>
  );
}
