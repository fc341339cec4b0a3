// The way back for a workspace that does not open: its backups, before anything of it is read.
import type { ReactNode } from "react";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BackupList, useBackups } from "../parts/backup-list.tsx";

export interface BackupsDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

export function BackupsDialog({ id, onClose, onRestored }: BackupsDialogProps): ReactNode {
  const { t } = useText();
  const { state } = useBackups(id);
  return (
    <Dialog title={t("backup.title")} isOpen onClose={onClose}>
      <BackupList
        id={id}
        state={state}
        onRestored={() => {
          onRestored();
          onClose();
        }}
      />
    </Dialog>
  );
}
