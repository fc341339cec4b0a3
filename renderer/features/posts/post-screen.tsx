// One post: its facts, what is open there by when it is due, and what has happened.
import { type ReactNode, useMemo, useState } from "react";
import { z } from "zod";
import type { FollowUp } from "#core/model/follow-up.ts";
import { agendaByGroup, agendaOf } from "#core/rules/agenda.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import { latestHeld } from "#core/rules/post-summary.ts";
import { timelineKinds } from "#core/rules/post-timeline.ts";
import { taskLines } from "#core/rules/task-line.ts";
import { allDirectives } from "#data/directives.ts";
import { type PostFile, postFile } from "#data/post-file.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Section } from "#ui/layout/section.tsx";
import { Split } from "#ui/layout/split.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { AgendaLine } from "../parts/agenda-line.tsx";
import { Attachments } from "../parts/attachments.tsx";
import { CompleteDialog } from "../parts/complete-dialog.tsx";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useDeskClock } from "../parts/desk-clock.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { FollowUpDialog } from "../parts/follow-up-dialog.tsx";
import { Ready } from "../parts/ready.tsx";
import { RecordMenu } from "../parts/record-menu.tsx";
import { PostFacts } from "./post-facts.tsx";
import css from "./post-screen.module.css";
import { PostTimeline } from "./post-timeline.tsx";

const searchSchema = z.object({ show: z.enum(["all", ...timelineKinds]).catch("all") });
type Props = ScreenProps<"/posts/$postId", z.infer<typeof searchSchema>>;

function PostScreen(props: Props): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { postId } = props.params;
  const live = useLive(postFile(postId), [postId]);
  return (
    <Ready live={live}>
      {(file) =>
        file === undefined ? (
          <EmptyState actions={<Button onPress={() => navigate(links.posts())}>{t("post.toPosts")}</Button>}>
            {t("post.missing")}
          </EmptyState>
        ) : (
          <OpenPost file={file} {...props} />
        )
      }
    </Ready>
  );
}

function OpenPost({ file, search, setSearch }: Props & { readonly file: PostFile }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const navigate = useNavigate();
  const [completing, setCompleting] = useState<FollowUp | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { post } = file;
  const log = () => navigate(links.logEngagement({ post: post.id }));
  useCommands([
    { id: "post.log", labelKey: "post.log", keys: "n", run: log },
    { id: "post.followUp", labelKey: "post.addFollowUp", keys: "f", run: () => setAdding(true) },
  ]);
  return (
    <div className={css["screen"]}>
      <div className={css["head"]}>
        <PageHeader
          eyebrow={<Link to={links.posts()}>{t("posts.title")}</Link>}
          title={<bdi>{post.name}</bdi>}
          meta={
            <>
              <span>{enumText("postType", post.type)}</span>
              {post.country !== "" && <bdi>{post.country}</bdi>}
              {post.region !== "" && <span>{post.region}</span>}
              <ConflictBadge conflicts={post.conflicts} />
            </>
          }
          actions={
            <>
              <RecordMenu
                record={{ table: "posts", id: post.id }}
                name={post.name}
                keptBecause={file.tasks.length > 0 ? t("trash.post.hasTasks") : undefined}
                onMoved={() => navigate(links.posts())}
              />
              <Button keys="f" onPress={() => setAdding(true)}>
                {t("post.addFollowUp")}
              </Button>
              <Button tone="primary" keys="n" onPress={log}>
                {t("post.log")}
              </Button>
            </>
          }
        />
      </div>
      <Split facts={<PostFacts post={post} />} factsLabel={t("post.facts")}>
        <div className={css["record"]}>
          <PostAgenda file={file} onComplete={setCompleting} />
          <Attachments record={{ table: "posts", id: post.id }} scope={post.scope} />
          <PostTimeline file={file} kind={search.show} onKindChange={(show) => setSearch({ show })} />
        </div>
      </Split>
      {completing !== null && <CompleteDialog followUps={[completing]} onClose={() => setCompleting(null)} />}
      {isAdding && <AddFollowUp file={file} onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddFollowUp({
  file,
  onClose,
}: {
  readonly file: PostFile;
  readonly onClose: () => void;
}): ReactNode {
  const directives = useLive(allDirectives, []);
  if (directives.state !== "ready") return null;
  return (
    <FollowUpDialog
      posts={[file.post]}
      directives={directives.value}
      start={{ postId: file.post.id }}
      onClose={onClose}
    />
  );
}

interface PostAgendaProps {
  readonly file: PostFile;
  readonly onComplete: (followUp: FollowUp) => void;
}

function PostAgenda({ file, onComplete }: PostAgendaProps): ReactNode {
  const { t } = useText();
  const clock = useDeskClock();
  const host = hostOf(file.post, clock.capitalTimeZone);
  const today = dayIn(clock.now, host.timeZone);
  const groups = useMemo(
    () =>
      agendaByGroup(
        agendaOf({ ...file, lines: taskLines(file, clock) }, hostOf(file.post, clock.capitalTimeZone), clock),
      ),
    [file, clock],
  );
  return (
    <Section title={t("post.agenda")}>
      {groups.length === 0 ? (
        <NothingOpen file={file} />
      ) : (
        groups.map(({ group, entries }) => (
          <section key={group} className={css["group"]}>
            <h3 className={css["groupTitle"]}>
              {t(`agenda.group.${group}`)} <span className={css["muted"]}>{entries.length}</span>
            </h3>
            <ul>
              {entries.map((entry) => (
                <AgendaLine key={entry.key} entry={entry} today={today} onComplete={onComplete} />
              ))}
            </ul>
          </section>
        ))
      )}
    </Section>
  );
}

function NothingOpen({ file }: { readonly file: PostFile }): ReactNode {
  const { t, formatDay } = useText();
  const clock = useDeskClock();
  const last = latestHeld(file.engagements, clock.now);
  if (last?.at == null) return <p className={css["muted"]}>{t("post.nothingOpen")}</p>;
  const who = Object.values(last.theirs)[0]?.name ?? "";
  return (
    <p className={css["muted"]}>
      {t(who === "" ? "post.nothingOpen.last" : "post.nothingOpen.lastWith", {
        day: formatDay(dayIn(last.at, zoneFrom(last.timeZone, file.post.timeZone, clock.capitalTimeZone))),
        who,
      })}{" "}
      <Link to={links.engagement(last.id)}>{t("post.nothingOpen.open")}</Link>
    </p>
  );
}

export const postScreen = defineScreen({
  path: "/posts/$postId",
  search: searchSchema,
  component: PostScreen,
});
