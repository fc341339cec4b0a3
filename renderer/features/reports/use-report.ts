// The paper of a directive as chosen, made anew whenever its case file changes.
import { useMemo } from "react";
import type { Paper } from "#core/report/blocks.ts";
import { buildReport, reportMarking } from "#core/report/build-report.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { CaseFile } from "#data/case-file.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { chosenSections, type ReportSearch, templateOf } from "./report-choice.ts";

/** The paper, and how it is marked: the workspace's own text, or the higher marking of what it holds. */
export function useReport(file: CaseFile, search: ReportSearch): Paper {
  const { t, has, locale, direction } = useText();
  const enumText = useEnumText();
  const { settings, now } = useWorkspace();
  return useMemo(() => {
    const snapshot = { ...file, conflictCount: file.waiting.length };
    const template = templateOf(search);
    const marking = reportMarking(snapshot);
    return buildReport(snapshot, {
      sections: chosenSections(search),
      brief: template.brief,
      kind: `report.template.${template.id}`,
      texts: (key, values) => (has(key) ? t(key, values) : key),
      language: locale,
      direction,
      asOf: now,
      capitalTimeZone: zoneFrom(settings.capitalTimeZone),
      capitalName: settings.capitalName,
      silenceDays: settings.silenceDays,
      since: search.since === "" ? null : search.since,
      marking: marking === "U" ? settings.bannerText : enumText("marking", marking).toUpperCase(),
      officeName: settings.officeName,
    });
  }, [file, search, t, has, locale, direction, enumText, settings, now]);
}
