// The passphrase changed by somebody who knows it. The key stays, so nothing is written anew.
import { type FormEvent, type ReactNode, useState } from "react";
import type { Failure } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import {
  chosenPassphrase,
  newDraft,
  PassphraseChoice,
  type PassphraseDraft,
} from "../parts/passphrase-choice.tsx";
import { useProposal } from "../parts/use-proposal.ts";
import vault from "../parts/vault-form.module.css";

const formId = "change-passphrase";

export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const host = useHost();
  const toast = useToast();
  const failureText = useFailureText();
  const { proposal, redraw } = useProposal();
  const [current, setCurrent] = useState("");
  const [draft, setDraft] = useState<PassphraseDraft>(newDraft(""));
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = { ...draft, drawn: proposal?.passphrase ?? "" };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const next = chosenPassphrase(shown);
    if (current === "" || !next || isPending) return;
    setPending(true);
    const changed = await host.call("vault.changePassphrase", { current, next });
    setPending(false);
    if (!changed.ok) return setFailure(changed);
    toast.show({ text: t("settings.changePassphrase.done"), tone: "success" });
    return onClose();
  };
  return (
    <Dialog
      title={t("settings.changePassphrase")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" type="submit" form={formId} isPending={isPending}>
            {t("settings.changePassphrase")}
          </Button>
        </>
      }
    >
      <form id={formId} className={vault["form"]} onSubmit={(event) => void submit(event)} noValidate>
        {failure && (
          <Callout tone="danger" isAnnounced>
            {failureText(failure)}
          </Callout>
        )}
        <TextField
          label={t("settings.currentPassphrase")}
          type="password"
          value={current}
          onChange={setCurrent}
          error={isTried && current === "" ? t("start.needed") : undefined}
          maxLength={1000}
          takesFocus
        />
        <PassphraseChoice draft={shown} onChange={setDraft} onRedraw={redraw} isTried={isTried} />
        <p className={vault["text"]}>{t("settings.changePassphrase.text")}</p>
      </form>
    </Dialog>
  );
}
