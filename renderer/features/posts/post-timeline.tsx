// What has happened at a post, latest first, narrowed by kind.
import { type ReactNode, useState } from "react";
import type { PostFile } from "#data/post-file.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import {
  postTimeline,
  type TimelineEntry,
  type TimelineKind,
  timelineKinds,
} from "#core/rules/post-timeline.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./post-screen.module.css";

const looks: Readonly<Record<TimelineKind, { readonly shape: Shape; readonly tone: Tone }>> = {
  meetings: { shape: "full-circle", tone: "neutral" },
  papers: { shape: "square", tone: "neutral" },
  followUps: { shape: "check", tone: "neutral" },
  positions: { shape: "diamond", tone: "neutral" },
};

/** As many as are read at a glance; the rest at a press. */
const firstShown = 20;

export interface PostTimelineProps {
  readonly file: PostFile;
  readonly kind: TimelineKind | "all";
  readonly onKindChange: (kind: TimelineKind | "all") => void;
}

export function PostTimeline({ file, kind, onKindChange }: PostTimelineProps): ReactNode {
  const { t } = useText();
  const { settings } = useWorkspace();
  const [isWhole, setWhole] = useState(false);
  const entries = postTimeline(file, hostOf(file.post, settings.capitalTimeZone));
  const counts = (of: TimelineKind): number => entries.filter((entry) => entry.kind === of).length;
  const shown = kind === "all" ? entries : entries.filter((entry) => entry.kind === kind);
  const visible = isWhole ? shown : shown.slice(0, firstShown);
  return (
    <Section
      title={t("post.timeline")}
      actions={
        <ToggleButtonGroup
          label={t("post.timeline.filter")}
          size="small"
          options={[
            { id: "all" as const, label: t("post.timeline.all", { count: entries.length }) },
            ...timelineKinds.map((id) => ({ id, label: t(`post.timeline.${id}`, { count: counts(id) }) })),
          ]}
          value={kind}
          onChange={onKindChange}
        />
      }
    >
      {shown.length === 0 ? (
        <p className={css["muted"]}>
          {t(kind === "all" ? "post.timeline.none" : "post.timeline.noneOfKind")}
        </p>
      ) : (
        <ol className={css["timeline"]}>
          {visible.map((entry) => (
            <TimelineLine key={entry.key} entry={entry} file={file} />
          ))}
        </ol>
      )}
      {visible.length < shown.length && (
        <Button tone="quiet" size="small" onPress={() => setWhole(true)}>
          {t("post.timeline.more", { count: shown.length - visible.length })}
        </Button>
      )}
    </Section>
  );
}

function TimelineLine({
  entry,
  file,
}: {
  readonly entry: TimelineEntry;
  readonly file: PostFile;
}): ReactNode {
  const { t, formatDay } = useText();
  return (
    <li className={css["event"]}>
      <span className={css["eventDay"]}>
        {entry.on === null ? (
          <span className={css["muted"]}>{t("post.timeline.undated")}</span>
        ) : (
          <time dateTime={entry.on}>{formatDay(entry.on)}</time>
        )}
      </span>
      <span className={css["eventKind"]}>
        <StateMark {...looks[entry.kind]} label={t(`post.timeline.one.${entry.matter.table}`)} isPlain />
      </span>
      <span className={css["eventWhat"]}>
        <EventWords entry={entry} file={file} />
      </span>
    </li>
  );
}

function EventWords({ entry, file }: { readonly entry: TimelineEntry; readonly file: PostFile }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const nameOf = (id: string | null): string => file.counterparts.find((row) => row.id === id)?.name ?? "";
  const { matter } = entry;
  switch (matter.table) {
    case "engagements": {
      const { row } = matter;
      const names = Object.values(row.theirs).map(({ name }) => name);
      const details = [
        row.state === "notHeld" ? t("post.timeline.notHeld", { reason: row.notHeldReason || "–" }) : "",
        ...names,
        row.reaction === null ? "" : enumText("reaction", row.reaction),
      ];
      return (
        <>
          <Link to={links.engagement(row.id)} tone="plain">
            <bdi>{row.subject || enumText("engagementType", row.type)}</bdi>
          </Link>
          <More words={details} />
        </>
      );
    }
    case "documents": {
      const { row } = matter;
      const name = <bdi>{row.name}</bdi>;
      return (
        <>
          {row.engagementId === null ? (
            name
          ) : (
            <Link to={links.engagement(row.engagementId)} tone="plain">
              {name}
            </Link>
          )}
          <More words={[enumText("documentKind", row.kind), row.from]} />
        </>
      );
    }
    case "followUps":
      return (
        <>
          <bdi>{matter.row.what}</bdi>
          <More words={[enumText("followUpStatus", matter.row.status), matter.row.outcome]} />
        </>
      );
    case "responses": {
      const { row } = matter;
      const words = enumText("responseCategory", row.category);
      return (
        <>
          {row.engagementId === null ? (
            words
          ) : (
            <Link to={links.engagement(row.engagementId)} tone="plain">
              {words}
            </Link>
          )}
          <More
            words={[
              nameOf(row.counterpartId),
              row.quote === "" ? row.text : t("post.quote", { text: row.quote }),
            ]}
          />
        </>
      );
    }
    case "positions": {
      const { row } = matter;
      return (
        <>
          <bdi>
            {t("post.timeline.stance", {
              who: nameOf(row.counterpartId) || row.country,
              stance: enumText("stance", row.stance),
            })}
          </bdi>
          <More
            words={[
              enumText("positionBasis", row.basis),
              row.baseline ? t("post.timeline.baseline") : "",
              row.quote === "" ? row.note : t("post.quote", { text: row.quote }),
            ]}
          />
        </>
      );
    }
  }
}

function More({ words }: { readonly words: readonly string[] }): ReactNode {
  const said = words.filter((word) => word !== "").join(" · ");
  return said === "" ? null : <bdi className={css["more"]}>{said}</bdi>;
}
