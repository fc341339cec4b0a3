// Gives a workspace made without a vault one; the page is then loaded anew on the rewritten record.
import { type ReactNode, useState } from "react";
import type { VaultSecret } from "#core/host/shapes.ts";
import type { Failure } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { ProtectForm } from "../parts/protect-form.tsx";

export function ProtectDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const host = useHost();
  const { workspace } = useSession();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [openBackups, setOpenBackups] = useState<Failure | null>(null);
  const protect = async (secret: VaultSecret) => {
    const done = await host.call("vault.protect", { secret });
    if (!done.ok) setFailure(done);
    else if (done.value.backupFailure) setOpenBackups(done.value.backupFailure);
    else location.reload();
  };
  if (openBackups) {
    return (
      <Dialog title={t("vault.title")} isOpen onClose={() => location.reload()}>
        <Callout tone="warning" isAnnounced>
          {t("settings.protect.openBackups")} {failureText(openBackups)}
        </Callout>
        <Button tone="primary" onPress={() => location.reload()}>
          {t("settings.protect.goOn")}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("vault.title")} isOpen onClose={onClose}>
      {failure && (
        <Callout tone="danger" isAnnounced>
          {failureText(failure)}
        </Callout>
      )}
      <p>{t("settings.protect.text")}</p>
      <ProtectForm
        label={workspace.label}
        confirmLabel={t("settings.protect.confirm")}
        onBack={onClose}
        onConfirm={protect}
      />
    </Dialog>
  );
}
