// Officials a post deals with, each with the office they hold and the body it belongs to.
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import { groupBy } from "#core/lib/group-by.ts";
import type { Change } from "#core/log/change.ts";
import type { Counterpart, Office } from "#core/model/counterpart.ts";
import { levels, markings } from "#core/model/enums.ts";
import type { Post } from "#core/model/post.ts";
import { postScope } from "#core/model/scope.ts";
import { keptById } from "#core/rules/merged.ts";
import type { Column } from "../column.ts";
import type { Values } from "../plan.ts";
import { OwnKeys } from "../own-keys.ts";
import { PeopleRefs, personKey, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  {
    field: "name",
    kind: "text",
    headings: ["name", "full name", "display name", "fn", "official", "contact"],
  },
  {
    field: "givenName",
    kind: "text",
    headings: ["first name", "given name", "forename", "prenom", "n given"],
  },
  { field: "familyName", kind: "text", headings: ["last name", "family name", "surname", "nom", "n family"] },
  {
    field: "nativeName",
    kind: "text",
    headings: ["native name", "name in own script", "own script", "native", "fn in own script"],
  },
  {
    field: "position",
    kind: "text",
    headings: ["position", "office", "title", "job title", "role", "function", "fonction"],
  },
  {
    field: "organization",
    kind: "text",
    headings: ["organization", "organisation", "ministry", "body", "company", "employer", "agency", "org"],
  },
  {
    field: "level",
    kind: "choice",
    headings: ["level", "rank"],
    list: "level",
    members: levels,
  },
  { field: "post", kind: "text", headings: ["post", "embassy", "mission"] },
  { field: "country", kind: "text", headings: ["country", "pays", "nation", "adr country"] },
  { field: "languages", kind: "list", headings: ["languages", "language", "langues", "lang"] },
  {
    field: "phones",
    kind: "list",
    headings: [
      "phones",
      "phone",
      "telephone",
      "phone number",
      "tel",
      "mobile",
      "mobile phone",
      "business phone",
    ],
  },
  {
    field: "emails",
    kind: "list",
    headings: ["emails", "email", "e-mail address", "e-mail", "email address", "mail"],
  },
  { field: "tags", kind: "list", headings: ["tags", "categories", "labels"] },
  {
    field: "sensitivity",
    kind: "choice",
    headings: ["sensitivity", "classification"],
    list: "marking",
    members: markings,
  },
  {
    field: "protocolNote",
    kind: "prose",
    headings: ["protocol note", "protocol", "note", "notes", "remarks"],
  },
  { field: "externalId", kind: "text", headings: ["id", "key", "uid", "contact id", "external id"] },
];

/** Fields that are read as they stand. */
const plain = ["nativeName", "country", "languages", "phones", "emails", "sensitivity", "protocolNote"];

export const counterpartsTarget: Target = {
  name: "counterparts",
  table: "counterparts",
  columns,
  needs: [["name", "givenName", "familyName", "nativeName"]],
  reads: ["counterparts", "organizations", "posts"],
  asks: ["post"],
  titleOf: (record) => (record as Counterpart).name,
  open: ({ counterparts = [], organizations = [], posts = [] }, { postId }, newId) => {
    const postRefs = new PostRefs(posts, postId);
    const people = new PeopleRefs(counterparts);
    const keys = new OwnKeys(counterparts);
    const kept = keptById(counterparts);
    const bodies = new Bodies(organizations, newId);
    return {
      made: bodies.made,
      read: (said, named) => {
        const uid = keys.read(said["externalId"]);
        const found = uid.record && (kept.get(uid.record.id) ?? uid.record);
        const record = (named as Counterpart | null) ?? found;
        const name = nameOf(said) || (record?.name ?? "");
        if (name === "") return { title: asText(said["nativeName"]), reasons: [reason("noPersonName")] };
        const post = postRefs.of(said, record?.postId);
        if (!post.ok) return { title: name, reasons: [post.reason] };
        const body = bodies.of(asText(said["organization"]), asText(said["country"]), post.value);
        const fields = {
          name,
          ...Object.fromEntries(plain.flatMap((field) => (field in said ? [[field, said[field]]] : []))),
          ...uid.values,
        };
        const tags = Object.fromEntries(
          ((said["tags"] ?? []) as string[]).map((tag) => [`tags/${tag}`, true]),
        );
        const ofPost = { postId: post.value.id, country: post.value.country };
        const officeId = newId();
        return {
          title: name,
          scope: postScope(post.value.id),
          key: uid.key || [personKey(name), folded(asText(said["organization"])), post.value.id].join("|"),
          same: found?.id ?? null,
          possible: people.named(name, asText(said["nativeName"])).map(({ id }) => id),
          valuesFor: (known) => ({
            ...(known === null ? { ...ofPost, ...fields } : fields),
            ...tags,
            ...officeValues(known as Counterpart | null, said, body, officeId),
          }),
          makes: body !== null && bodies.made.has(body) ? [body] : [],
          doubts: [],
        };
      },
    };
  },
};

function nameOf(said: Values): string {
  const whole = asText(said["name"]);
  if (whole !== "") return whole;
  const parts = [said["givenName"], said["familyName"]].map(asText).filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : asText(said["nativeName"]);
}

/** The office a row names: one that is held already, or a new one. Offices are never taken away by a list. */
function officeValues(
  record: Counterpart | null,
  said: Values,
  organizationId: string | null,
  officeId: string,
): Values {
  const title = asText(said["position"]);
  if (title === "" && organizationId === null) return {};
  const level = (said["level"] ?? null) as Office["level"];
  const held = Object.entries(record?.offices ?? {}).find(
    ([, office]) =>
      (title === "" || folded(office.title) === folded(title)) &&
      (organizationId === null || office.organizationId === organizationId),
  );
  if (held === undefined)
    return { [`offices/${officeId}`]: { title, organizationId, level, fromOn: null, toOn: null } };
  const [id, office] = held;
  return { [`offices/${id}`]: { ...office, level: level ?? office.level } };
}

/** Bodies by name and country: those known, and those that rows bring. */
class Bodies {
  readonly made = new Map<string, Change>();
  readonly #byName: Map<string, readonly string[]>;
  readonly #newId: () => string;

  constructor(
    organizations: readonly { readonly id: string; readonly name: string; readonly country: string }[],
    newId: () => string,
  ) {
    this.#newId = newId;
    const groups = groupBy(organizations, ({ name, country }) => bodyKey(name, country));
    this.#byName = new Map([...groups].map(([key, some]) => [key, some.map(({ id }) => id)]));
  }

  /** Id of the body, made for the post where none has that name there; null where the row names none. */
  of(name: string, country: string, post: Post): string | null {
    if (name === "") return null;
    const where = country || post.country;
    const [known] = this.#byName.get(bodyKey(name, where)) ?? [];
    if (known !== undefined) return known;
    const id = this.#newId();
    this.made.set(id, {
      table: "organizations",
      id,
      scope: postScope(post.id),
      values: { name, kind: "ministry", country: where },
    });
    this.#byName.set(bodyKey(name, where), [id]);
    return id;
  }
}

function bodyKey(name: string, country: string): string {
  return `${folded(name)}|${folded(country)}`;
}
