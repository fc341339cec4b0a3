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
import { OwnKeys } from "../own-keys.ts";
import { instantFrom, type Moment } from "../read-cell.ts";
import { attendees } from "../attendees.ts";
import { DirectiveRefs, PeopleRefs, personKey, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  { field: "post", kind: "text", headings: ["post", "embassy", "mission"] },
  {
    field: "at",
    kind: "instant",
    headings: ["at", "date", "day", "when", "date and time", "start", "dtstart"],
  },
  { field: "time", kind: "time", headings: ["time", "hour"] },
  { field: "subject", kind: "text", headings: ["subject", "topic", "summary"] },
  {
    field: "theirs",
    kind: "list",
    headings: ["theirs", "their side", "with", "counterpart", "counterparts", "official", "officials"],
  },
  { field: "ours", kind: "list", headings: ["ours", "our side", "for us", "our participants"] },
  { field: "attendees", kind: "list", headings: ["attendee", "attendees"] },
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
    names: { cancelled: "notHeld", canceled: "notHeld" },
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
  { field: "comment", kind: "prose", headings: ["comment", "description"] },
  {
    field: "marking",
    kind: "choice",
    headings: ["marking", "classification"],
    list: "marking",
    members: markings,
  },
  { field: "externalId", kind: "text", headings: ["uid"] },
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
  titleOf: (record) => engagementTitle(record as Engagement),
  open: ({ engagements = [], counterparts = [], posts = [], directives = [] }, defaults, newId) => {
    const postRefs = new PostRefs(posts, defaults.postId);
    const postById = new Map(posts.map((post) => [post.id, post]));
    const directiveRefs = new DirectiveRefs(directives, defaults.directiveId);
    const keys = new OwnKeys(engagements);
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
      read: (said, named, unread) => {
        const uid = keys.read(said["externalId"]);
        const record = (named as Engagement | null) ?? uid.record;
        const names = (said["theirs"] ?? []) as readonly string[];
        const title =
          titleFrom(asText(said["subject"]), names) || (record === null ? "" : engagementTitle(record));
        const moment = (said["at"] as Moment | undefined) ?? null;
        if (title === "" && record === null) return { title, reasons: [reason("noSubject")] };
        if (moment === null && record === null)
          return { title, reasons: unread.has("at") ? [] : [reason("noDay")] };
        const post = postRefs.of(said, record?.postId);
        const directive = directiveRefs.of(said, record?.directiveId);
        const reasons = [post, directive].flatMap((one) => (one.ok ? [] : [one.reason]));
        if (!post.ok || !directive.ok) return { title, reasons };
        const { id: postId, timeZone } = post.value;
        const zone = zoneOf(post.value);
        const at = moment === null ? null : instantOf(moment, said["time"], zone);
        const day = moment === null ? "" : dayAt(moment, at, zone);
        const key = keyOf(postId, day, asText(said["subject"]), names);
        const theirs = participants(names, people, postId);
        const met = attendees((said["attendees"] ?? []) as readonly string[], people, post.value);
        const fields: Record<string, unknown> = {};
        for (const field of plain) if (field in said) fields[field] = said[field];
        const ours = [...((said["ours"] ?? []) as readonly string[]), ...met.ours].map(
          (name) => [newId(), { name, rank: "" }] as const,
        );
        return {
          title,
          scope: postScope(postId),
          key: uid.key || key,
          same: uid.record?.id ?? null,
          possible: (alike.get(key) ?? []).map(({ id }) => id),
          valuesFor: (row) => {
            const known = row as Engagement | null;
            const directiveId = directive.value?.id ?? null;
            // One object filled bit by bit: lists have many rows, and copies of copies are what planning them costs.
            const values: Record<string, unknown> = known === null ? { postId, directiveId } : {};
            if (known === null) Object.assign(values, stateOn(at, moment, defaults.now));
            Object.assign(values, uid.values);
            if ("directive" in said) values["directiveId"] = directiveId;
            Object.assign(
              values,
              sameMoment(known, moment, at, isTimeZone(timeZone) ? timeZone : ""),
              fields,
            );
            // A meeting without a subject leaves under the names of those it is with.
            if (known !== null && said["subject"] === engagementTitle(known))
              values["subject"] = known.subject;
            const given = [...theirs, ...met.theirs].map(
              ({ id, name }) => [id ?? newId(), { name, title: "" }] as const,
            );
            addNewOnes(values, "theirs", known?.theirs, given);
            addNewOnes(values, "ours", known?.ours, ours);
            return values;
          },
          makes: [],
          doubts: [...theirs, ...met.theirs].flatMap(({ doubt }) => doubt ?? []),
          notes: met.notes,
        };
      },
    };
  },
};

/** By its subject, else by those it is with. */
export function engagementTitle({ subject, theirs }: Engagement): string {
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
function instantOf(moment: Moment, clock: unknown, zone: string): string {
  if (moment.offset !== null) return instantFrom(moment, zone);
  return hourThere(moment.day, moment.time ?? (typeof clock === "string" ? clock : "12:00"), zone);
}

/** Only a moment that names a zone of its own can fall on another day there. */
function dayAt({ day, offset }: Moment, at: string | null, zone: string): string {
  return offset === null || at === null ? day : dayIn(at, zone);
}

/** What lies ahead is planned, unless a row says otherwise. */
function stateOn(at: string | null, moment: Moment | null, now: string): Values {
  if (at === null || moment === null || Date.parse(at) <= Date.parse(now)) return {};
  return { state: "planned" };
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
  const isSameInstant = at !== null && known.at !== null && minuteOf(at) === minuteOf(known.at);
  return isSameInstant || (moment.time === null && isSameDay) ? {} : { at };
}

/** Lists and calendars say no seconds. */
function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
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

/** Puts in participants a record does not name yet, key by key. */
function addNewOnes(
  values: Record<string, unknown>,
  field: "theirs" | "ours",
  held: Readonly<Record<string, { readonly name: string }>> = {},
  given: readonly (readonly [id: string, value: { readonly name: string }])[],
): void {
  const names = new Set(Object.values(held).map(({ name }) => personKey(name)));
  for (const [id, value] of given) {
    if (names.has(personKey(value.name)) || Object.hasOwn(held, id)) continue;
    values[`${field}/${id}`] = value;
  }
}
