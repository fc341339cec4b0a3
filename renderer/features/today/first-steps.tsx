// An empty workspace: what to do first, as real buttons.
import type { ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./today-screen.module.css";

const steps = {
  cable: links.openCable(),
  posts: links.import("posts"),
  log: links.logEngagement(),
} as const;

type Step = keyof typeof steps;

export function FirstSteps({ hasPosts }: { readonly hasPosts: boolean }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { homePostId } = useWorkspace();
  const offered: readonly Step[] =
    homePostId === null && !hasPosts ? ["cable", "posts", "log"] : ["cable", "log"];
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("today.start")} meta={t("today.start.what")} />
      <ul className={css["steps"]}>
        {offered.map((step, at) => (
          <li key={step} className={css["firstStep"]}>
            <p>{t(`today.start.${step}`)}</p>
            <Button tone={at === 0 ? "primary" : "secondary"} onPress={() => navigate(steps[step])}>
              {t(`today.start.${step}.act`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
