// A paper around blocks: the workspace's marking, the day the data are of, page numbers.
import type { Block, Paper } from "#core/report/blocks.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "./deadline-text.ts";
import { useWorkspace } from "./workspace.tsx";

export interface PaperAsk {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly Block[];
}

/** Puts a title block, the workspace's marking and an as-of line around blocks. */
export function usePaper(): (ask: PaperAsk) => Paper {
  const { t, locale, formatInstant } = useText();
  const { settings, now } = useWorkspace();
  const timeZone = zoneFrom(settings.capitalTimeZone);
  return ({ title, subtitle = "", blocks }) => ({
    language: locale,
    direction: "ltr",
    marking: settings.bannerText,
    title,
    subtitle,
    asOf: t("paper.asOf", { when: formatInstant(now, timeZone), city: cityOf(timeZone) }),
    pageLabel: t("paper.page", { page: "{page}", pages: "{pages}" }),
    footer: settings.officeName,
    blocks: [...blocks],
  });
}
