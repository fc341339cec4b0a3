// The dates by which posts owe something on a directive, as entries of a calendar.
import { type DueDate, dueEntry } from "#core/exchange/calendar-out.ts";
import type { Directive } from "#core/model/directive.ts";
import type { Due } from "#core/rules/deadlines.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { useText } from "#ui/text/use-text.ts";
import { directiveName } from "./directive-columns.tsx";

/** Delivery and report of each post that is asked for them; a post that is exempt owes nothing. */
export function useDueEntries(directive: Directive): (lines: readonly TaskLine[]) => readonly string[] {
  const { t } = useText();
  const name = directiveName(directive);
  const entryOf = ({ task, post }: TaskLine, date: DueDate["date"], due: Due | null, isDone: boolean) => {
    if (due?.kind !== "dated") return [];
    const what = t(`directive.due.${date}`, { directive: name, post: post?.name ?? "" });
    return [dueEntry({ record: task, date, due: due.exact ? due.lateFrom : due.on, what, isDone })];
  };
  return (lines) =>
    lines
      .filter(({ exclusion }) => exclusion === null)
      .flatMap((line) => [
        ...entryOf(line, "deliverBy", line.timing.deliver, line.task.deliveredAt !== null),
        ...entryOf(line, "reportBy", line.timing.report, line.task.reportedAt !== null),
      ]);
}
