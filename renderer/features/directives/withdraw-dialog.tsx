// Taking a point back: posts no longer see it among theirs; what was said of it stays.
import { useState } from "react";
import { type CurrentPoint, postsThatMade } from "#core/rules/current-points.ts";
import { changePoint } from "#data/talking-points.ts";
import { TextField } from "#ui/controls/text-field.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import stack from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import type { CaseView } from "./case-view.ts";
import { pointName } from "./point-name.ts";

export interface WithdrawDialogProps {
  readonly view: CaseView;
  readonly entry: CurrentPoint;
  readonly onClose: () => void;
}

export function WithdrawDialog({ view, entry, onClose }: WithdrawDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { point } = entry;
  const used = postsThatMade([point.id], view.file.engagements);
  const lacksReason = reason.trim() === "";
  const withdraw = async () => {
    setAsked(true);
    if (lacksReason) return;
    const request = { ...changePoint(point.id, point.scope, { withdrawn: true }), why: reason.trim() };
    if (await run(request, t("directive.points.withdrawn.done", { point: pointName(point) }))) onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={t("directive.points.withdraw.title", { point: pointName(point) })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="danger" onPress={() => void withdraw()}>
            {t("directive.points.withdraw")}
          </Button>
        </>
      }
    >
      <div className={stack["stack"]}>
        <p>{t("directive.points.withdraw.effect", { count: used.length })}</p>
        <TextField
          label={t("directive.points.withdraw.reason")}
          value={reason}
          onChange={setReason}
          error={isAsked && lacksReason ? t("directive.points.withdraw.reason-needed") : undefined}
        />
      </div>
    </Dialog>
  );
}
