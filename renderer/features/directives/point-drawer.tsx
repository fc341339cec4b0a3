// One point: adding it, editing it, or giving posts a new version of it. Ctrl+Enter keeps.
import { type KeyboardEvent, useState } from "react";
import { markings, pointKinds } from "#core/model/enums.ts";
import type { TalkingPoint } from "#core/model/talking-point.ts";
import { type CurrentPoint, postsThatMade } from "#core/rules/current-points.ts";
import { hasGoneOut } from "#core/rules/directive-status.ts";
import { newId } from "#data/ids.ts";
import { changePoint, revisePoint } from "#data/talking-points.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { MultiComboBox } from "#ui/controls/multi-combo-box.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { postOption } from "../parts/post-picker.tsx";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import type { CaseView } from "./case-view.ts";
import { pointName } from "./point-name.ts";

export interface PointDrawerProps {
  readonly view: CaseView;
  /** Null: a new point. */
  readonly entry: CurrentPoint | null;
  readonly onClose: () => void;
}

type PointValues = Pick<
  TalkingPoint,
  | "label"
  | "kind"
  | "text"
  | "portion"
  | "verbatim"
  | "leaveInWriting"
  | "audiencePostIds"
  | "topics"
  | "entities"
  | "rebuts"
>;

const blank: PointValues = {
  label: "",
  kind: "mustSay",
  text: "",
  portion: "U",
  verbatim: false,
  leaveInWriting: false,
  audiencePostIds: [],
  topics: [],
  entities: [],
  rebuts: "",
};

function valuesOf(point: TalkingPoint): PointValues {
  const { label, kind, text, portion, verbatim, leaveInWriting, audiencePostIds, topics, entities, rebuts } =
    point;
  return { label, kind, text, portion, verbatim, leaveInWriting, audiencePostIds, topics, entities, rebuts };
}

export function PointDrawer({ view, entry, onClose }: PointDrawerProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const point = entry?.point ?? null;
  const [values, setValues] = useState<PointValues>(() =>
    point === null ? { ...blank, portion: view.file.directive.marking } : valuesOf(point),
  );
  const [isSlip, setSlip] = useState(false);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { directive, posts, engagements, tasks } = view.file;
  const set = (patch: Partial<PointValues>) => setValues((before) => ({ ...before, ...patch }));
  const lacksText = values.text.trim() === "";
  const revises = point !== null && values.text !== point.text && hasGoneOut(directive.status) && !isSlip;
  const users = point === null ? 0 : postsThatMade([point.id], engagements).length;

  const keep = async () => {
    setAsked(true);
    if (lacksText) return;
    const kept = { ...values, text: values.text.trim() };
    const order = Math.max(0, ...view.points.map((other) => other.point.order)) + 1;
    const request =
      point === null
        ? changePoint(newId(), directive.scope, { ...kept, directiveId: directive.id, order })
        : revises
          ? revisePoint(point, newId(), kept, tasks, ...(reason.trim() === "" ? [] : [reason.trim()]))
          : changePoint(point.id, point.scope, kept);
    const said =
      point === null
        ? t("directive.points.added")
        : revises
          ? t("directive.points.revised", { point: pointName(point), version: point.version + 1 })
          : t("directive.points.kept", { point: pointName(point) });
    if (await run(request, said)) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keep();
  };

  return (
    <Drawer
      isOpen
      title={
        point === null
          ? t("directive.points.new")
          : t("directive.points.edit.title", { point: pointName(point) })
      }
      onClose={onClose}
      actions={
        <>
          <Button tone="primary" keys="Mod+Enter" onPress={() => void keep()}>
            {point === null
              ? t("directive.points.add")
              : revises
                ? t("directive.points.revise", { version: point.version + 1 })
                : t("directive.points.keep")}
          </Button>
          <Button tone="quiet" onPress={onClose}>
            {t("field.leave")}
          </Button>
        </>
      }
    >
      {/* The form's key is heard wherever the focus is inside it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={stack["stack"]} onKeyDown={onKeyDown}>
        <Select
          label={t("directive.points.kind")}
          hint={t(`directive.points.kind.${values.kind}.means`)}
          options={pointKinds.map((id) => ({ id, label: enumText("pointKind", id) }))}
          value={values.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextArea
          label={t("directive.points.text")}
          value={values.text}
          onChange={(text) => set({ text })}
          rows={5}
          takesFocus={point === null}
          error={isAsked && lacksText ? t("directive.points.text-needed") : undefined}
        />
        {point !== null && values.text !== point.text && hasGoneOut(directive.status) && (
          <>
            <Callout tone={users > 0 ? "warning" : "info"}>
              {t("directive.points.revise.effect", { version: point.version + 1, count: users })}
            </Callout>
            <Checkbox isSelected={isSlip} onChange={setSlip} hint={t("directive.points.slip.hint")}>
              {t("directive.points.slip")}
            </Checkbox>
            {!isSlip && (
              <TextField
                label={t("directive.points.revise.reason")}
                isOptional
                value={reason}
                onChange={setReason}
              />
            )}
          </>
        )}
        <div className={stack["row"]}>
          <TextField
            label={t("directive.points.label")}
            isOptional
            value={values.label}
            onChange={(label) => set({ label })}
            maxLength={20}
          />
          <Select
            label={t("directive.points.portion")}
            options={markings.map((id) => ({ id, label: enumText("marking", id) }))}
            value={values.portion}
            onChange={(portion) => set({ portion })}
          />
        </div>
        <Checkbox isSelected={values.verbatim} onChange={(verbatim) => set({ verbatim })}>
          {t("directive.points.verbatim.long")}
        </Checkbox>
        <Checkbox isSelected={values.leaveInWriting} onChange={(leaveInWriting) => set({ leaveInWriting })}>
          {t("directive.points.leave.long")}
        </Checkbox>
        {(values.kind === "ifRaised" || values.rebuts !== "") && (
          <TextField
            label={t("directive.points.rebuts.label")}
            hint={t("directive.points.rebuts.hint")}
            isOptional
            value={values.rebuts}
            onChange={(rebuts) => set({ rebuts })}
          />
        )}
        <TagList
          label={t("directive.points.topics")}
          hint={t("directive.points.topics.hint")}
          isOptional
          value={values.topics}
          onChange={(topics) => set({ topics })}
        />
        <TagList
          label={t("directive.points.entities")}
          isOptional
          value={values.entities}
          onChange={(entities) => set({ entities })}
        />
        <MultiComboBox
          label={t("directive.points.audience.label")}
          hint={t("directive.points.audience.hint")}
          isOptional
          options={posts.map(postOption)}
          value={values.audiencePostIds}
          onChange={(audiencePostIds) => set({ audiencePostIds })}
        />
      </div>
    </Drawer>
  );
}
