// A side panel over the end of the main area. Not modal: what lies beneath stays in use, Escape closes it.
import { X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useCommands } from "../commands/command-layer.tsx";
import { IconButton } from "../controls/icon-button.tsx";
import { useText } from "../text/use-text.ts";
import css from "./drawer.module.css";

export interface DrawerProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Moves the focus into it when it opens; it goes back when it closes. */
  readonly takesFocus?: boolean | undefined;
}

function OpenDrawer({ title, onClose, children, actions, takesFocus = true }: Omit<DrawerProps, "isOpen">) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);

  // Also from what lies beneath, which may keep the focus; within, by its own keys, from a field too.
  useCommands([{ id: "ui.drawer.close", labelKey: "ui.dialog.close", keys: "Escape", run: onClose }]);

  useEffect(() => {
    const drawer = panel.current;
    // Opened by a link it may come before anything has the focus, which then goes to the main area.
    const before =
      document.activeElement === document.body ? drawer?.closest("main") : document.activeElement;
    if (takesFocus) drawer?.focus();
    return () => {
      const isFocusInside = drawer?.contains(document.activeElement) ?? false;
      const isFocusLost = document.activeElement === document.body;
      if ((isFocusInside || isFocusLost) && before instanceof HTMLElement && before.isConnected)
        before.focus();
    };
  }, [takesFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

  return (
    // The keys are Escape only; the panel itself is a landmark that holds controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={panel} aria-label={title} tabIndex={-1} className={css["drawer"]} onKeyDown={onKeyDown}>
      <header className={css["head"]}>
        <h2 className={css["title"]}>{title}</h2>
        <IconButton
          label={t("ui.dialog.close")}
          icon={<X aria-hidden />}
          onPress={onClose}
          size="small"
          keys="Escape"
        />
      </header>
      <div className={css["body"]}>{children}</div>
      {actions !== undefined && <footer className={css["foot"]}>{actions}</footer>}
    </aside>
  );
}

export function Drawer({ isOpen, ...props }: DrawerProps) {
  return isOpen ? <OpenDrawer {...props} /> : null;
}
