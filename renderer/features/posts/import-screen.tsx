// Bringing in a list of posts: a file is chosen, its columns mapped, the plan looked at, and exactly that plan applied.
import { useMemo, useState, type ReactNode } from "react";
import { z } from "zod";
import type { Mapping } from "#core/exchange/column.ts";
import { postColumns } from "#core/exchange/columns/posts.ts";
import { type Plan, planOf } from "#core/exchange/plan.ts";
import { canPlan, guessMapping, planPosts } from "#core/exchange/plan-posts.ts";
import type { Post } from "#core/model/post.ts";
import { sha256 } from "#data/hash.ts";
import { newId } from "#data/ids.ts";
import { allPosts, applyPostsPlan } from "#data/posts.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { DoneStep } from "./import-done.tsx";
import css from "./import-screen.module.css";
import { MapStep } from "./import-map.tsx";
import { PlanStep } from "./import-plan.tsx";
import type { ReadTable } from "./import-table.ts";
import { SourceStep } from "./import-source.tsx";
import { type ImportStep, StepLine } from "./import-step-line.tsx";

/** A plan, and the posts it was made against. */
interface Planned {
  readonly plan: Plan;
  readonly against: readonly Post[];
}

function ImportPostsScreen(): ReactNode {
  const { t } = useText();
  const live = useLive(allPosts, []);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("postsImport.title")} meta={t("postsImport.what")} />
      <Ready live={live}>{(posts) => <ImportSteps posts={posts} />}</Ready>
    </div>
  );
}

function ImportSteps({ posts }: { readonly posts: readonly Post[] }): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const [step, setStep] = useState<ImportStep>("source");
  const [table, setTable] = useState<ReadTable | null>(null);
  const [mapping, setMapping] = useState<Mapping>(new Map());
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const writes = planned === null ? 0 : planned.plan.counts.create + planned.plan.counts.update;
  const isStale = useMemo(() => planned !== null && planned.against !== posts, [planned, posts]);

  const take = (read: ReadTable) => {
    setTable(read);
    setMapping(guessMapping(postColumns, read.headings));
    setPlanned(null);
    setStep("map");
  };
  const makePlan = async () => {
    if (table === null) return;
    setBusy(true);
    const plan = await planOf("posts", planPosts(table, mapping, posts, newId), sha256);
    setBusy(false);
    setFailed(false);
    setPlanned({ plan, against: posts });
    setStep("plan");
  };
  const apply = async () => {
    if (planned === null || table === null) return;
    setBusy(true);
    const isApplied = await run(applyPostsPlan(planned.plan, table.name));
    setBusy(false);
    setFailed(!isApplied);
    if (isApplied) setStep("done");
  };
  const restart = () => {
    setTable(null);
    setPlanned(null);
    setStep("source");
  };
  const canGoOn = !isBusy && (step === "map" ? canPlan(mapping) : step === "plan" && !isStale && writes > 0);
  const goOn = step === "map" ? makePlan : apply;
  useCommands([
    {
      id: "postsImport.next",
      labelKey: step === "map" ? "postsImport.map.next" : "postsImport.plan.apply",
      labelValues: { count: writes },
      keys: "Mod+Enter",
      when: () => canGoOn,
      run: goOn,
    },
  ]);

  return (
    <>
      <StepLine current={step} onGoBack={step === "done" || isBusy ? undefined : setStep} />
      <div className={css["body"]}>
        {step === "source" && <SourceStep table={table} onRead={take} onKeep={() => setStep("map")} />}
        {step === "map" && table !== null && (
          <MapStep
            table={table}
            mapping={mapping}
            onChange={(next) => {
              setMapping(next);
              setPlanned(null);
            }}
          />
        )}
        {step === "plan" && planned !== null && (
          <PlanStep plan={planned.plan} isStale={isStale} hasFailed={hasFailed} />
        )}
        {step === "done" && planned !== null && table !== null && (
          <DoneStep plan={planned.plan} table={table} onRestart={restart} />
        )}
      </div>
      {(step === "map" || step === "plan") && (
        <footer className={css["foot"]}>
          <Button isDisabled={isBusy} onPress={() => setStep(step === "map" ? "source" : "map")}>
            {t("postsImport.back")}
          </Button>
          <p className={css["footNote"]}>
            {step === "plan" && t(writes === 0 ? "postsImport.plan.nothing" : "postsImport.plan.unwritten")}
          </p>
          {step === "plan" && isStale && (
            <Button tone="primary" isPending={isBusy} onPress={() => void makePlan()}>
              {t("postsImport.plan.again")}
            </Button>
          )}
          {!(step === "plan" && isStale) && (
            <Button
              tone="primary"
              isPending={isBusy}
              isDisabled={!canGoOn}
              keys="Control+Enter"
              onPress={() => void goOn()}
            >
              {step === "map" ? t("postsImport.map.next") : t("postsImport.plan.apply", { count: writes })}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

export const importPostsScreen = defineScreen({
  path: "/posts/import",
  search: z.object({}),
  component: ImportPostsScreen,
});
