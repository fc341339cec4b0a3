// One engagement, to be read: what was said, to whom, how it was taken, and what is owed since.
import { useState } from "react";
import { z } from "zod";
import { zoneFrom } from "#core/rules/calendar.ts";
import { type EngagementFile, engagementFile } from "#data/engagement-file.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Split } from "#ui/layout/split.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { EngagementStateMark } from "../parts/engagement-state-mark.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { FollowUpDialog } from "../parts/follow-up-dialog.tsx";
import { MarkingBadge } from "../parts/marking-badge.tsx";
import { Ready } from "../parts/ready.tsx";
import { RecordMenu } from "../parts/record-menu.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { AnswerDialog } from "./answer-dialog.tsx";
import { EngagementFacts } from "./engagement-facts.tsx";
import css from "./engagement-screen.module.css";
import { EngagementWords } from "./engagement-words.tsx";
import { ReportedDialog } from "./reported-dialog.tsx";

const search = z.object({});
type Props = ScreenProps<"/engagements/$engagementId", z.infer<typeof search>>;

function EngagementScreen({ params }: Props) {
  const { t } = useText();
  const live = useLive(engagementFile(params.engagementId), [params.engagementId]);
  return (
    <Ready live={live}>
      {(file) =>
        file === undefined ? (
          <EmptyState actions={<Link to={links.engagements()}>{t("engagement.toList")}</Link>}>
            {t("engagement.missing")}
          </EmptyState>
        ) : (
          <EngagementPage file={file} />
        )
      }
    </Ready>
  );
}

type Doing = "answer" | "reported" | "followUp";

function EngagementPage({ file }: { readonly file: EngagementFile }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { engagement, post, directive, task } = file;
  const { state } = engagement;
  const edit = () => navigate(links.logEngagement({ edit: engagement.id }));
  const logHeld = () => navigate(links.logEngagement({ edit: engagement.id, state: "held" }));
  const canReport = task !== undefined && state === "held";
  const close = () => setDoing(null);

  useCommands([
    { id: "engagement.edit", labelKey: "engagement.edit", keys: "e", run: edit },
    {
      id: "engagement.logHeld",
      labelKey: "engagement.logHeld",
      keys: "h",
      when: () => state === "planned",
      run: logHeld,
    },
    {
      id: "engagement.followUp",
      labelKey: "engagement.followUps.add",
      keys: "f",
      run: () => setDoing("followUp"),
    },
    {
      id: "engagement.answer",
      labelKey: "engagement.answer.record",
      keys: "a",
      when: () => state === "held",
      run: () => setDoing("answer"),
    },
    {
      id: "engagement.reported",
      labelKey: "engagement.reported.mark",
      keys: "r",
      when: () => canReport,
      run: () => setDoing("reported"),
    },
  ]);

  return (
    <div className={css["screen"]}>
      <PageHeader
        eyebrow={
          <>
            <Link to={links.engagements()} tone="plain">
              {t("engagements.title")}
            </Link>
            {directive !== undefined && (
              <>
                {" · "}
                <Link to={links.directive(directive.id, "engagements")} tone="plain">
                  <bdi>{directive.mrn || directive.subject}</bdi>
                </Link>
              </>
            )}
          </>
        }
        title={<EngagementTitle file={file} />}
        meta={<EngagementMeta file={file} />}
        actions={
          <>
            {state === "held" && (
              <MenuButton
                label={t("engagement.more")}
                actions={[
                  { id: "answer", label: t("engagement.answer.record"), keys: "a" },
                  ...(canReport
                    ? [{ id: "reported", label: t("engagement.reported.mark"), keys: "r" } as const]
                    : []),
                ]}
                onAction={setDoing}
              />
            )}
            <RecordMenu
              record={{ table: "engagements", id: engagement.id }}
              name={engagement.subject || t("record.engagements")}
              onMoved={() => navigate(links.engagements())}
            />
            <Button keys="f" onPress={() => setDoing("followUp")}>
              {t("engagement.followUps.add")}
            </Button>
            <Button keys="e" tone={state === "planned" ? "secondary" : "primary"} onPress={edit}>
              {t("engagement.edit")}
            </Button>
            {state === "planned" && (
              <Button keys="h" tone="primary" onPress={logHeld}>
                {t("engagement.logHeld")}
              </Button>
            )}
          </>
        }
      />
      <Split facts={<EngagementFacts file={file} />}>
        <EngagementWords
          file={file}
          onAnswer={() => setDoing("answer")}
          onReported={() => setDoing("reported")}
        />
      </Split>
      {doing === "answer" && <AnswerDialog file={file} onClose={close} />}
      {doing === "reported" && task !== undefined && (
        <ReportedDialog task={task} post={post} onClose={close} />
      )}
      {doing === "followUp" && (
        <FollowUpDialog
          start={{
            postId: engagement.postId,
            directiveId: engagement.directiveId,
            taskId: engagement.taskId,
            engagementId: engagement.id,
          }}
          posts={file.posts}
          directives={file.directives}
          onClose={close}
        />
      )}
    </div>
  );
}

/** "Meeting with Eleanor Hartwell-Pryce"; the subject where nobody is named. */
function EngagementTitle({ file }: { readonly file: EngagementFile }) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  const { type, theirs, subject } = file.engagement;
  const names = Object.values(theirs).map(({ name }) => name);
  const kind = enumText("engagementType", type);
  if (names.length > 0) return <bdi>{t("engagement.heading.with", { kind, names: formatList(names) })}</bdi>;
  return <bdi>{subject === "" ? kind : t("engagement.heading.about", { kind, subject })}</bdi>;
}

function EngagementMeta({ file }: { readonly file: EngagementFile }) {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { engagement, post } = file;
  const timeZone = zoneFrom(engagement.timeZone, post?.timeZone ?? "", settings.capitalTimeZone);
  return (
    <>
      <EngagementStateMark state={engagement.state} />
      {post !== undefined && (
        <Link to={links.post(post.id)}>
          <bdi>{post.name}</bdi>
        </Link>
      )}
      <span>{engagement.at === null ? t("engagements.noDay") : formatInstant(engagement.at, timeZone)}</span>
      <MarkingBadge marking={engagement.marking} />
      <ConflictBadge conflicts={engagement.conflicts} />
    </>
  );
}

export const engagementScreen = defineScreen({
  path: "/engagements/$engagementId",
  search,
  component: EngagementScreen,
});
