// What would go to an office now, and the way to send it.
import { type ReactNode, useState } from "react";
import type { Office } from "#core/model/office.ts";
import { outgoingFor, sealFor } from "#data/pouch/seal.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFileSize } from "../parts/file-size.ts";
import { Ready } from "../parts/ready.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./pouches-screen.module.css";
import { useSealed } from "./use-sealed.ts";

export function SendDialog({
  office,
  onClose,
}: {
  readonly office: Office;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const session = useSession();
  const { today, settings } = useWorkspace();
  const fileSize = useFileSize();
  const live = useLive(
    async (view) => ({ view, outgoing: await outgoingFor(session, view, office.id) }),
    [office.id],
  );
  const [note, setNote] = useState("");
  const [withFiles, setWithFiles] = useState(true);
  const { isPending, failure, seal } = useSealed(onClose);
  const ready = live.state === "ready" ? live.value : null;
  const outgoing = ready?.outgoing ?? null;
  const send = () => {
    if (!ready || !outgoing) return;
    const name = `${settings.officeName} - ${office.office} ${today}`;
    void seal(() =>
      sealFor(session, ready.view, outgoing, {
        name,
        folder: null,
        note: note.trim().slice(0, 2000),
        withFiles,
      }),
    );
  };
  const bytes = outgoing?.attachments.reduce((sum, { byteCount }) => sum + (byteCount ?? 0), 0) ?? 0;
  return (
    <Dialog
      title={t("pouches.send.title", { office: office.office })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" isDisabled={!outgoing} isPending={isPending} onPress={send}>
            {t("pouches.seal")}
          </Button>
        </>
      }
    >
      <div className={css["form"]}>
        {failure !== null && (
          <Callout tone="danger" isAnnounced>
            {failure}
          </Callout>
        )}
        {office.comparedOn === null && <Callout tone="warning">{t("pouches.send.notCompared")}</Callout>}
        {office.role === "post" && office.postId === null && settings.role === "desk" && (
          <Callout tone="warning">{t("pouches.send.noPost")}</Callout>
        )}
        <Ready live={live}>
          {() => (
            <p>
              {t(outgoing?.entries === 0 ? "pouches.send.receipt" : "pouches.send.holds", {
                entries: outgoing?.entries ?? 0,
                office: office.office,
              })}
            </p>
          )}
        </Ready>
        {outgoing !== null && outgoing.attachments.length > 0 && (
          <Checkbox isSelected={withFiles} onChange={setWithFiles}>
            {t("pouches.send.files", { count: outgoing.attachments.length, size: fileSize(bytes) })}
          </Checkbox>
        )}
        <TextArea
          label={t("pouches.send.note")}
          hint={t("pouches.send.note.hint")}
          value={note}
          onChange={setNote}
        />
        <p className={css["muted"]}>{t("pouches.send.sealed")}</p>
      </div>
    </Dialog>
  );
}
