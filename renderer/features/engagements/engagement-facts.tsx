// The facts of an engagement beside its words: when on both clocks, who, at what level, with what paper.
import { zoneFrom } from "#core/rules/calendar.ts";
import type { EngagementFile } from "#data/engagement-file.ts";
import { Link } from "#ui/controls/link.tsx";
import { type Fact, FactsList } from "#ui/display/facts-list.tsx";
import { Instant } from "#ui/display/time.tsx";
import { Panel } from "#ui/layout/panel.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { cityOf } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./engagement-screen.module.css";

function text(label: string, value: string): Fact | null {
  return value === "" ? null : { label, value: <bdi>{value}</bdi> };
}

export function EngagementFacts({ file }: { readonly file: EngagementFile }) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { engagement, post, directive, task } = file;
  const timeZone = zoneFrom(engagement.timeZone, post?.timeZone ?? "", settings.capitalTimeZone);
  const clock = { zone: timeZone, place: post?.city || cityOf(timeZone) };
  const capital = { zone: zoneFrom(settings.capitalTimeZone), place: settings.capitalName };
  const asked = task?.level ?? directive?.level ?? null;
  const word = (label: string, list: string, member: string | null): Fact | null =>
    member === null ? null : { label, value: enumText(list, member) };

  const facts: readonly (Fact | null)[] = [
    {
      label: t("engagement.when"),
      value:
        engagement.at === null ? (
          t("engagements.noDay")
        ) : (
          <Instant at={engagement.at} clock={clock} beneath={capital} />
        ),
    },
    text(t("engagement.notHeldReason"), engagement.notHeldReason),
    text(t("engagement.subject"), engagement.subject),
    text(t("engagement.place"), engagement.place),
    {
      label: t("engagement.theirs"),
      value: (
        <People
          people={Object.entries(engagement.theirs).map(([id, { name, title }]) => ({
            id,
            name,
            role: title,
          }))}
          linkOf={links.counterpart}
        />
      ),
    },
    {
      label: t("engagement.ours"),
      value: (
        <People
          people={Object.entries(engagement.ours).map(([id, { name, rank }]) => ({ id, name, role: rank }))}
        />
      ),
    },
    engagement.levelReached === null
      ? null
      : {
          label: t("engagement.levelReached"),
          value:
            asked === null || asked === "appropriate" || asked === engagement.levelReached
              ? enumText("level", engagement.levelReached)
              : t("engagement.levelAsked", {
                  reached: enumText("level", engagement.levelReached),
                  asked: enumText("level", asked),
                }),
        },
    { label: t("engagement.initiatedBy"), value: enumText("initiatedBy", engagement.initiatedBy) },
    text(t("engagement.language"), engagement.language),
    text(t("engagement.jointWith"), formatList(engagement.jointWith)),
    word(t("engagement.instrument"), "writtenMaterial", engagement.instrument),
    word(t("engagement.paper"), "paperFate", engagement.paper),
    word(t("engagement.reaction"), "reaction", engagement.reaction),
    word(t("engagement.askOutcome"), "askOutcome", engagement.askOutcome),
  ];
  return (
    <Panel>
      <div className={css["facts"]}>
        <FactsList facts={facts.flatMap((fact) => fact ?? [])} />
        <FactsList facts={useHistory(file, capital.zone)} />
      </div>
    </Panel>
  );
}

/** By more than a minute: the filing itself is no change. */
function isLater(at: string, than: string): boolean {
  return Temporal.Instant.from(than).until(at).total("seconds") > 60;
}

/** When it was logged, changed and reported: the dates of the record, on the capital's clock. */
function useHistory({ engagement, task }: EngagementFile, zone: string): Fact[] {
  const { t, formatInstant } = useText();
  const by = (at: string, who: string): string =>
    who === "" ? formatInstant(at, zone) : t("engagement.byWhom", { when: formatInstant(at, zone), who });
  const isChanged = engagement.loggedAt !== null && isLater(engagement.changedAt, engagement.loggedAt);
  return [
    ...(engagement.loggedAt === null
      ? []
      : [{ label: t("engagement.logged"), value: by(engagement.loggedAt, engagement.loggedBy) }]),
    ...(isChanged
      ? [{ label: t("engagement.changed"), value: by(engagement.changedAt, engagement.changedBy) }]
      : []),
    ...(task?.reportedAt
      ? [{ label: t("engagement.reported"), value: by(task.reportedAt, task.replyMrn) }]
      : []),
  ];
}

interface PeopleProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly linkOf?: (id: string) => string;
}

function People({ people, linkOf }: PeopleProps) {
  const { t } = useText();
  if (people.length === 0) return <span className={css["muted"]}>{t("engagement.nobody")}</span>;
  return (
    <ul className={css["people"]}>
      {people.map(({ id, name, role }) => (
        <li key={id}>
          {linkOf === undefined ? (
            <bdi>{name}</bdi>
          ) : (
            <Link to={linkOf(id)}>
              <bdi>{name}</bdi>
            </Link>
          )}
          {role !== "" && <bdi className={css["role"]}>{role}</bdi>}
        </li>
      ))}
    </ul>
  );
}
