// Two histories under the numbers of one log: what happened, how it is to go on, and what the other office has to do.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { countsOf } from "#core/exchange/pouch/pouch-plan.ts";
import { takenOver } from "#core/exchange/pouch/fork.ts";
import { partsOfLog } from "#core/log/entry.ts";
import type { Settlement } from "#data/pouch/settle.ts";
import { isStanding } from "#data/undo.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Skeleton } from "#ui/display/skeleton.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { ProgressLine } from "../parts/progress-line.tsx";
import { useUndo } from "../parts/use-undo.ts";
import { useScopeWords } from "./forks.tsx";
import { Histories } from "./histories.tsx";
import { PlanTable } from "./plan-table.tsx";
import css from "./receive-screen.module.css";
import { type SettleStage, type SettleWay, type Settling, useSettle } from "./use-settle.ts";

const searchSchema = z.object({ log: z.string().catch("") });
type Props = ScreenProps<"/pouches/settle", z.infer<typeof searchSchema>>;

function SettleScreen({ search: { log } }: Props): ReactNode {
  // Another log in the link is another decision.
  return <Settle key={log} log={log} />;
}

function Settle({ log }: { readonly log: string }): ReactNode {
  const { t } = useText();
  const failureText = useFailureText();
  const settling = useSettle(log);
  const { stage, failure, progress } = settling;
  const navigate = useNavigate();
  const body = useFocusFound<HTMLElement>(stage.kind);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("pouches.settle.title")} meta={t("pouches.settle.what")} />
      <section
        ref={body}
        tabIndex={-1}
        aria-label={t(`pouches.settle.stage.${stage.kind}`)}
        className={css["body"]}
      >
        {failure !== null && (
          <div className={css["said"]}>
            <Callout tone="danger" title={t("pouches.settle.failed")} isAnnounced>
              {failureText(failure)}
            </Callout>
          </div>
        )}
        <StageBody stage={stage} settling={settling} />
      </section>
      {progress !== null && (
        <ProgressLine progress={progress} onStop={() => navigate(links.pouches())} place={body} />
      )}
    </div>
  );
}

