// Backups of this workspace: when the last was made, a way to make one now, and the way back.
import { useState, type ReactNode } from "react";
import { useHost } from "#host/use-host.tsx";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BackupList, useBackups } from "../parts/backup-list.tsx";
import { useFailureText } from "../parts/failure-text.ts";
import css from "./settings-screen.module.css";

export function BackupSection(): ReactNode {
  const { t } = useText();
  const { workspace } = useSession();
  const host = useHost();
  const toast = useToast();
  const failureText = useFailureText();
  const { state, askAgain } = useBackups(workspace.id);
  const [isPending, setPending] = useState(false);
  const make = async () => {
    setPending(true);
    const made = await host.call("backup.make", {});
    setPending(false);
    if (made.ok) toast.show({ text: t("backup.made"), tone: "success" });
    else toast.show({ text: failureText(made), tone: "danger" });
    await askAgain();
  };
  return (
    <section className={css["section"]} aria-label={t("backup.title")}>
      <h2>{t("backup.title")}</h2>
      <p className={css["text"]}>{t("backup.text")}</p>
      {!workspace.unsealed && state?.ok && state.value.backups.some(({ unsealed }) => unsealed) && (
        <Callout tone="warning">{t("backup.unsealed")}</Callout>
      )}
      <div>
        <Button isPending={isPending} onPress={() => void make()}>
          {t("backup.make")}
        </Button>
      </div>
      <BackupList id={workspace.id} state={state} onRestored={() => undefined} />
    </section>
  );
}
