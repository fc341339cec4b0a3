// A raised surface beside its trigger: choices, menus, small forms.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger, Popover as AriaPopover } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./popover.module.css";

type Placement = "bottom start" | "bottom end" | "top start" | "top end" | "bottom" | "top" | "start" | "end";

export interface PopoverFrameProps {
  readonly children: ReactNode;
  readonly placement?: Placement | undefined;
  readonly isAsWideAsTrigger?: boolean | undefined;
}

/** The surface alone, for components that bring their own trigger. */
export function PopoverFrame({ children, placement = "bottom start", isAsWideAsTrigger }: PopoverFrameProps) {
  return (
    <AriaPopover
      placement={placement}
      offset={4}
      containerPadding={8}
      className={cx(css["frame"], isAsWideAsTrigger === true && css["wide"])}
    >
      {children}
    </AriaPopover>
  );
}

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: Placement | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

export function Popover({ trigger, label, children, placement, isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger {...given({ isOpen, onOpenChange })}>
      {trigger}
      <PopoverFrame placement={placement}>
        <AriaDialog aria-label={label} className={cx(css["dialog"])}>
          {({ close }) => <>{typeof children === "function" ? children(close) : children}</>}
        </AriaDialog>
      </PopoverFrame>
    </DialogTrigger>
  );
}
