// Notices at the bottom start, or at its end where they would hide what has the focus: what happened and, where it can be,
// its undo. React Aria's toast is still marked unstable, so it is met only here.
import { X } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
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
  const region = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(false);
  useEffect(() => {
    /** What has the focus is not to be hidden beneath (WCAG 2.4.11). */
    const look = () => {
      if (region.current && isHidden(document.activeElement, region.current)) setAtEnd((isThere) => !isThere);
    };
    const stop = queue.subscribe(() => {
      if (queue.visibleToasts.length === 0) setAtEnd(false);
      else requestAnimationFrame(look);
    });
    document.addEventListener("focusin", look);
    return () => {
      stop();
      document.removeEventListener("focusin", look);
    };
  }, [queue]);
  const toasts = useMemo<Toasts>(
    () => ({ show: (toast) => void queue.add(toast, { timeout: shownMs }) }),
    [queue],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastRegion
        ref={region}
        queue={queue}
        aria-label={t("ui.toast.region")}
        className={cx(css["region"], isAtEnd && css["atEnd"])}
      >
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

/** Most of it lies beneath. */
function isHidden(focused: Element | null, region: HTMLElement): boolean {
  if (focused === null || focused === document.body || region.contains(focused)) return false;
  const [below, above] = [focused.getBoundingClientRect(), region.getBoundingClientRect()];
  const width = Math.min(below.right, above.right) - Math.max(below.left, above.left);
  const height = Math.min(below.bottom, above.bottom) - Math.max(below.top, above.top);
  return width > 0 && height > 0 && width * height * 2 > below.width * below.height;
}

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error("useToast needs a ToastProvider above it");
  return toasts;
}
