// A former value is made to stand again: shown once more, with the reason asked.
import { type ReactNode, useState } from "react";
import { bringBack, type HistoryChange, scopeOf } from "#data/history.ts";
import type { RecordName } from "#data/touches.ts";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./history.module.css";
import { useCommand } from "./use-command.ts";
import { useValueWords } from "./value-words.ts";

export interface BringBackDialogProps {
  readonly record: RecordName;
  readonly change: HistoryChange;
  readonly field: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

export function BringBackDialog({ record, change, field, titles, onClose }: BringBackDialogProps): ReactNode {
  const { t } = useText();
  const { view } = useSession();
  const run = useCommand();
  const words = useValueWords();
  const [why, setWhy] = useState("");
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const scope = await scopeOf(view, record);
    const request = bringBack(record, scope, change.path, change.after, why.trim());
    const isSaved = await run(request, t("history.broughtBack", { field }));
    setSaving(false);
    if (isSaved) onClose();
  };
  return (
    <Dialog
      title={t("history.bringBack.title")}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button
            tone="primary"
            isPending={isSaving}
            isDisabled={why.trim() === ""}
            onPress={() => void save()}
          >
            {t("history.bringBack.do")}
          </Button>
        </>
      }
    >
      <p>{t("history.bringBack.what", { field })}</p>
      <p className={css["value"]}>
        <bdi>{words(record.table, change.path, change.after, titles)}</bdi>
      </p>
      <TextField label={t("history.bringBack.why")} value={why} onChange={setWhy} takesFocus />
    </Dialog>
  );
}
