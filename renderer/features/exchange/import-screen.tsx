// Bringing rows in: a file is chosen, its columns mapped, the plan looked at and changed, and exactly that plan applied.
import type { ReactNode } from "react";
import { z } from "zod";
import { type TargetName, targetNames } from "#core/exchange/target.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { OtherDoor, useCarried } from "../parts/other-door.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import css from "./import-screen.module.css";
import { MapStep } from "./map-step.tsx";
import { PlanStep } from "./plan-step.tsx";
import { ReceiptStep } from "./receipt-step.tsx";
import { SourceStep } from "./source-step.tsx";
import { StepLine } from "./step-line.tsx";
import { type Importing, useImport } from "./use-import.ts";

const search = z.object({ into: z.enum(["", ...targetNames]).catch("") });
type Search = z.infer<typeof search>;

function ImportScreen({ search: { into } }: ScreenProps<"/import", Search>): ReactNode {
  // Another target in the link is another import.
  return <Import key={into} into={into === "" ? null : into} />;
}

function Import({ into }: { readonly into: TargetName | null }): ReactNode {
  const { t } = useText();
  const failureText = useFailureText();
  const importing = useImport(into);
  useCarried("table", (name, opening) => void importing.take(name, opening));
  const { step, failure, progress } = importing;
  const body = useFocusFound<HTMLElement>(step);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("import.title")} meta={t("import.what")} />
      <StepLine
        current={step}
        onGoBack={step === "done" || progress !== null ? undefined : importing.goBack}
      />
      <section ref={body} tabIndex={-1} aria-label={t(`import.step.${step}`)} className={css["body"]}>
        {failure !== null && (
          <div className={css["said"]}>
            <Callout tone="danger" title={t(`import.failed.${step}`)} isAnnounced>
              {failureText(failure)}
            </Callout>
          </div>
        )}
        {step === "source" && importing.elsewhere !== null && (
          <div className={css["said"]}>
            <OtherDoor file={importing.elsewhere} />
          </div>
        )}
        {step === "source" && <SourceStep importing={importing} />}
        {step === "map" && <MapStep importing={importing} />}
        {step === "plan" && <PlanStep importing={importing} />}
        {step === "done" && <ReceiptStep importing={importing} />}
      </section>
      {progress !== null && <ProgressLine progress={progress} onStop={importing.stop} place={body} />}
      {(step === "map" || step === "plan") && <Foot importing={importing} />}
    </div>
  );
}

function Foot({ importing }: { readonly importing: Importing }): ReactNode {
  const { t } = useText();
  const { step, progress, isStale, rows } = importing;
  const isBusy = progress !== null;
  const writes = rows.filter(({ fate }) => fate === "create" || fate === "update").length;
  const isPlanning = step === "map" || isStale;
  const canGoOn =
    !isBusy &&
    (isPlanning ? importing.known !== null && importing.canPlan && !importing.needsDayOrder : writes > 0);
  const goOn = isPlanning ? importing.makePlan : importing.apply;
  const labelKey = step === "map" ? "import.map.next" : isStale ? "import.plan.again" : "import.plan.apply";
  useCommands([
    {
      id: "import.next",
      labelKey,
      labelValues: { count: writes },
      keys: "Mod+Enter",
      when: () => canGoOn,
      run: goOn,
    },
  ]);
  const note = step === "plan" ? t(writes === 0 ? "import.plan.nothing" : "import.plan.unwritten") : "";
  return (
    <footer className={css["foot"]}>
      <Button isDisabled={isBusy} onPress={() => importing.goBack(step === "map" ? "source" : "map")}>
        {t("import.back")}
      </Button>
      <p className={css["footNote"]}>{note}</p>
      <Button
        tone="primary"
        isPending={isBusy}
        isDisabled={!canGoOn}
        keys="Control+Enter"
        onPress={() => void goOn()}
      >
        {t(labelKey, { count: writes })}
      </Button>
    </footer>
  );
}

export const importScreen = defineScreen({ path: "/import", search, component: ImportScreen });
