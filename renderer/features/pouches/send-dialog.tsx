// What would go to an office now, and the way to send it.
import { type ReactNode, useState } from "react";
import type { Office } from "#core/model/office.ts";
import { type Outgoing, outgoingFor, type Sealed, sealFor } from "#data/pouch/seal.ts";
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
import { usePouchName } from "./pouch-name.ts";
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
  const { settings } = useWorkspace();
  const pouchName = usePouchName();
  const fileSize = useFileSize();
  const [isWhole, setWhole] = useState(false);
  const live = useLive(
    async (view) => ({
      view,
      outgoing: await outgoingFor(session, view, office.id, isWhole ? "all" : "rest"),
    }),
    [office.id, isWhole],
  );
  const [note, setNote] = useState("");
  const [withFiles, setWithFiles] = useState(true);
  const [last, setLast] = useState<Sealed | null>(null);
  const { isPending, failure, seal } = useSealed((sealed) => {
    const { left, sealed: pouch } = sealed;
    if (left.entries + left.attachments + pouch.tooLarge.length === 0) return onClose();
    setLast(sealed);
    setWhole(false);
    setNote("");
  });
  const ready = live.state === "ready" ? live.value : null;
  const outgoing = ready?.outgoing ?? null;
  const follows = outgoing?.follows ?? null;
  const send = () => {
    if (!ready || !outgoing) return;
    void seal(() =>
      sealFor(session, ready.view, outgoing, {
        name: pouchName(office.office),
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
          <Button onPress={onClose}>{t(last ? "pouches.introduce.done" : "ui.dialog.cancel")}</Button>
          <Button tone="primary" isDisabled={!outgoing} isPending={isPending} onPress={send}>
            {t(follows === null ? "pouches.seal" : "pouches.seal.next")}
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
        {last && <Left sealed={last} outgoing={outgoing} />}
        {office.comparedOn === null && <Callout tone="warning">{t("pouches.send.notCompared")}</Callout>}
        {office.role === "post" && office.postId === null && settings.role === "desk" && (
          <Callout tone="warning">{t("pouches.send.noPost")}</Callout>
        )}
        <Ready live={live}>
          {() => (
            <p>
              {t(holdsKey(outgoing), {
                entries: outgoing?.entries ?? 0,
                office: office.office,
                number: follows ?? 0,
              })}
            </p>
          )}
        </Ready>
        {(follows !== null || isWhole) && (
          <Checkbox isSelected={isWhole} onChange={setWhole}>
            {t("pouches.send.whole", { office: office.office })}
          </Checkbox>
        )}
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

function holdsKey(outgoing: Outgoing | null) {
  if (outgoing && outgoing.follows !== null) return "pouches.send.follows" as const;
  return outgoing?.entries === 0 ? ("pouches.send.receipt" as const) : ("pouches.send.holds" as const);
}

/** What the pouch before did not hold, and whether there is a way for it. */
function Left({
  sealed: { number, left, sealed },
  outgoing,
}: {
  readonly sealed: Sealed;
  readonly outgoing: Outgoing | null;
}): ReactNode {
  const { t, formatList } = useText();
  const tooLarge = new Set(sealed.tooLarge);
  const named = outgoing?.attachments.filter(({ sha256 }) => tooLarge.has(sha256)) ?? [];
  const what = [
    ...(left.entries > 0 ? [t("pouches.send.left.entries", { count: left.entries })] : []),
    ...(left.attachments > 0 ? [t("pouches.send.left.files", { count: left.attachments })] : []),
  ];
  return (
    <>
      {what.length > 0 && (
        <Callout tone="info" title={t("pouches.send.left", { number })} isAnnounced>
          {t("pouches.send.left.text", { what: formatList(what) })}
        </Callout>
      )}
      {sealed.tooLarge.length > 0 && (
        <Callout tone="warning" isAnnounced>
          {t("pouches.send.tooLarge", {
            count: sealed.tooLarge.length,
            names: formatList(named.map(({ name }) => name)),
          })}
        </Callout>
      )}
    </>
  );
}
