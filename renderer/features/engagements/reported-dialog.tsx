// The reply cable went out: when, and under what number.
import { useState } from "react";
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import type { Post } from "#core/model/post.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { markReported } from "#data/answers.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { InstantField } from "../parts/instant-field.tsx";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";

interface ReportedDialogProps {
  readonly task: DemarcheTask;
  readonly post: Post | undefined;
  readonly onClose: () => void;
}

export function ReportedDialog({ task, post, onClose }: ReportedDialogProps) {
  const { t } = useText();
  const run = useCommand();
  const { settings, now } = useWorkspace();
  const [replyMrn, setReplyMrn] = useState(task.replyMrn);
  const [reportedAt, setReportedAt] = useState<string | null>(task.reportedAt ?? now);
  const save = async () => {
    if (reportedAt === null) return;
    const request = markReported(task, { reportedAt, replyMrn: replyMrn.trim() });
    if (await run(request, t("engagement.reported.saved", { post: post?.name ?? "" }))) onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      title={t("engagement.reported.mark")}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button
            tone="primary"
            keys="Control+Enter"
            isDisabled={reportedAt === null}
            onPress={() => void save()}
          >
            {t("engagement.reported.mark")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="engagement.reported.mark" onSave={save} />
        <TextField
          label={t("engagement.reported.mrn")}
          hint={t("engagement.reported.mrn.hint")}
          isOptional
          value={replyMrn}
          onChange={setReplyMrn}
          takesFocus
        />
        <InstantField
          label={t("engagement.reported.on")}
          value={reportedAt}
          timeZone={zoneFrom(post?.timeZone ?? "", settings.capitalTimeZone)}
          onChange={setReportedAt}
        />
      </div>
    </Dialog>
  );
}
