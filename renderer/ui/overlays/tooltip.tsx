// A word or a definition at the pointer or the focus. Never the only place of something that must be known.
import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { Keys } from "../display/kbd.tsx";
import { cx } from "../lib/classes.ts";
import css from "./tooltip.module.css";

export interface TooltipProps {
  readonly text: ReactNode;
  readonly keys?: string | undefined;
  /** A focusable control. */
  readonly children: ReactElement;
  readonly placement?: "top" | "bottom" | "start" | "end" | undefined;
  readonly isDisabled?: boolean | undefined;
}

export function Tooltip({ text, keys, children, placement = "top", isDisabled = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100} isDisabled={isDisabled}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={cx(css["tooltip"])}>
        {text}
        {keys !== undefined && <Keys keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
