// A new recovery code, and with it a new key: the record is written anew, so that the old code opens nothing of it.
import { type ReactNode, useState } from "react";
import type { Failure } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { useSession } from "#data/use-live.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { RecoveryCodeForm } from "../parts/recovery-code-form.tsx";
import { useProposal } from "../parts/use-proposal.ts";
import vault from "../parts/vault-form.module.css";

export function NewRecoveryCodeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const host = useHost();
  const { workspace } = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const { proposal } = useProposal();
  const [passphrase, setPassphrase] = useState("");
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!proposal) return null;
  const { recoveryCode } = proposal;
  const renew = async () => {
    setTried(true);
    if (passphrase === "") return;
    const renewed = await host.call("vault.newEpoch", { secret: { passphrase, recoveryCode } });
    if (!renewed.ok) return setFailure(renewed);
    toast.show({ text: t("settings.newCode.done"), tone: "success" });
    onClose();
  };
  return (
    <Dialog title={t("settings.newCode")} isOpen onClose={onClose}>
      <div className={vault["form"]}>
        {failure && (
          <Callout tone="danger" isAnnounced>
            {failureText(failure)}
          </Callout>
        )}
        <p>{t("settings.newCode.text")}</p>
        <TextField
          label={t("settings.currentPassphrase")}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          error={isTried && passphrase === "" ? t("start.needed") : undefined}
          maxLength={1000}
          takesFocus
        />
        <RecoveryCodeForm
          label={workspace.label}
          code={recoveryCode}
          confirmLabel={t("settings.newCode.confirm")}
          onBack={onClose}
          onConfirm={renew}
        />
      </div>
    </Dialog>
  );
}
