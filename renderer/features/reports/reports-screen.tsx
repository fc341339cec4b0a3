// The report builder: choices on the left, the paper as it will look on the right, one button that saves it.
import { type ReactNode } from "react";
import type { Directive } from "#core/model/directive.ts";
import { type CaseFile, caseFile } from "#data/case-file.ts";
import { allDirectives } from "#data/directives.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { ScrollRegion } from "#ui/layout/scroll-region.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { useSavePaper } from "../parts/use-save-paper.ts";
import { PaperView } from "./paper-view.tsx";
import { type ReportSearch, reportSearch } from "./report-choice.ts";
import { ReportOptions } from "./report-options.tsx";
import css from "./reports-screen.module.css";
import { useReport } from "./use-report.ts";

type Props = ScreenProps<"/reports", ReportSearch>;

function ReportsScreen({ search, setSearch }: Props): ReactNode {
  const live = useLive(
    async (view) => {
      const directives = await allDirectives(view);
      const wanted = directives.find(({ id }) => id === search.directive) ?? mainOne(directives);
      return { directives, file: wanted ? await caseFile(wanted.id)(view) : undefined };
    },
    [search.directive],
  );
  return (
    <Ready live={live}>
      {({ directives, file }) =>
        file ? (
          <Builder directives={directives} file={file} search={search} setSearch={setSearch} />
        ) : (
          <NothingToReport />
        )
      }
    </Ready>
  );
}

/** The directive for most posts that is not closed yet, else the latest. */
function mainOne(directives: readonly Directive[]): Directive | undefined {
  return directives.find(({ status, scope }) => status !== "closed" && scope === "all") ?? directives[0];
}

function Builder(props: {
  readonly directives: readonly Directive[];
  readonly file: CaseFile;
  readonly search: ReportSearch;
  readonly setSearch: Props["setSearch"];
}): ReactNode {
  const { t } = useText();
  const { directives, file, search, setSearch } = props;
  const paper = useReport(file, search);
  const savePaper = useSavePaper();
  const save = async () => {
    await savePaper(fileName(file.directive, paper.subtitle), search.format, paper);
  };
  useCommands([{ id: "report.save", labelKey: "reports.save", keys: "Mod+s", run: save }]);
  return (
    <div className={css["screen"]}>
      <PageHeader
        title={t("reports.title")}
        actions={
          <Button tone="primary" keys="Control+s" onPress={() => void save()}>
            {t("reports.saveAs", { format: t(`reports.format.${search.format}`) })}
          </Button>
        }
      />
      <div className={css["columns"]}>
        <aside className={css["options"]} aria-label={t("reports.options")}>
          <ReportOptions
            directives={directives}
            directive={file.directive}
            marking={paper.marking}
            search={search}
            setSearch={setSearch}
          />
        </aside>
        <ScrollRegion className={css["preview"]} label={t("reports.preview")}>
          <PaperView paper={paper} />
        </ScrollRegion>
      </div>
    </div>
  );
}

function NothingToReport(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      actions={
        <Button tone="primary" onPress={() => navigate(links.openCable())}>
          {t("app.command.openCable")}
        </Button>
      }
    >
      {t("reports.empty")}
    </EmptyState>
  );
}

/** "STATE 118204, Status report" with the day, for the file. */
function fileName(directive: Directive, kind: string): string {
  const day = Temporal.Now.plainDateISO().toString();
  const named = directive.mrn === "" ? directive.subject.slice(0, 60) : directive.mrn;
  return `${kind.includes(named) || named === "" ? kind : `${kind}, ${named}`} ${day}`;
}

export const reportsScreen = defineScreen({
  path: "/reports",
  search: reportSearch,
  component: ReportsScreen,
});
