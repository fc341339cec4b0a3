// The form in which an engagement is logged or edited: four blocks on one page, kept as a draft, filed as one write.
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { FormProvider, useForm, useFormContext, useWatch } from "react-hook-form";
import { zoneFrom } from "#core/rules/calendar.ts";
import { engagementLog, type EngagementLog, problemsOf, spillOf } from "#core/rules/engagement-log.ts";
import { fileEngagement } from "#data/file-engagement.ts";
import { newId } from "#data/ids.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { FormErrors } from "#ui/controls/form-errors.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Split } from "#ui/layout/split.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { DraftKeeper } from "./draft-keeper.ts";
import { DraftStatus, SpillCallout } from "./draft-status.tsx";
import { type LogCase, logCase, otherEngagements } from "./log-case.ts";
import { messageOf } from "./log-fields.tsx";
import { LogFacts } from "./log-facts.tsx";
import css from "./log-form.module.css";
import type { LogStart } from "./log-start.ts";
import { OutcomeBlock } from "./outcome-block.tsx";
import { PointsBlock } from "./points-block.tsx";
import { SameMeetingCallout, SameMeetingDialog } from "./same-meeting.tsx";
import { WhatBlock } from "./what-block.tsx";
import { useSameMeetings, WhoBlock } from "./who-block.tsx";

export interface LogFormProps {
  readonly start: Extract<LogStart, { kind: "form" }>;
  /** The draft is on disk for the first time: the link may name it. */
  readonly onDraftMade: (draftId: string) => void;
}

/** Values with the faults that keep them from being filed, judged by the clock of the moment. */
function resolverFor(timeZone: string) {
  return zodResolver(
    engagementLog.superRefine((log, check) => {
      for (const { path, problem } of problemsOf(log, { now: new Date().toISOString(), timeZone })) {
        check.addIssue({ code: "custom", path: [...path], message: problem });
      }
    }),
  );
}

export function LogForm({ start, onDraftMade }: LogFormProps) {
  const { t } = useText();
  const { settings } = useWorkspace();
  const zone = useRef(zoneFrom(settings.capitalTimeZone));
  const form = useForm<EngagementLog>({
    defaultValues: start.log,
    resolver: (values, context, options) => resolverFor(zone.current)(values, context, options),
    shouldFocusError: false,
  });
  const [postId, directiveId] = useWatch({ control: form.control, name: ["postId", "directiveId"] });
  const { editId } = start;
  const live = useLive(logCase({ postId, directiveId, editId }), [postId, directiveId, editId]);
  useEffect(() => {
    const own = live.state === "ready" ? (live.value.post?.timeZone ?? "") : "";
    zone.current = zoneFrom(own, settings.capitalTimeZone);
  }, [live, settings.capitalTimeZone]);
  return (
    <FormProvider {...form}>
      <Ready live={live}>
        {(known) =>
          known.posts.length === 0 ? (
            <EmptyState
              actions={
                <>
                  <Link to={links.import("posts")}>{t("engagement.noPosts.import")}</Link>
                  <Link to={links.posts()}>{t("engagement.noPosts.add")}</Link>
                </>
              }
            >
              {t("engagement.noPosts")}
            </EmptyState>
          ) : (
            <LogPage start={start} onDraftMade={onDraftMade} known={known} />
          )
        }
      </Ready>
    </FormProvider>
  );
}

