// How this workspace is protected: when it locks, its passphrase, its recovery code, and the keychain.
import { type ReactNode, useState } from "react";
import { changeDeviceSettings } from "#data/settings.ts";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useCommand } from "../parts/use-command.ts";
import { useLock } from "../parts/use-lock.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { ChangePassphraseDialog } from "./change-passphrase-dialog.tsx";
import { KeychainChoice } from "./keychain-choice.tsx";
import { NewRecoveryCodeDialog } from "./new-recovery-code-dialog.tsx";
import { ProtectDialog } from "./protect-dialog.tsx";
import css from "./settings-screen.module.css";

export function ProtectionSection(): ReactNode {
  const { t } = useText();
  const { workspace } = useSession();
  return (
    <section className={css["section"]} aria-label={t("settings.protection")}>
      <h2>{t("settings.protection")}</h2>
      {workspace.unsealed ? <Unprotected isSample={workspace.kind === "sample"} /> : <Protected />}
    </section>
  );
}

function Unprotected({ isSample }: { readonly isSample: boolean }): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  if (isSample) return <p className={css["text"]}>{t("app.unsealed.sample")}</p>;
  return (
    <>
      <p className={css["text"]}>{t("settings.protection.unprotected")}</p>
      <div>
        <Button onPress={() => setOpen(true)}>{t("vault.title")}</Button>
      </div>
      {isOpen && <ProtectDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const waits = [5, 10, 15, 30, 60] as const;

function Protected(): ReactNode {
  const { t } = useText();
  const { device } = useWorkspace();
  const run = useCommand();
  const lock = useLock();
  const [open, setOpen] = useState<"passphrase" | "code" | null>(null);
  const [closings, setClosings] = useState(0);
  const close = () => {
    setOpen(null);
    setClosings(closings + 1);
  };
  return (
    <>
      <p className={css["text"]}>{t("settings.protection.text")}</p>
      <Select
        label={t("settings.lockMinutes")}
        options={waits.map((minutes) => ({
          id: String(minutes),
          label: t("settings.lockMinutes.after", { minutes }),
        }))}
        value={String(device.lockMinutes)}
        onChange={(minutes) => void run(changeDeviceSettings({ lockMinutes: Number(minutes) }))}
      />
      {/* Asked anew after a dialog: a new key may have left the keychain out. */}
      <KeychainChoice key={closings} />
      <div className={css["buttons"]}>
        <Button onPress={() => setOpen("passphrase")}>{t("settings.changePassphrase")}</Button>
        <Button onPress={() => setOpen("code")}>{t("settings.newCode")}</Button>
        <Button onPress={() => void lock()}>{t("settings.lockNow")}</Button>
      </div>
      {open === "passphrase" && <ChangePassphraseDialog onClose={close} />}
      {open === "code" && <NewRecoveryCodeDialog onClose={close} />}
    </>
  );
}
