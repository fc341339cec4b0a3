// Notices at the bottom start: what happened and, where it can be, its undo. React Aria's toast is still marked
// unstable, so it is met only here.
import { X } from "lucide-react";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Button } from "../controls/button.tsx";
import { IconButton } from "../controls/icon-button.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./toast.module.css";

export interface ToastText {
  readonly text: string;
  readonly tone?: "neutral" | "success" | "warning" | "danger" | undefined;
  readonly actions?: readonly ToastAction[] | undefined;
}

interface ToastAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface Toasts {
  readonly show: (toast: ToastText) => void;
}

const ToastContext = createContext<Toasts | null>(null);

/** Long enough to read two lines and reach the undo by keyboard; it waits while hovered or focused. */
const shownMs = 10_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  const [queue] = useState(() => new ToastQueue<ToastText>({ maxVisibleToasts: 3 }));
  const toasts = useMemo<Toasts>(
    () => ({ show: (toast) => void queue.add(toast, { timeout: shownMs }) }),
    [queue],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastRegion queue={queue} aria-label={t("ui.toast.region")} className={cx(css["region"])}>
        {({ toast }) => {
          const { text, tone = "neutral", actions = [] } = toast.content;
          return (
            <AriaToast toast={toast} className={cx(css["toast"], css[tone])}>
              <ToastContent role="status" className={cx(css["content"])}>
                <Text slot="title">{text}</Text>
              </ToastContent>
              {actions.map(({ label, onPress }) => (
                <Button
                  key={label}
                  tone="quiet"
                  size="small"
                  onPress={() => {
                    onPress();
                    queue.close(toast.key);
                  }}
                >
                  {label}
                </Button>
              ))}
              <IconButton slot="close" label={t("ui.toast.close")} icon={<X aria-hidden />} size="small" />
            </AriaToast>
          );
        }}
      </ToastRegion>
    </ToastContext>
  );
}

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error("useToast needs a ToastProvider above it");
  return toasts;
}
