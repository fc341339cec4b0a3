// What stands around the queue: its figures, what is said where nothing is shown, and the bar of the selection.
import type { ReactNode } from "react";
import { dayIn } from "#core/rules/calendar.ts";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { SelectionBar } from "../parts/selection-bar.tsx";
import { noFilters } from "./follow-up-filters.tsx";
import type { FollowUpLine } from "./follow-up-lines.ts";
import type { FollowUpSearch } from "./follow-up-search.ts";

export function QueueSum({ lines }: { readonly lines: readonly FollowUpLine[] }): ReactNode {
  const { t } = useText();
  const count = (of: FollowUpLine["bucket"]) => lines.filter(({ bucket }) => bucket === of).length;
  const open = lines.length - count("closed");
  return t("followUps.sum", { open, overdue: count("overdue"), waiting: count("waitingOnHost") });
}

export interface NothingShownProps {
  readonly lines: readonly FollowUpLine[];
  readonly search: FollowUpSearch;
  readonly setSearch: (next: Partial<FollowUpSearch>) => void;
  readonly onAdd: () => void;
}

/** Nothing written yet, everything done, or nothing that passes the filters: three different things. */
export function NothingShown({ lines, search, setSearch, onAdd }: NothingShownProps): ReactNode {
  const { t, formatDay } = useText();
  const clock = useDeskClock();
  const add = <Button onPress={onAdd}>{t("followUp.new")}</Button>;
  if (lines.length === 0) return <EmptyState actions={add}>{t("followUps.none")}</EmptyState>;
  if (search.status === "open" && lines.every(({ bucket }) => bucket === "closed")) {
    const last = lines
      .flatMap(({ followUp }) => followUp.closedAt ?? [])
      .toSorted()
      .at(-1);
    return (
      <EmptyState
        actions={
          <>
            <Button onPress={() => setSearch({ status: "closed" })}>{t("followUps.showDone")}</Button>
            {add}
          </>
        }
      >
        {last === undefined
          ? t("followUps.allDone")
          : t("followUps.allDone.last", { day: formatDay(dayIn(last, clock.capitalTimeZone)) })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      actions={
        <Button onPress={() => setSearch({ ...noFilters, status: "all" })}>{t("followUps.showAll")}</Button>
      }
    >
      {t("followUps.noMatch")}
    </EmptyState>
  );
}

export interface BulkBarProps {
  readonly count: number;
  readonly onAct: (act: "complete" | "snooze" | "reassign") => void;
  readonly onClear: () => void;
}

export function BulkBar({ count, onAct, onClear }: BulkBarProps): ReactNode {
  const { t } = useText();
  const keys = { complete: "Space", snooze: "s", reassign: "r" } as const;
  const names = {
    complete: "followUp.complete",
    snooze: "followUps.snooze",
    reassign: "followUps.reassign",
  } as const;
  return (
    <SelectionBar label={t("followUps.bulk")} count={count} onClear={onClear}>
      {(["complete", "snooze", "reassign"] as const).map((name) => (
        <Button key={name} size="small" keys={keys[name]} onPress={() => onAct(name)}>
          {t(names[name], { count })} <Keys keys={keys[name]} />
        </Button>
      ))}
    </SelectionBar>
  );
}
