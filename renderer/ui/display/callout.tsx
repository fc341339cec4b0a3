// A notice inside a page: what is so, what it means for the work, what to do.
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./callout.module.css";
import tones from "./tones.module.css";

const signs = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: OctagonAlert } as const;

export interface CalloutProps {
  readonly tone: keyof typeof signs;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears: for what a person's own act brought about. */
  readonly isAnnounced?: boolean | undefined;
}

export function Callout({ tone, title, children, actions, isAnnounced = false }: CalloutProps) {
  const { t } = useText();
  const Sign = signs[tone];
  return (
    <div className={cx(css["callout"], tones[tone])} role={isAnnounced ? "status" : undefined}>
      <Sign className={css["sign"]} role="img" aria-label={t(`ui.callout.${tone}`)} />
      <div className={css["words"]}>
        {title !== undefined && <p className={css["title"]}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
    </div>
  );
}
