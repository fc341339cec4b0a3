// Noting where somebody stands outside of an engagement, or judging it otherwise than the latest evidence: with the reason.
import { type ReactNode, useState } from "react";
import { confidences, type Stance, stances } from "#core/model/enums.ts";
import type { Post } from "#core/model/post.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { newId } from "#data/ids.ts";
import type { PersonFile } from "#data/people.ts";
import { addPosition } from "#data/positions.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";

interface StanceDialogProps {
  readonly file: PersonFile;
  readonly post: Post;
  readonly onClose: () => void;
}

export function StanceDialog({ file, post, onClose }: StanceDialogProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { now, settings } = useWorkspace();
  const issues = [...file.issues.values()].map(({ id, name }) => ({ id, label: name }));
  const [issueId, setIssueId] = useState(issues[0]?.id ?? null);
  const [stance, setStance] = useState<Stance | null>(null);
  const [basis, setBasis] = useState<"stated" | "assessed">("assessed");
  const [confidence, setConfidence] = useState<(typeof confidences)[number]>("medium");
  const [on, setOn] = useState<string | null>(() =>
    dayIn(now, zoneFrom(post.timeZone, settings.capitalTimeZone)),
  );
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    const why = note.trim();
    if (issueId === null || stance === null || why === "") return;
    const { counterpart } = file;
    const stand = { issueId, counterpartId: counterpart.id, on, stance, basis, confidence, note: why };
    if (await run(addPosition(newId(), post, stand), t("counterpart.stance.noted"))) onClose();
  };
  return (
    <Dialog
      isOpen
      title={t("counterpart.stance.note")}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void save()}>
            {t("counterpart.stance.save")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="counterpart.stance.save" onSave={save} />
        <Select
          label={t("counterpart.stance.issue")}
          options={issues}
          value={issueId}
          onChange={setIssueId}
        />
        <div className={css["row"]}>
          <Select
            label={t("counterparts.column.stance")}
            options={stances.map((id) => ({ id, label: enumText("stance", id) }))}
            value={stance}
            onChange={setStance}
            error={isAsked && stance === null ? t("counterpart.stance.needed") : undefined}
          />
          <Select
            label={t("engagement.confidence")}
            options={confidences.map((id) => ({ id, label: enumText("confidence", id) }))}
            value={confidence}
            onChange={setConfidence}
          />
        </div>
        <div className={css["row"]}>
          <Select
            label={t("counterpart.stance.basis")}
            options={(["assessed", "stated"] as const).map((id) => ({
              id,
              label: enumText("positionBasis", id),
            }))}
            value={basis}
            onChange={setBasis}
          />
          <DateField label={t("counterpart.stance.on")} isOptional value={on} onChange={setOn} />
        </div>
        <TextArea
          label={t("counterpart.stance.why")}
          hint={t("counterpart.stance.why.hint")}
          rows={2}
          value={note}
          onChange={setNote}
          error={isAsked && note.trim() === "" ? t("counterpart.stance.whyNeeded") : undefined}
        />
      </div>
    </Dialog>
  );
}
