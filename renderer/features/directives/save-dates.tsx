// Saves what posts owe on a directive, and by when, as a calendar.
import type { ReactNode } from "react";
import { calendarOf } from "#core/exchange/calendar-out.ts";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useKeepSaved } from "../parts/use-save-paper.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import type { CaseView } from "./case-view.ts";
import { directiveName } from "./directive-columns.tsx";
import { useDueEntries } from "./due-dates.ts";

export function SaveDates({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const { host } = useSession();
  const { settings } = useWorkspace();
  const keep = useKeepSaved();
  const { directive } = view.file;
  const entries = useDueEntries(directive)(view.lines);
  const save = () => {
    const name = t("directive.dates.name", { directive: directiveName(directive) }).slice(0, 200);
    const text = calendarOf(entries, settings.bannerText);
    void keep(host.call("files.saveRecords", { name, format: "ics", text }), "ics", entries.length);
  };
  return (
    <Button size="small" isDisabled={entries.length === 0} onPress={save}>
      {t("directive.dates.save")}
    </Button>
  );
}
