// A pouch for each of several offices: into one folder where the host can ask for one, else as downloads.
import { type ReactNode, useState } from "react";
import type { LackingOffice } from "#data/pouch/seal.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useHostInfo } from "../parts/use-host-info.ts";
import css from "./pouches-screen.module.css";
import { type Sending, useSendMany } from "./use-send-many.ts";

export function SendManyDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly LackingOffice[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const hasDialogs = useHostInfo()?.dialogs === true;
  const [note, setNote] = useState("");
  const [withFiles, setWithFiles] = useState(true);
  const [onlyLacking, setOnlyLacking] = useState(true);
  const { sending, send, stop } = useSendMany();
  const chosen = onlyLacking ? lines.filter(({ entries }) => entries > 0) : lines;
  const isUnderWay = sending !== null && !sending.isOver;
  const close = () => {
    stop();
    onClose();
  };
  const start = () =>
    void send(chosen, {
      note: note.trim().slice(0, 2000),
      withFiles,
    });
  return (
    <Dialog
      title={t("pouches.bulk.title", { count: lines.length })}
      isOpen
      onClose={close}
      actions={
        sending?.isOver ? (
          <Button tone="primary" onPress={onClose}>
            {t("pouches.introduce.done")}
          </Button>
        ) : (
          <>
            <Button onPress={isUnderWay ? stop : close}>
              {t(isUnderWay ? "progress.stop" : "ui.dialog.cancel")}
            </Button>
            <Button tone="primary" isDisabled={chosen.length === 0} isPending={isUnderWay} onPress={start}>
              {t("pouches.bulk.seal", { count: chosen.length })}
            </Button>
          </>
        )
      }
    >
      {sending === null ? (
        <div className={css["form"]}>
          <p>{t(hasDialogs ? "pouches.bulk.folder" : "pouches.bulk.downloads")}</p>
          <Checkbox isSelected={onlyLacking} onChange={setOnlyLacking}>
            {t("pouches.bulk.onlyLacking", { count: lines.filter(({ entries }) => entries === 0).length })}
          </Checkbox>
          <Checkbox isSelected={withFiles} onChange={setWithFiles}>
            {t("pouches.bulk.files")}
          </Checkbox>
          <TextArea
            label={t("pouches.send.note")}
            hint={t("pouches.send.note.hint")}
            value={note}
            onChange={setNote}
          />
        </div>
      ) : (
        <Progress sending={sending} />
      )}
    </Dialog>
  );
}

function Progress({ sending }: { readonly sending: Sending }): ReactNode {
  const { t } = useText();
  const { done, of, saved, failures, isOver } = sending;
  return (
    <div className={css["form"]}>
      {isOver ? (
        <Callout tone={failures.length > 0 ? "warning" : "success"} isAnnounced>
          {t("pouches.bulk.over", { saved, of })}
        </Callout>
      ) : (
        <>
          <p>{t("pouches.bulk.progress", { done, of })}</p>
          <progress value={done} max={of} aria-label={t("pouches.bulk.progress", { done, of })} />
        </>
      )}
      {failures.length > 0 && (
        <ul className={css["failures"]}>
          {failures.map(({ office, why }) => (
            <li key={office}>
              <bdi>{office}</bdi>: {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
