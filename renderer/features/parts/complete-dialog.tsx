// Ending follow-ups: what came of them, then on to what else is open at the same post.
import { type ReactNode, useState } from "react";
import type { FollowUp } from "#core/model/follow-up.ts";
import { completeFollowUps } from "#data/follow-ups.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { SaveKey, SaveKeyHint } from "./save-key.tsx";
import css from "./stack.module.css";
import { useCommand } from "./use-command.ts";

export interface CompleteDialogProps {
  readonly followUps: readonly FollowUp[];
  readonly onClose: () => void;
  /** Called once they are kept as done. */
  readonly onDone?: ((done: readonly FollowUp[]) => void) | undefined;
}

const shownNames = 4;

export function CompleteDialog({ followUps, onClose, onDone }: CompleteDialogProps): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const [outcome, setOutcome] = useState("");
  const complete = async () => {
    const request = completeFollowUps(followUps, outcome.trim(), new Date().toISOString());
    if (!(await run(request, t("followUp.completed", { count: followUps.length })))) return;
    onClose();
    onDone?.(followUps);
  };
  const label = t("followUp.complete", { count: followUps.length });
  return (
    <Dialog
      isOpen
      size="small"
      title={t("followUp.complete.title", { count: followUps.length })}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void complete()}>
            {label}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="followUp.complete" labelValues={{ count: followUps.length }} onSave={complete} />
        <ul>
          {followUps.slice(0, shownNames).map(({ id, what }) => (
            <li key={id}>
              <bdi>{what}</bdi>
            </li>
          ))}
          {followUps.length > shownNames && (
            <li className={css["muted"]}>{t("followUp.more", { count: followUps.length - shownNames })}</li>
          )}
        </ul>
        <TextArea
          label={t("followUp.outcome")}
          hint={t("followUp.outcome.hint")}
          isOptional
          value={outcome}
          onChange={setOutcome}
          takesFocus
        />
      </div>
    </Dialog>
  );
}
