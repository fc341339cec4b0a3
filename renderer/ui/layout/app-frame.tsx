// The frame of every screen: classification strips, rail, header, and one main area where panels scroll.
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../controls/icon-button.tsx";
import { cx } from "../lib/classes.ts";
import { useFocusFound } from "../lib/use-focus-found.ts";
import { useMediaQuery } from "../lib/use-media-query.ts";
import { useText } from "../text/use-text.ts";
import css from "./app-frame.module.css";
import { RailLink, type RailEntry } from "./rail-link.tsx";

type StripTone = "green" | "blue" | "red" | "orange" | "purple" | "neutral";

interface Strip {
  readonly text: string;
  readonly tone: StripTone;
}

export interface AppFrameProps {
  readonly strip: Strip;
  /** Entries in groups; a line parts the groups. */
  readonly rail: readonly (readonly RailEntry[])[];
  readonly isRailCollapsed: boolean;
  readonly onRailCollapsedChange: (isCollapsed: boolean) => void;
  /** Above the rail's entries: the workspace's name. */
  readonly railHead?: ReactNode;
  readonly headerStart?: ReactNode;
  readonly headerEnd?: ReactNode;
  /** Which screen is shown; another one is another text. */
  readonly screen: string;
  readonly children: ReactNode;
}

function StripBar({ strip, place }: { readonly strip: Strip; readonly place: "top" | "bottom" }) {
  const { t } = useText();
  const look = cx(css["strip"], css[strip.tone], css[place]);
  // Said once: the lower strip is the same words for the eye.
  if (place === "bottom")
    return (
      <div className={look} aria-hidden>
        {strip.text}
      </div>
    );
  return (
    <section className={look} aria-label={t("ui.frame.strip")}>
      {strip.text}
    </section>
  );
}

export function AppFrame(props: AppFrameProps) {
  const { t } = useText();
  const main = useFocusFound<HTMLElement>(props.screen);
  const { strip, rail, onRailCollapsedChange, railHead, headerStart, headerEnd, children } = props;
  const isNarrow = useMediaQuery("(max-width: 899px)");
  const isRailCollapsed = props.isRailCollapsed || isNarrow;
  return (
    <div className={cx(css["frame"], isRailCollapsed && css["collapsed"])}>
      <StripBar strip={strip} place="top" />
      <button type="button" className={css["skip"]} onClick={() => main.current?.focus()}>
        {t("ui.frame.skip")}
      </button>
      <nav className={css["rail"]} aria-label={t("ui.frame.rail")}>
        {railHead !== undefined && <div className={css["railHead"]}>{railHead}</div>}
        <div className={css["entries"]}>
          {rail.map((group) => (
            <ul key={group[0]?.id} className={css["group"]}>
              {group.map((entry) => (
                <li key={entry.id}>
                  <RailLink entry={entry} isCollapsed={isRailCollapsed} />
                </li>
              ))}
            </ul>
          ))}
        </div>
        <div className={css["railFoot"]}>
          <IconButton
            isDisabled={isNarrow}
            label={t(isRailCollapsed ? "ui.frame.expand" : "ui.frame.collapse")}
            icon={isRailCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            onPress={() => onRailCollapsedChange(!isRailCollapsed)}
          />
        </div>
      </nav>
      <header className={css["header"]}>
        <div className={css["headerStart"]}>{headerStart}</div>
        <div className={css["headerEnd"]}>{headerEnd}</div>
      </header>
      <main className={css["main"]} ref={main} tabIndex={-1}>
        {children}
      </main>
      <StripBar strip={strip} place="bottom" />
    </div>
  );
}
