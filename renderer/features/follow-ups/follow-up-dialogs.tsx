// Putting follow-ups off, and handing them to somebody else.
import { type ReactNode, useState } from "react";
import { parties } from "#core/model/enums.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import { addDays } from "#core/rules/calendar.ts";
import { reassignFollowUps, snoozeFollowUps } from "#data/follow-ups.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import type { TextKey } from "#ui/text/keys.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";

export interface FollowUpsDialogProps {
  readonly followUps: readonly FollowUp[];
  readonly onClose: () => void;
}

interface FrameProps extends FollowUpsDialogProps {
  readonly titleKey: TextKey;
  readonly actionKey: TextKey;
  readonly onSave: () => Promise<void>;
  readonly children: ReactNode;
}

function FollowUpsFrame({
  followUps,
  titleKey,
  actionKey,
  onSave,
  onClose,
  children,
}: FrameProps): ReactNode {
  const { t } = useText();
  const count = followUps.length;
  return (
    <Dialog
      isOpen
      size="small"
      title={t(titleKey, { count })}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void onSave()}>
            {t(actionKey, { count })}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey={actionKey} labelValues={{ count }} onSave={onSave} />
        {count === 1 && <bdi className={css["muted"]}>{followUps[0]?.what}</bdi>}
        {children}
      </div>
    </Dialog>
  );
}

const usualDelay = 7;

export function SnoozeDialog({ followUps, onClose }: FollowUpsDialogProps): ReactNode {
  const { t, formatDay } = useText();
  const { today } = useWorkspace();
  const run = useCommand();
  const [dueOn, setDueOn] = useState<string | null>(() => addDays(today, usualDelay));
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (dueOn === null || why.trim() === "") return;
    const said = t("followUps.snoozed", { count: followUps.length, day: formatDay(dueOn) });
    if (await run(snoozeFollowUps(followUps, dueOn, why.trim()), said)) onClose();
  };
  return (
    <FollowUpsFrame
      followUps={followUps}
      titleKey="followUps.snooze.title"
      actionKey="followUps.snooze"
      onSave={save}
      onClose={onClose}
    >
      <DateField
        label={t("followUps.snooze.until")}
        value={dueOn}
        onChange={setDueOn}
        min={today}
        error={isAsked && dueOn === null ? t("followUps.snooze.dayNeeded") : undefined}
      />
      <TextField
        label={t("followUps.snooze.why")}
        hint={t("followUps.snooze.why.hint")}
        value={why}
        onChange={setWhy}
        error={isAsked && why.trim() === "" ? t("followUps.snooze.whyNeeded") : undefined}
        takesFocus
      />
    </FollowUpsFrame>
  );
}

export function ReassignDialog({ followUps, onClose }: FollowUpsDialogProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const [first] = followUps;
  const [owner, setOwner] = useState(followUps.length === 1 ? (first?.owner ?? "") : "");
  const [waitingOn, setWaitingOn] = useState<FollowUp["waitingOn"]>(first?.waitingOn ?? "us");
  const save = async () => {
    const said = t("followUps.reassigned", { count: followUps.length });
    if (await run(reassignFollowUps(followUps, { owner: owner.trim(), waitingOn }), said)) onClose();
  };
  return (
    <FollowUpsFrame
      followUps={followUps}
      titleKey="followUps.reassign.title"
      actionKey="followUps.reassign"
      onSave={save}
      onClose={onClose}
    >
      <TextField label={t("followUp.owner")} value={owner} onChange={setOwner} takesFocus />
      <Select
        label={t("followUp.waitingOn")}
        options={parties.map((id) => ({ id, label: enumText("party", id) }))}
        value={waitingOn}
        onChange={setWaitingOn}
      />
    </FollowUpsFrame>
  );
}