function StageBody({
  stage,
  settling,
}: {
  readonly stage: SettleStage;
  readonly settling: Settling;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  switch (stage.kind) {
    case "reading":
      return settling.failure === null && <Skeleton rows={8} />;
    case "nothing":
      return (
        <EmptyState
          actions={<Button onPress={() => navigate(links.pouches())}>{t("pouches.introduced.to")}</Button>}
        >
          {t("pouches.settle.nothing")}
        </EmptyState>
      );
    case "way":
      return <WayStep settlement={stage.settlement} settling={settling} />;
    case "look":
      return <LookStep {...stage} settling={settling} />;
    case "done":
      return <SettledStep settlement={stage.settlement} group={stage.group} />;
  }
}

/** What happened, and the choice of how to go on. */
function WayStep({
  settlement,
  settling,
}: {
  readonly settlement: Settlement;
  readonly settling: Settling;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const why = useWhy(settlement);
  const scopeWords = useScopeWords();
  const { fork, after, hindrance, hasNewer, rows } = settlement;
  const { office } = fork;
  const canTake = hindrance === null && rows.some(({ fate }) => fate !== "unchanged");
  const [way, setWay] = useState<SettleWay>(canTake ? "take" : "ours");
  // What cannot be read yet is waited for: decided now, it would be out of sight.
  const isOpen = hindrance !== "newer";
  const go = () => void (way === "take" ? settling.look() : settling.settle("ours", why));
  const label = t(way === "take" ? "pouches.settle.look" : "pouches.settle.do");
  useCommands([
    {
      id: "pouches.settle",
      labelKey: way === "take" ? "pouches.settle.look" : "pouches.settle.do",
      keys: "Mod+Enter",
      when: () => isOpen && !settling.isBusy,
      run: go,
    },
  ]);
  return (
    <div className={css["step"]}>
      <Callout tone="danger" title={t("pouches.settle.happened", { office: office.office })}>
        {t(
          hindrance === "beginning" ? "pouches.settle.happened.text.unknown" : "pouches.settle.happened.text",
          {
            office: office.office,
            after,
            device: partsOfLog(fork.log)?.deviceId.slice(0, 8) ?? "",
            scope: scopeWords(fork.log),
          },
        )}
      </Callout>
      <Histories settlement={settlement} />
      {hindrance !== null && (
        <Callout
          tone="warning"
          title={t(`pouches.settle.hindrance.${hindrance}`)}
          actions={
            hindrance === "beginning" && (
              <Button onPress={() => navigate(links.pouches({ office: office.id }))}>
                {t("pouches.settle.ask")}
              </Button>
            )
          }
        >
          {t(`pouches.settle.hindrance.${hindrance}.text`, { office: office.office })}
        </Callout>
      )}
      {hasNewer && hindrance === null && (
        <Callout tone="warning" title={t("pouches.held.newer")}>
          {t("pouches.settle.newerPart")}
        </Callout>
      )}
      {isOpen && (
        <RadioGroup
          label={t("pouches.settle.way")}
          options={[
            {
              id: "take" as const,
              label: t("pouches.settle.way.take"),
              detail: t("pouches.settle.way.take.means"),
              isDisabled: !canTake,
            },
            {
              id: "ours" as const,
              label: t("pouches.settle.way.ours"),
              detail: t("pouches.settle.way.ours.means"),
            },
          ]}
          value={way}
          onChange={setWay}
        />
      )}
      <Theirs office={office.office} />
      <div className={css["ways"]}>
        <Button onPress={() => navigate(links.pouches())}>{t("pouches.settle.later")}</Button>
        {isOpen && (
          <Button tone="primary" keys="Control+Enter" isPending={settling.isBusy} onPress={go}>
            {label}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What nobody can do from here. */
function Theirs({ office }: { readonly office: string }): ReactNode {
  const { t } = useText();
  return (
    <Section title={t("pouches.settle.theirs", { office })} level={3}>
      <ol className={css["orders"]}>
        <li>{t("pouches.settle.theirs.one")}</li>
        <li>{t("pouches.settle.theirs.restore")}</li>
        <li>{t("pouches.settle.theirs.introduce")}</li>
      </ol>
    </Section>
  );
}

function LookStep({
  settlement,
  titles,
  settling,
}: {
  readonly settlement: Settlement;
  readonly titles: ReadonlyMap<string, string>;
  readonly settling: Settling;
}): ReactNode {
  const { t } = useText();
  const why = useWhy(settlement);
  const { rows, fork } = settlement;
  const count = takenCount(settlement);
  const settle = () => void settling.settle("take", why);
  useCommands([
    {
      id: "pouches.settle",
      labelKey: "pouches.settle.take",
      labelValues: { count },
      keys: "Mod+Enter",
      when: () => !settling.isBusy,
      run: settle,
    },
  ]);
  return (
    <>
      <PlanTable
        label={t("pouches.settle.table")}
        rows={rows}
        counts={countsOf(rows)}
        titles={titles}
        conflicts="fork"
        head={<p>{t("pouches.settle.look.text", { office: fork.office.office })}</p>}
        onChoose={settling.choose}
      />
      <footer className={css["foot"]}>
        <Button isDisabled={settling.isBusy} onPress={settling.back}>
          {t("pouches.settle.back")}
        </Button>
        <p className={css["footNote"]}>{t("import.plan.unwritten")}</p>
        <Button tone="primary" keys="Control+Enter" isPending={settling.isBusy} onPress={settle}>
          {t("pouches.settle.take", { count })}
        </Button>
      </footer>
    </>
  );
}

function SettledStep({
  settlement,
  group,
}: {
  readonly settlement: Settlement;
  readonly group: string;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const undo = useUndo();
  const { office } = settlement.fork;
  const standing = useLive(async (view) => isStanding(session, view, "offices", group), [group]);
  const isUndone = standing.state === "ready" && !standing.value;
  const place = useFocusFound<HTMLDivElement>(isUndone);
  return (
    <div ref={place} tabIndex={-1} className={css["step"]}>
      {isUndone ? (
        <Callout tone="info" title={t("pouches.settle.undone.title")} isAnnounced>
          {t("pouches.settle.undone.text")}
        </Callout>
      ) : (
        <Callout
          tone="success"
          title={t("pouches.settle.done.title")}
          isAnnounced
          actions={<Button onPress={() => void undo.group(group)}>{t("pouches.settle.undo")}</Button>}
        >
          {t("pouches.settle.done.text", { office: office.office, count: takenCount(settlement) })}
        </Callout>
      )}
      {!isUndone && <Theirs office={office.office} />}
      <div className={css["ways"]}>
        <Button tone="primary" onPress={() => navigate(links.pouches({ office: office.id }))}>
          {t("pouches.merged.office")}
        </Button>
        <Button onPress={() => navigate(links.receivePouch())}>{t("pouches.receive")}</Button>
      </div>
    </div>
  );
}

function takenCount({ rows }: Settlement): number {
  return rows.filter((row) => Object.keys(takenOver(row)).length > 0).length;
}

/** What the record says of why it was written: whose histories they were, and who wrote the other one. */
function useWhy({ fork, others }: Settlement): string {
  const { t, formatList } = useText();
  const users = [...new Set(others.flatMap((one) => one.users))];
  return t("pouches.settle.why", { office: fork.office.office, who: formatList(users) });
}

export const settleScreen = defineScreen({
  path: "/pouches/settle",
  search: searchSchema,
  component: SettleScreen,
});
