// First run and the choice of workspace: open one, make one for a desk or a post, or look at the sample.
import { type ReactNode, useState } from "react";
import type { VaultSecret, WorkspaceSummary } from "#core/host/shapes.ts";
import type { Failure } from "#core/lib/result.ts";
import type { OfficeSetup } from "#data/set-up.ts";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { SetUpForm } from "./set-up-form.tsx";
import css from "./start-screen.module.css";
import { WorkspaceList } from "./workspace-list.tsx";

interface StartScreenProps {
  readonly workspaces: readonly WorkspaceSummary[];
  readonly failure: Failure | null;
  readonly onOpen: (workspace: WorkspaceSummary) => Promise<void>;
  readonly onChanged: () => Promise<void>;
  readonly onCreate: (setup: OfficeSetup, secret: VaultSecret) => Promise<void>;
  readonly onOpenSample: () => Promise<void>;
}

type Step = "choose" | "desk" | "post";

export function StartScreen(props: StartScreenProps): ReactNode {
  const { t } = useText();
  const failureText = useFailureText();
  const [step, setStep] = useState<Step>("choose");
  const sample = props.workspaces.find(({ kind }) => kind === "sample");
  return (
    <main className={css["screen"]}>
      <div className={css["sheet"]}>
        <header className={css["head"]}>
          <h1 className={css["name"]}>{t("app.name")}</h1>
          <p className={css["what"]}>{t("start.what")}</p>
        </header>
        {props.failure && (
          <Callout tone="danger" isAnnounced>
            {failureText(props.failure)}
          </Callout>
        )}
        {step === "choose" ? (
          <>
            {props.workspaces.length > 0 && (
              <WorkspaceList
                workspaces={props.workspaces}
                onOpen={props.onOpen}
                onChanged={props.onChanged}
              />
            )}
            <section className={css["choices"]} aria-label={t("start.new")}>
              <h2>{t("start.new")}</h2>
              <Choice title={t("start.desk")} text={t("start.desk.text")} onPress={() => setStep("desk")} />
              <Choice title={t("start.post")} text={t("start.post.text")} onPress={() => setStep("post")} />
              <Choice
                title={t("start.sample")}
                text={t("start.sample.text")}
                onPress={() => void (sample ? props.onOpen(sample) : props.onOpenSample())}
              />
            </section>
            <p className={css["note"]}>{t("start.kept")}</p>
          </>
        ) : (
          <SetUpForm role={step} onBack={() => setStep("choose")} onCreate={props.onCreate} />
        )}
      </div>
    </main>
  );
}

function Choice(props: {
  readonly title: string;
  readonly text: string;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <div className={css["choice"]}>
      <Button onPress={props.onPress}>{props.title}</Button>
      <p>{props.text}</p>
    </div>
  );
}
