// A link inside the app, by its path. Foreign addresses are shown as text and opened through the host, never here.
import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./link.module.css";

export interface LinkProps {
  /** A path of the app, such as "/posts/12". */
  readonly to: string;
  readonly children: ReactNode;
  /** Plain: underlined only under the pointer; for tables and lists where every row is a link. */
  readonly tone?: "normal" | "plain" | undefined;
  readonly label?: string | undefined;
  /** Left out of the tab order, in grids that move the focus themselves. */
  readonly isSkipped?: boolean | undefined;
}

export function Link({ to, children, tone = "normal", label, isSkipped }: LinkProps) {
  return (
    <AriaLink
      href={to}
      {...given({ "aria-label": label, excludeFromTabOrder: isSkipped })}
      className={cx(css["link"], css[tone])}
    >
      {children}
    </AriaLink>
  );
}