function LogPage({ start, onDraftMade, known }: LogFormProps & { readonly known: LogCase }) {
  const { t } = useText();
  const navigate = useNavigate();
  const run = useCommand();
  const session = useSession();
  const { settings } = useWorkspace();
  const form = useFormContext<EngagementLog>();
  const { editId, draftId } = start;
  const [ids] = useState(() => ({ engagement: editId ?? newId(), response: newId(), position: newId() }));
  const [attempt, setAttempt] = useState(0);
  const [isFiling, setFiling] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const same = useSameMeetings(known, ids.engagement);
  const isSpill = (log: EngagementLog) => spillOf(log, settings.ceiling, settings.historical) !== null;

  const [draft] = useState(() => new DraftKeeper(session, draftId, editId ?? "", start.keptAt));
  const keep = useEffectEvent((log: EngagementLog) => {
    if (isSpill(log)) draft.refuse();
    else draft.keep(log, draftTitle(log, known));
  });
  const { subscribe } = form;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(structuredClone(values)) }),
    [subscribe],
  );
  const sayDraftMade = useEffectEvent(() => onDraftMade(draftId));
  useEffect(
    () =>
      draft.subscribe(() => {
        if (draft.state().kind === "kept") sayDraftMade();
      }),
    [draft],
  );

  const file = async (log: EngagementLog) => {
    const { post } = known;
    if (post === undefined || isFiling || isSpill(log)) return;
    setFiling(true);
    await draft.stop();
    const request = fileEngagement(log, {
      engagementId: ids.engagement,
      responseId: known.response?.id ?? ids.response,
      positionId: known.position?.id ?? ids.position,
      draftId: draft.draftId(),
      now: Temporal.Now.instant().toString(),
      user: settings.userName,
      timeZone: zoneFrom(post.timeZone, settings.capitalTimeZone),
      post,
      directive: known.directive,
      task: known.task,
      postPoints: known.postPoints,
      others: otherEngagements(known, ids.engagement),
      before: known.before,
      response: known.response,
      position: known.position,
    });
    const isFiled = await run(
      request,
      t("engagement.filed", { post: post.name, capital: settings.capitalName }),
    );
    setFiling(false);
    if (isFiled) navigate(links.engagement(ids.engagement), { replace: true });
    else draft.resume();
  };
  const ask = form.handleSubmit(
    async (log) => {
      if (same.length > 0) setAsking(true);
      else await file(log);
    },
    () => setAttempt((count) => count + 1),
  );
  useCommands([
    { id: "engagement.file", labelKey: "engagement.file", keys: "Mod+Enter", run: () => ask() },
    ...blocks.map((block, at) => ({
      id: `engagement.block.${block}`,
      labelKey: `engagement.go.${block}` as const,
      keys: `Mod+${String(at + 1)}`,
      run: () => focusBlock(block),
    })),
  ]);

  const discard = async () => {
    if (await draft.discard())
      navigate(editId === null ? links.engagements() : links.engagement(editId), { replace: true });
  };
  // A button in focus would take Ctrl+Enter for a press of itself; here it files, wherever the focus is.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isFile = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isFile || !(event.target instanceof Element) || event.target.closest("[data-own-keys]")) return;
    event.preventDefault();
    event.stopPropagation();
    void ask();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css["screen"]} onKeyDownCapture={onKeyDownCapture}>
      <PageHeader
        title={t(titleKey(known))}
        meta={
          <>
            <DraftStatus draft={draft} onDiscard={() => void discard()} isEdit={editId !== null} />
            <span>{seenBy(t, known, settings.capitalName)}</span>
          </>
        }
        actions={
          <Button tone="primary" keys="Control+Enter" isPending={isFiling} onPress={() => void ask()}>
            {t("engagement.file")}
          </Button>
        }
      />
      <Split facts={<LogFacts known={known} />} factsLabel={t("engagement.facts")}>
        <div className={css["form"]}>
          <FormErrors errors={faultsOf(form.formState.errors, t)} attempt={attempt} />
          <SpillCallout draft={draft} />
          <SameMeetingCallout
            meetings={same}
            timeZone={zoneFrom(known.post?.timeZone ?? "", settings.capitalTimeZone)}
          />
          <Block id="what">
            <WhatBlock known={known} />
          </Block>
          <Block id="who">
            <WhoBlock known={known} />
          </Block>
          <HeldOnly>
            <Block id="points">
              <PointsBlock known={known} />
            </Block>
          </HeldOnly>
          <Block id="outcome">
            <OutcomeBlock known={known} />
          </Block>
        </div>
      </Split>
      <SameMeetingDialog
        meetings={same}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onFile={() => {
          setAsking(false);
          void file(form.getValues());
        }}
      />
    </div>
  );
}

const blocks = ["what", "who", "points", "outcome"] as const;
type BlockId = (typeof blocks)[number];

function Block({ id, children }: { readonly id: BlockId; readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <section className={css["block"]} data-block={id} aria-label={t(`engagement.block.${id}`)}>
      <h2 className={css["heading"]}>{t(`engagement.block.${id}`)}</h2>
      <div className={css["fields"]}>{children}</div>
    </section>
  );
}

function HeldOnly({ children }: { readonly children: ReactNode }) {
  const { control } = useFormContext<EngagementLog>();
  return useWatch({ control, name: "state" }) === "held" ? children : null;
}

const focusable = "input:not([disabled]), textarea, [role=radio], [role=spinbutton], button:not([disabled])";

function focusBlock(block: BlockId): void {
  const section = document.querySelector(`[data-block=${block}]`);
  section?.scrollIntoView({ block: "start" });
  section?.querySelector<HTMLElement>(focusable)?.focus();
}

type T = ReturnType<typeof useText>["t"];

function faultsOf(errors: Readonly<Record<string, unknown>>, t: T): { field: string; text: string }[] {
  return Object.entries(errors).flatMap(([field, error]) => {
    const problem = messageOf(error);
    return problem === undefined ? [] : [{ field, text: t(`engagement.problem.${problem}`) }];
  });
}

function titleKey({ before }: LogCase) {
  if (before === null) return "engagement.log.title";
  return before.state === "planned" ? "engagement.log.planned" : "engagement.log.edit";
}

function seenBy(t: T, { post }: LogCase, capital: string): string {
  return post === undefined
    ? t("engagement.seenBy.nobody")
    : t("engagement.seenBy", { post: post.name, capital });
}

/** "Nairobi · Amina Odhiambo · Distillation of AI models" */
function draftTitle(log: EngagementLog, { post, directive }: LogCase): string {
  const about = log.subject.trim() || directive?.subject || directive?.mrn || "";
  return [post?.name, log.theirs[0]?.name, about].filter(Boolean).join(" · ").slice(0, 2000);
}
