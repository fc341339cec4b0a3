// Asks before what cannot be undone. Says what will happen; the safe answer has the focus.
import type { ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import { useText } from "../text/use-text.ts";
import { Dialog } from "./dialog.tsx";

export interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Names what it does: "Rescind directive". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly tone?: "danger" | "primary" | undefined;
  readonly isOpen: boolean;
  readonly isPending?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm(props: ConfirmProps) {
  const { t } = useText();
  const {
    title,
    children,
    confirmLabel,
    cancelLabel,
    tone = "danger",
    isOpen,
    isPending,
    onConfirm,
    onClose,
  } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} takesFocus>
            {cancelLabel ?? t("ui.dialog.cancel")}
          </Button>
          <Button tone={tone} onPress={onConfirm} isPending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
