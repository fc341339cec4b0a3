// One directive: its masthead, and the tabs of all that hangs on it.
import { caseFile, type CaseFile } from "#data/case-file.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Tabs, type TabEntry } from "#ui/layout/tabs.tsx";
import { defineScreen, useNavigate, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { type DirectiveTab, links } from "../links.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { Ready } from "../parts/ready.tsx";
import { useCaseView } from "./case-view.ts";
import css from "./directive-screen.module.css";
import { directiveSearch, type DirectiveSearch, type TabProps } from "./directive-search.ts";
import { EngagementsTab } from "./engagements-tab.tsx";
import { FollowUpsTab } from "./follow-ups-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { InstructionTab } from "./instruction-tab.tsx";
import { Masthead } from "./masthead.tsx";
import { PointsTab } from "./points-tab.tsx";
import { PositionsTab } from "./positions-tab.tsx";
import { PostsTab } from "./posts-tab.tsx";

function DirectiveScreen(props: ScreenProps<"/directives/$directiveId", DirectiveSearch>) {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(caseFile(props.params.directiveId), [props.params.directiveId]);
  return (
    <Ready live={live}>
      {(file) =>
        file === undefined ? (
          <EmptyState
            actions={<Button onPress={() => navigate(links.directives())}>{t("directive.back")}</Button>}
          >
            {t("directive.missing")}
          </EmptyState>
        ) : (
          <DirectivePage file={file} search={props.search} setSearch={props.setSearch} />
        )
      }
    </Ready>
  );
}

function DirectivePage({
  file,
  search: asked,
  setSearch,
}: Omit<TabProps, "view"> & { readonly file: CaseFile }) {
  const { t } = useText();
  const clock = useDeskClock();
  const view = useCaseView(file, clock);
  const entries: readonly TabEntry<DirectiveTab>[] = [
    { id: "instruction", label: t("directive.tab.instruction") },
    { id: "posts", label: t("directive.tab.posts"), count: view.lines.length },
    { id: "points", label: t("directive.tab.points"), count: view.points.length },
    { id: "engagements", label: t("directive.tab.engagements"), count: file.engagements.length },
    {
      id: "followUps",
      label: t("directive.tab.followUps"),
      count: file.followUps.filter(({ status }) => status === "open" || status === "waitingOnHost").length,
    },
    {
      id: "positions",
      label: t("directive.tab.positions"),
      count: new Set(view.positions.map(({ country }) => country)).size,
    },
    { id: "history", label: t("history.title") },
  ];
  const shared = { view, search: asked, setSearch };
  return (
    <div className={css["screen"]}>
      <Masthead view={view} />
      <Tabs
        label={t("directive.tabs")}
        tabs={entries}
        selected={asked.tab}
        onSelect={(tab) => setSearch({ tab, task: "", point: "", field: "" })}
      >
        <TabContent {...shared} />
      </Tabs>
    </div>
  );
}

function TabContent(props: TabProps) {
  switch (props.search.tab) {
    case "instruction":
      return <InstructionTab {...props} />;
    case "posts":
      return <PostsTab {...props} />;
    case "points":
      return <PointsTab {...props} />;
    case "engagements":
      return <EngagementsTab {...props} />;
    case "followUps":
      return <FollowUpsTab {...props} />;
    case "positions":
      return <PositionsTab {...props} />;
    case "history":
      return <HistoryTab {...props} />;
  }
}

export const directiveScreen = defineScreen({
  path: "/directives/$directiveId",
  search: directiveSearch,
  component: DirectiveScreen,
});
