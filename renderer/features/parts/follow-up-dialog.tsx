// Writing down what is owed next, or changing it: what, by whom, whose move it is, until when.
import { type ReactNode, useState } from "react";
import type { Directive } from "#core/model/directive.ts";
import { parties, priorities } from "#core/model/enums.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import type { Post } from "#core/model/post.ts";
import { slips } from "#core/rules/slip.ts";
import { addFollowUp, changeFollowUps } from "#data/follow-ups.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { DirectivePicker } from "./directive-picker.tsx";
import { useEnumText } from "./enum-text.ts";
import { PostPicker } from "./post-picker.tsx";
import { SaveKey, SaveKeyHint } from "./save-key.tsx";
import css from "./stack.module.css";
import { useCommand } from "./use-command.ts";
import { WhyField } from "./why-field.tsx";
import { useWorkspace } from "./workspace.tsx";

export interface FollowUpDialogProps {
  /** The one to change; a new one where none is given. */
  readonly followUp?: FollowUp | undefined;
  /** What is known of a new one. */
  readonly start?:
    | Partial<Pick<FollowUp, "postId" | "directiveId" | "taskId" | "engagementId" | "pointId">>
    | undefined;
  readonly posts: readonly Post[];
  readonly directives: readonly Directive[];
  readonly onClose: () => void;
}

type Values = Pick<
  FollowUp,
  "what" | "owner" | "waitingOn" | "priority" | "dueOn" | "postId" | "directiveId"
>;

export function FollowUpDialog(props: FollowUpDialogProps): ReactNode {
  const { followUp, start = {}, posts, directives, onClose } = props;
  const { t } = useText();
  const enumText = useEnumText();
  const { settings, homePostId } = useWorkspace();
  const run = useCommand();
  const [values, setValues] = useState<Values>(() => ({
    what: followUp?.what ?? "",
    owner: followUp?.owner ?? settings.userName,
    waitingOn: followUp?.waitingOn ?? "us",
    priority: followUp?.priority ?? "normal",
    dueOn: followUp?.dueOn ?? null,
    postId: followUp === undefined ? (start.postId ?? homePostId) : followUp.postId,
    directiveId: followUp === undefined ? (start.directiveId ?? null) : followUp.directiveId,
  }));
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isSlip = followUp !== undefined && slips(followUp.dueOn, values.dueOn);
  const change = (next: Partial<Values>) => setValues({ ...values, ...next });

  const save = async () => {
    setAsked(true);
    const what = values.what.trim();
    if (what === "" || (isSlip && why.trim() === "")) return;
    const kept = { ...values, what, owner: values.owner.trim() };
    const request =
      followUp === undefined
        ? addFollowUp(newId(), { ...start, ...kept })
        : changeFollowUps(
            [{ id: followUp.id, scope: followUp.scope, values: kept }],
            isSlip ? why.trim() : undefined,
          );
    if (await run(request, t(followUp === undefined ? "followUp.added" : "followUp.changed"))) onClose();
  };

  return (
    <Dialog
      isOpen
      title={t(followUp === undefined ? "followUp.new" : "followUp.edit")}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void save()}>
            {t("followUp.save")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="followUp.save" onSave={save} />
        <TextField
          label={t("followUp.what")}
          hint={t("followUp.what.hint")}
          value={values.what}
          onChange={(what) => change({ what })}
          error={isAsked && values.what.trim() === "" ? t("followUp.what.needed") : undefined}
          maxLength={2000}
          takesFocus
        />
        <div className={css["row"]}>
          <TextField
            label={t("followUp.owner")}
            isOptional
            value={values.owner}
            onChange={(owner) => change({ owner })}
          />
          <Select
            label={t("followUp.waitingOn")}
            options={parties.map((id) => ({ id, label: enumText("party", id) }))}
            value={values.waitingOn}
            onChange={(waitingOn) => change({ waitingOn })}
          />
        </div>
        <div className={css["row"]}>
          <DateField
            label={t("followUp.dueOn")}
            isOptional
            value={values.dueOn}
            onChange={(dueOn) => change({ dueOn })}
          />
          <Select
            label={t("followUp.priority")}
            options={priorities.map((id) => ({ id, label: enumText("priority", id) }))}
            value={values.priority}
            onChange={(priority) => change({ priority })}
          />
        </div>
        {isSlip && <WhyField value={why} onChange={setWhy} />}
        <PostPicker
          label={t("followUp.post")}
          hint={t(followUp === undefined ? "followUp.post.hint" : "followUp.post.fixed")}
          isOptional={followUp === undefined}
          isDisabled={followUp !== undefined || homePostId !== null}
          posts={posts}
          value={values.postId}
          onChange={(postId) => change({ postId })}
        />
        <DirectivePicker
          label={t("followUp.directive")}
          isOptional
          directives={directives}
          value={values.directiveId}
          onChange={(directiveId) => change({ directiveId })}
        />
      </div>
    </Dialog>
  );
}
