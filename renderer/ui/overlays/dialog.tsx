// A modal question or small form. Only for what needs a decision now; the safe answer has the focus.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { CommandLayer } from "../commands/command-layer.tsx";
import { IconButton } from "../controls/icon-button.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the safe one first with autoFocus where there is nothing to fill in. */
  readonly actions?: ReactNode;
  readonly size?: "small" | "normal" | "large" | undefined;
  /** An alert cannot be closed by pressing beside it. */
  readonly role?: "dialog" | "alertdialog" | undefined;
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = "normal",
  role = "dialog",
}: DialogProps) {
  const { t } = useText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={role === "dialog"}
      className={cx(css["scrim"])}
    >
      <Modal className={cx(css["modal"], css[size])}>
        <AriaDialog role={role} className={cx(css["dialog"])}>
          <CommandLayer>
            <header className={css["head"]}>
              <Heading slot="title" level={2} className={cx(css["title"])}>
                {title}
              </Heading>
              {role === "dialog" && (
                <IconButton
                  label={t("ui.dialog.close")}
                  icon={<X aria-hidden />}
                  onPress={onClose}
                  size="small"
                />
              )}
            </header>
            <div className={css["body"]}>{children}</div>
            {actions !== undefined && <footer className={css["foot"]}>{actions}</footer>}
          </CommandLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
