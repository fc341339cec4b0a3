// Contacts with a host: one row a meeting or call, with the people who took part.
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import { remembered } from "#core/lib/remembered.ts";
import { groupBy } from "#core/lib/group-by.ts";
import {
  askOutcomes,
  engagementStates,
  engagementTypes,
  levels,
  markings,
  reactions,
  writtenMaterials,
} from "#core/model/enums.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Post } from "#core/model/post.ts";
import { postScope } from "#core/model/scope.ts";
import { dayIn, instantAt, isTimeZone, zoneFrom } from "#core/rules/calendar.ts";
import type { Column } from "../column.ts";
import type { Reason, Values } from "../plan.ts";
import type { Moment } from "../read-cell.ts";
import { DirectiveRefs, PeopleRefs, personKey, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  { field: "post", kind: "text", headings: ["post", "embassy", "mission"] },
  { field: "at", kind: "instant", headings: ["at", "date", "day", "when", "date and time", "start"] },
  { field: "time", kind: "time", headings: ["time", "hour"] },
  { field: "subject", kind: "text", headings: ["subject", "topic", "summary"] },
  {
    field: "theirs",
    kind: "list",
    headings: ["theirs", "their side", "with", "counterpart", "counterparts", "official", "officials"],
  },
  { field: "ours", kind: "list", headings: ["ours", "our side", "for us", "our participants"] },
  { field: "directive", kind: "text", headings: ["directive", "case", "reference", "mrn"] },
  {
    field: "type",
    kind: "choice",
    headings: ["type", "kind"],
    list: "engagementType",
    members: engagementTypes,
  },
  {
    field: "state",
    kind: "choice",
    headings: ["state", "status"],
    list: "engagementState",
    members: engagementStates,
  },
  { field: "place", kind: "text", headings: ["place", "location", "venue"] },
  {
    field: "levelReached",
    kind: "choice",
    headings: ["level reached", "level"],
    list: "level",
    members: levels,
  },
  { field: "language", kind: "text", headings: ["language"] },
  {
    field: "instrument",
    kind: "choice",
    headings: ["instrument", "paper", "paper handed over"],
    list: "writtenMaterial",
    members: writtenMaterials,
  },
  { field: "reaction", kind: "choice", headings: ["reaction"], list: "reaction", members: reactions },
  {
    field: "askOutcome",
    kind: "choice",
    headings: ["answer", "ask outcome", "answer to the ask"],
    list: "askOutcome",
    members: askOutcomes,
  },
  { field: "report", kind: "prose", headings: ["report", "what was said", "record", "notes"] },
  { field: "comment", kind: "prose", headings: ["comment"] },
  {
    field: "marking",
    kind: "choice",
    headings: ["marking", "classification"],
    list: "marking",
    members: markings,
  },
];

/** Fields that are read as they stand. */
const plain = [
  "subject",
  "type",
  "state",
  "place",
  "levelReached",
  "language",
  "instrument",
  "reaction",
  "askOutcome",
  "report",
  "comment",
  "marking",
];

