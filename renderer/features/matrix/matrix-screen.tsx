// The matrix of one directive: posts against stages, posts against points, and what is still missing.
import type { ReactNode } from "react";
import type { Directive } from "#core/model/directive.ts";
import { isLive } from "#core/rules/deadlines.ts";
import { type CaseFile, caseFile } from "#data/case-file.ts";
import { allTasks } from "#data/demarche-tasks.ts";
import { allDirectives } from "#data/directives.ts";
import { useLive } from "#data/use-live.tsx";
import type { Ask } from "#data/view/view.ts";
import { Button } from "#ui/controls/button.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useDeskClock } from "../parts/desk-clock.ts";
import { DirectivePicker } from "../parts/directive-picker.tsx";
import { Ready } from "../parts/ready.tsx";
import { CellDrawer } from "./cell-drawer.tsx";
import { GapsView } from "./gaps-view.tsx";
import { type MatrixCase, useMatrixCase } from "./matrix-case.ts";
import { type MatrixSearch, matrixSearch, matrixViews, partsOf } from "./matrix-search.ts";
import css from "./matrix-screen.module.css";
import { PointMatrix } from "./point-matrix.tsx";
import { StageMatrix } from "./stage-matrix.tsx";

type Props = ScreenProps<"/matrix", MatrixSearch>;

interface Choices {
  readonly directives: readonly Directive[];
  /** How many posts each directive tasks. */
  readonly tasked: ReadonlyMap<string, number>;
}

const choices: Ask<Choices> = async (view) => {
  const [directives, tasks] = await Promise.all([allDirectives(view), allTasks(view)]);
  const tasked = new Map<string, number>();
  for (const { directiveId } of tasks) {
    if (directiveId !== null) tasked.set(directiveId, (tasked.get(directiveId) ?? 0) + 1);
  }
  return { directives, tasked };
};

/** The one asked for, else the live one that most posts act on. */
function chosenOf({ directives, tasked }: Choices, asked: string): Directive | undefined {
  const found = directives.find(({ id }) => id === asked);
  if (found !== undefined) return found;
  const posts = ({ id }: Directive): number => tasked.get(id) ?? 0;
  return directives.filter(isLive).toSorted((a, b) => posts(b) - posts(a))[0];
}

function MatrixScreen(props: Props): ReactNode {
  const live = useLive(choices, []);
  return (
    <div className={css["screen"]}>
      <Ready live={live}>{(found) => <ChosenDirective found={found} {...props} />}</Ready>
    </div>
  );
}

function ChosenDirective({ found, ...props }: Props & { readonly found: Choices }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { search, setSearch } = props;
  const chosen = chosenOf(found, search.directive);
  const chosenId = chosen?.id ?? "";
  const live = useLive(caseFile(chosenId), [chosenId]);
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={t("matrix.title")} />
        <EmptyState
          actions={
            <>
              <Button onPress={() => navigate(links.openCable())}>{t("matrix.openCable")}</Button>
              <Button onPress={() => navigate(links.newDirective())}>{t("matrix.newDirective")}</Button>
            </>
          }
        >
          {t("matrix.none")}
        </EmptyState>
      </>
    );
  }
  const picker = (
    <div className={css["picker"]}>
      <DirectivePicker
        label={t("matrix.directive")}
        hideLabel
        directives={found.directives}
        value={chosen.id}
        onChange={(directive) => {
          if (directive !== null) setSearch({ directive, only: "", cell: "" });
        }}
      />
    </div>
  );
  const file = live.state === "ready" ? live.value : undefined;
  if (file !== undefined && file.tasks.length > 0) return <Matrix file={file} picker={picker} {...props} />;
  return (
    <>
      {/* The line of figures comes with the answer; its place is kept meanwhile. */}
      <PageHeader title={t("matrix.title")} meta={"\u00a0"} actions={picker} />
      <Ready live={live}>{() => <NoPosts id={chosen.id} />}</Ready>
    </>
  );
}

function NoPosts({ id }: { readonly id: string }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <EmptyState
      actions={
        <Button onPress={() => navigate(links.directive(id, "posts"))}>{t("matrix.choosePosts")}</Button>
      }
    >
      {t("matrix.noPosts")}
    </EmptyState>
  );
}

interface MatrixProps extends Props {
  readonly file: CaseFile;
  readonly picker: ReactNode;
}

function Matrix({ file, picker, search, setSearch }: MatrixProps): ReactNode {
  const { t } = useText();
  const view = useMatrixCase(file, useDeskClock());
  const [taskId, column] = partsOf(search.cell, "/");
  const line = view.lineOf.get(taskId);
  const switcher = (
    <ToggleButtonGroup
      label={t("matrix.view")}
      options={matrixViews.map((id) => ({ id, label: t(`matrix.view.${id}`) }))}
      value={search.view}
      onChange={(next) => setSearch({ view: next, only: "", cell: "", sort: "" })}
    />
  );
  const shared = { view, search, setSearch, switcher };
  return (
    <>
      <PageHeader title={t("matrix.title")} meta={<Sum view={view} />} actions={picker} />
      {search.view === "stages" && <StageMatrix {...shared} />}
      {search.view === "points" && <PointMatrix {...shared} />}
      {search.view === "gaps" && <GapsView {...shared} />}
      {line !== undefined && (
        <CellDrawer view={view} line={line} column={column} onClose={() => setSearch({ cell: "" })} />
      )}
    </>
  );
}

/** "Delivered 12 of 20; 5 are not counted: ..." */
function Sum({ view }: { readonly view: MatrixCase }): ReactNode {
  const { t, formatList } = useText();
  const { tally } = view;
  const left = (["exempt", "info", "separate", "onHold", "ifRaised"] as const).filter(
    (why) => tally[why] > 0,
  );
  return (
    <p>
      <strong className={css["sum"]}>
        {t("matrix.sum", { delivered: tally.delivered, counted: tally.counted })}
      </strong>{" "}
      {left.length > 0 &&
        t("matrix.sum.left", {
          count: tally.tasked - tally.counted,
          why: formatList(left.map((why) => t(`matrix.left.${why}`, { count: tally[why] }))),
        })}
    </p>
  );
}

export const matrixScreen = defineScreen({ path: "/matrix", search: matrixSearch, component: MatrixScreen });
