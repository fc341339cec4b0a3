// A named part of a screen that scrolls by itself.
import type { ReactNode, RefObject } from "react";

export interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly scroller?: RefObject<HTMLDivElement | null>;
  /** Text of a person or a state, which the browser must not offer to translate. */
  readonly isVerbatim?: boolean;
  readonly children: ReactNode;
}

export function ScrollRegion({ label, className, scroller, isVerbatim, children }: ScrollRegionProps) {
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={label}
      // A region that scrolls has to take the focus, or keys could not scroll it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={className}
      translate={isVerbatim === true ? "no" : undefined}
    >
      {children}
    </div>
  );
}
