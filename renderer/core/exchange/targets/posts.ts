// A list of posts: one row a post, known again by its key, else by city, country and type together.
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import { groupBy } from "#core/lib/group-by.ts";
import { postTypes } from "#core/model/enums.ts";
import { type Post, posts as entity } from "#core/model/post.ts";
import { regionOf, telegraphicName } from "#core/rules/post-place.ts";
import type { Column } from "../column.ts";
import type { Values } from "../plan.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  { field: "externalId", kind: "text", headings: ["id", "post_id", "locale_id", "external_id", "key"] },
  { field: "name", kind: "text", headings: ["name", "post", "post_name"] },
  { field: "city", kind: "text", headings: ["city", "town", "location"] },
  {
    field: "country",
    kind: "text",
    headings: ["country", "current_territory", "territory", "host_country", "state"],
  },
  {
    field: "type",
    kind: "choice",
    headings: ["type", "post_type", "kind", "kind of post"],
    list: "postType",
    members: postTypes,
    names: { mission: "missionToOrganization" },
  },
  { field: "region", kind: "text", headings: ["region", "bureau"] },
  { field: "timeZone", kind: "text", headings: ["time_zone", "timezone", "tz"] },
  { field: "addressNames", kind: "list", headings: ["address_names", "telegraphic_name", "address"] },
  { field: "latitude", kind: "number", headings: ["latitude", "lat"], min: -90, max: 90 },
  { field: "longitude", kind: "number", headings: ["longitude", "lon", "long", "lng"], min: -180, max: 180 },
  { field: "openedOn", kind: "day", headings: ["opened_on", "opened", "valid_since", "since"] },
  { field: "closedOn", kind: "day", headings: ["closed_on", "closed", "valid_until", "until"] },
];

/** What a post is that nobody has said the kind of. */
const initialType = entity.fields.type.initial;

export const postsTarget: Target = {
  name: "posts",
  table: "posts",
  columns,
  needs: [["externalId", "name", "city"]],
  reads: ["posts"],
  asks: [],
  titleOf: (record) => (record as Post).name,
  open: ({ posts = [] }) => {
    const byKey = new Map(
      posts.flatMap((post) => (post.externalId ? [[post.externalId, post.id] as const] : [])),
    );
    const byPlace = groupBy(posts, placeKey);
    return {
      made: new Map(),
      read: (said, named) => {
        const values = named ? withoutOwn(said) : completed(withoutOwn(said));
        const title = asText(values["name"]) || (named === null ? "" : (named as Post).name);
        if (title === "") return { title, reasons: [reason("noName")] };
        const externalId = asText(values["externalId"]);
        const there = byPlace.get(placeKey(values)) ?? [];
        // A list that does not say what kind of post it is means the one that is there.
        const alike = there
          .filter(({ type }) => !("type" in values) || type === values["type"])
          .map(({ id }) => id);
        const known = byKey.get(externalId) ?? (alike.length === 1 ? alike[0] : undefined);
        return {
          title,
          scope: "all",
          key: externalId || `${placeKey(values)}|${asText(values["type"] ?? initialType)}`,
          same: known ?? null,
          possible: known === undefined ? alike : [],
          valuesFor: () => values,
          makes: [],
          doubts: [],
        };
      },
    };
  },
};

function withoutOwn({ id: _id, version: _version, revised: _revised, ...said }: Values): Values {
  return said;
}

/** What a list leaves out and the rest of the row tells. */
function completed(said: Values): Values {
  const values: Record<string, unknown> = { ...said };
  values["city"] ??= typeof values["externalId"] === "string" ? cityFromKey(values["externalId"]) : "";
  values["name"] ??= values["city"];
  values["city"] ||= values["name"];
  const region = regionOf(asText(values["country"]));
  if (region) values["region"] ??= region;
  const address = telegraphicName(asText(values["city"]));
  if (address) values["addressNames"] ??= [address];
  return values;
}

function placeKey(post: Values | Post): string {
  const { city, country } = post as Values;
  return [city, country].map((part) => folded(asText(part))).join("|");
}

/** "la-paz" as a person would write it, for lists that leave the city blank. */
function cityFromKey(key: string): string {
  return key
    .split("-")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
