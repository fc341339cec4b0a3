// The backups of one workspace, the newest first, each restorable into a workspace of its own.
import { useEffect, useState, type ReactNode } from "react";
import type { BackupInfo, BackupState } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Skeleton } from "#ui/display/skeleton.tsx";
import { Confirm } from "#ui/overlays/confirm.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./backup-list.module.css";
import { useFailureText } from "./failure-text.ts";
import { useFileSize } from "./file-size.ts";

/** What the host knows of a workspace's backups, and a way to ask again. */
export function useBackups(id: string): {
  state: Result<BackupState> | null;
  askAgain: () => Promise<void>;
} {
  const host = useHost();
  const [state, setState] = useState<Result<BackupState> | null>(null);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const found = await host.call("backup.state", { id });
      if (!isGone) setState(found);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host, id]);
  return { state, askAgain: async () => setState(await host.call("backup.state", { id })) };
}

export interface BackupListProps {
  readonly id: string;
  readonly state: Result<BackupState> | null;
  readonly onRestored: () => void;
}

export function BackupList({ id, state, onRestored }: BackupListProps): ReactNode {
  const { t, formatInstant } = useText();
  const failureText = useFailureText();
  const size = useFileSize();
  const restore = useRestore(id, onRestored);
  const [chosen, setChosen] = useState<BackupInfo | null>(null);
  if (state === null) return <Skeleton rows={3} />;
  if (!state.ok) return <Callout tone="danger">{failureText(state)}</Callout>;
  const { backups, failure } = state.value;
  const zone = Temporal.Now.timeZoneId();
  return (
    <>
      {failure && <Callout tone="warning">{failureText(failure)}</Callout>}
      {backups.length === 0 ? (
        <p className={css["none"]}>{t("backup.none")}</p>
      ) : (
        <ul className={css["list"]} aria-label={t("backup.list")}>
          {backups.map((backup) => (
            <li key={backup.name} className={css["line"]}>
              <span className={css["when"]}>{formatInstant(backup.madeAt, zone)}</span>
              {backup.lacks > 0 && (
                <span className={css["lacks"]}>{t("backup.lacks", { count: backup.lacks })}</span>
              )}
              <span className={css["size"]}>{size(backup.bytes)}</span>
              <Button size="small" onPress={() => setChosen(backup)}>
                {t("backup.restore")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Confirm
        title={t("backup.restore.title")}
        confirmLabel={t("backup.restore")}
        tone="primary"
        isOpen={chosen !== null}
        isPending={restore.isPending}
        onClose={() => setChosen(null)}
        onConfirm={() => {
          if (chosen) void restore.run(chosen.name).then(() => setChosen(null));
        }}
      >
        {t("backup.restore.text", { when: chosen === null ? "" : formatInstant(chosen.madeAt, zone) })}
      </Confirm>
    </>
  );
}

function useRestore(id: string, onRestored: () => void) {
  const { t } = useText();
  const host = useHost();
  const toast = useToast();
  const failureText = useFailureText();
  const [isPending, setPending] = useState(false);
  const run = async (name: string) => {
    setPending(true);
    const restored = await host.call("backup.restore", { id, name });
    setPending(false);
    if (!restored.ok) {
      toast.show({ text: failureText(restored), tone: "danger" });
      return;
    }
    const { label, lost } = restored.value;
    toast.show({ text: t("backup.restored", { label }), tone: "success" });
    if (lost > 0) toast.show({ text: t("backup.restored.lost", { count: lost }), tone: "warning" });
    onRestored();
  };
  return { isPending, run };
}