export const engagementsTarget: Target = {
  name: "engagements",
  table: "engagements",
  columns,
  needs: [["at"], ["subject", "theirs"]],
  reads: ["engagements", "counterparts", "posts", "directives"],
  asks: ["post", "directive"],
  titleOf: (record) => titleOf(record as Engagement),
  open: ({ engagements = [], counterparts = [], posts = [], directives = [] }, defaults, newId) => {
    const postRefs = new PostRefs(posts, defaults.postId);
    const postById = new Map(posts.map((post) => [post.id, post]));
    const directiveRefs = new DirectiveRefs(directives, defaults.directiveId);
    const people = new PeopleRefs(counterparts);
    const zoneOf = (post: Pick<Post, "timeZone"> | undefined, own = "") =>
      zoneFrom(own, post?.timeZone ?? "", defaults.timeZone);
    const alike = groupBy(engagements, (one) => {
      const zone = zoneOf(postById.get(one.postId ?? ""), one.timeZone);
      const names = Object.values(one.theirs).map(({ name }) => name);
      return keyOf(one.postId ?? "", one.at === null ? "" : dayIn(one.at, zone), one.subject, names);
    });
    return {
      made: new Map(),
      read: (said, named) => {
        const record = named as Engagement | null;
        const names = (said["theirs"] ?? []) as readonly string[];
        const title = titleFrom(asText(said["subject"]), names) || (record === null ? "" : titleOf(record));
        const moment = (said["at"] as Moment | undefined) ?? null;
        if (title === "" && record === null) return { title, reasons: [reason("noSubject")] };
        if (moment === null && record === null) return { title, reasons: [reason("noDay")] };
        const post = postRefs.of(said, record?.postId);
        const directive = directiveRefs.of(said, record?.directiveId);
        const reasons = [post, directive].flatMap((one) => (one.ok ? [] : [one.reason]));
        if (!post.ok || !directive.ok) return { title, reasons };
        const { id: postId, timeZone } = post.value;
        const at = moment === null ? null : instantOf(moment, said["time"], zoneOf(post.value));
        const key = keyOf(postId, moment?.day ?? "", asText(said["subject"]), names);
        const theirs = participants(names, people, postId);
        const fields = Object.fromEntries(
          plain.flatMap((field) => (field in said ? [[field, said[field]]] : [])),
        );
        const ours = Object.fromEntries(
          ((said["ours"] ?? []) as readonly string[]).map((name) => [newId(), { name, rank: "" }]),
        );
        return {
          title,
          scope: postScope(postId),
          key,
          same: null,
          possible: (alike.get(key) ?? []).map(({ id }) => id),
          valuesFor: (row) => {
            const known = row as Engagement | null;
            const own = known === null ? { postId, directiveId: directive.value?.id ?? null } : {};
            return {
              ...own,
              ...("directive" in said ? { directiveId: directive.value?.id ?? null } : {}),
              ...sameMoment(known, moment, at, isTimeZone(timeZone) ? timeZone : ""),
              ...fields,
              ...newOnes(
                "theirs",
                known?.theirs,
                theirs.map(({ id, name }) => [id ?? newId(), { name, title: "" }]),
              ),
              ...newOnes("ours", known?.ours, Object.entries(ours)),
            };
          },
          makes: [],
          doubts: theirs.flatMap(({ doubt }) => doubt ?? []),
        };
      },
    };
  },
};

function titleOf({ subject, theirs }: Engagement): string {
  return titleFrom(
    subject,
    Object.values(theirs).map(({ name }) => name),
  );
}

function titleFrom(subject: string, names: readonly string[]): string {
  return subject || names.join("; ");
}

function keyOf(postId: string, day: string, subject: string, names: readonly string[]): string {
  return [postId, day, folded(subject), names.map(personKey).toSorted().join(",")].join("|");
}

/** Lists hold many meetings of the same hour. */
const hourThere = remembered((day: string, time: string, zone: string) => instantAt(day, time, zone) ?? "");

/** A day without a clock is noon at the post: the day stays the same in every zone that reads it. */
function instantOf({ day, time, offset }: Moment, clock: unknown, zone: string): string {
  if (offset !== null && time !== null) return Temporal.Instant.from(`${day}T${time}${offset}`).toString();
  return hourThere(day, time ?? (typeof clock === "string" ? clock : "12:00"), zone);
}

/** A list that names only the day does not move a meeting whose hour is known. */
function sameMoment(
  known: Engagement | null,
  moment: Moment | null,
  at: string | null,
  timeZone: string,
): Values {
  if (moment === null) return {};
  if (known === null) return { at, timeZone };
  const zone = zoneFrom(known.timeZone, timeZone);
  const isSameDay = known.at !== null && dayIn(known.at, zone) === moment.day;
  const isSameInstant = at !== null && known.at !== null && Date.parse(at) === Date.parse(known.at);
  return isSameInstant || (moment.time === null && isSameDay) ? {} : { at };
}

interface Participant {
  readonly id: string | null;
  readonly name: string;
  readonly doubt: Reason | null;
}

/** People the post knows by exactly that name; one of several is never guessed, and a name nobody bears stays a name. */
function participants(names: readonly string[], people: PeopleRefs, postId: string): readonly Participant[] {
  return names.map((name) => {
    const here = people.named(name).filter((person) => person.postId === postId);
    const [only] = here;
    if (here.length > 1)
      return { id: null, name, doubt: reason("severalPeople", { name, count: here.length }) };
    return { id: only?.id ?? null, name, doubt: null };
  });
}

/** Participants a record does not name yet, key by key. */
function newOnes(
  field: "theirs" | "ours",
  held: Readonly<Record<string, { readonly name: string }>> | undefined,
  given: readonly (readonly [id: string, value: { readonly name: string }])[],
): Values {
  const names = new Set(Object.values(held ?? {}).map(({ name }) => personKey(name)));
  return Object.fromEntries(
    given.flatMap(([id, value]) =>
      names.has(personKey(value.name)) || Object.hasOwn(held ?? {}, id) ? [] : [[`${field}/${id}`, value]],
    ),
  );
}
