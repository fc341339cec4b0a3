// Views of one thing, side by side, with the number of what is in each.
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";
import { Count } from "../display/badge.tsx";
import type { Tone } from "../display/tone.ts";
import { cx } from "../lib/classes.ts";
import css from "./tabs.module.css";

export interface TabEntry<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
  readonly countTone?: Tone | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The content of the selected tab; it fills the rest and scrolls. */
  readonly children: ReactNode;
  /** At the end of the row of tabs. */
  readonly actions?: ReactNode;
}

export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  children,
  actions,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((entry) => entry.id === key);
        if (tab && tab.id !== selected) onSelect(tab.id);
      }}
      keyboardActivation="manual"
      className={cx(css["tabs"])}
    >
      <div className={css["row"]}>
        <TabList aria-label={label} className={cx(css["list"])}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={cx(css["tab"])}>
              {tab.label}
              {tab.count !== undefined && <Count value={tab.count} tone={tab.countTone} />}
            </Tab>
          ))}
        </TabList>
        {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
      </div>
      <TabPanel key={selected} id={selected} className={cx(css["panel"])}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
