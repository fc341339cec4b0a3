// Backups of this workspace: when the last was made, a way to make one now, and the way back.
import { useEffect, useState, type ReactNode } from "react";
import type { Answers } from "#core/host/contract.ts";
import { useHost } from "#host/use-host.tsx";
import { attachmentNames } from "#data/attachments.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BackupList, useBackups } from "../parts/backup-list.tsx";
import { useFailureText } from "../parts/failure-text.ts";
import { useFileSize } from "../parts/file-size.ts";
import { Ready } from "../parts/ready.tsx";
import css from "./settings-screen.module.css";

const mostNames = 5;

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
      {state?.ok && state.value.damaged.length > 0 && <DamagedAttachments of={state.value.damaged} />}
      <AttachmentSize />
      <div>
        <Button isPending={isPending} onPress={() => void make()}>
          {t("backup.make")}
        </Button>
      </div>
      <BackupList id={workspace.id} state={state} onRestored={() => undefined} />
    </section>
  );
}

/** Which attachments the disk did not give back whole when the last backup was made. */
function DamagedAttachments({ of }: { readonly of: readonly string[] }): ReactNode {
  const { t, formatList } = useText();
  const live = useLive(attachmentNames(of), [of.join(" ")]);
  return (
    <Ready live={live}>
      {(names) => {
        const rest = names.length - mostNames;
        const shown = [
          ...names.slice(0, mostNames),
          ...(rest > 0 ? [t("backup.damaged.more", { count: rest })] : []),
        ];
        return (
          <Callout tone="warning" isAnnounced>
            {t("backup.damaged", { count: of.length, named: names.length, names: formatList(shown) })}
          </Callout>
        );
      }}
    </Ready>
  );
}

/** What the workspace's attachments take on disk. */
function AttachmentSize(): ReactNode {
  const { t } = useText();
  const host = useHost();
  const size = useFileSize();
  const [found, setFound] = useState<Answers["attachments.size"] | null>(null);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await host.call("attachments.size", {});
      if (!isGone && answer.ok) setFound(answer.value);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host]);
  if (found === null) return null;
  return (
    <p className={css["text"]}>
      {t("settings.attachments", { count: found.count, size: size(found.bytes) })}
    </p>
  );
}
