// What happened to a directive and to all that hangs on it.
import { useMemo } from "react";
import { recordsOfCase } from "#data/history.ts";
import { History } from "../parts/history.tsx";
import type { TabProps } from "./directive-search.ts";
import css from "./history-tab.module.css";

export function HistoryTab({ view }: TabProps) {
  const records = useMemo(() => recordsOfCase(view.file), [view.file]);
  return (
    <div className={css["tab"]}>
      <History records={records} />
    </div>
  );
}
