// How the first screen is laid out: figures on top, the work in the middle, the week beside it.
import type { ReactNode } from "react";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Split } from "#ui/layout/split.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./today-screen.module.css";

export interface TodayFrameProps {
  readonly title: string;
  readonly meta: string;
  readonly actions?: ReactNode;
  readonly counters: ReactNode;
  readonly side: ReactNode;
  readonly children: ReactNode;
}

export function TodayFrame({ title, meta, actions, counters, side, children }: TodayFrameProps): ReactNode {
  const { t } = useText();
  return (
    <div className={css["screen"]}>
      <PageHeader title={title} meta={meta} actions={actions} />
      {counters}
      <Split facts={side} factsLabel={t("today.week")}>
        <div className={css["work"]}>{children}</div>
      </Split>
    </div>
  );
}
