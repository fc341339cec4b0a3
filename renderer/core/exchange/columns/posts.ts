// How a list of posts is read: one row a post, known again by its key.
import { folded } from "#core/lib/fold-text.ts";
import { type Column, readChoice, readDay, readList, readNumber, readText } from "../column.ts";
import regions from "../regions.json" with { type: "json" };

const typeNames = {
  embassy: "embassy",
  "consulate general": "consulateGeneral",
  consulateGeneral: "consulateGeneral",
  consulate: "consulate",
  "consular agency": "consularAgency",
  "branch office": "branchOffice",
  "mission to organization": "missionToOrganization",
  mission: "missionToOrganization",
  "interests section": "interestsSection",
  "liaison office": "liaisonOffice",
};

export const postColumns: readonly Column[] = [
  { field: "externalId", headings: ["id", "post_id", "locale_id", "external_id", "key"], read: readText },
  { field: "name", headings: ["name", "post", "post_name"], read: readText },
  { field: "city", headings: ["city", "town", "location"], read: readText },
  {
    field: "country",
    headings: ["country", "current_territory", "territory", "host_country", "state"],
    read: readText,
  },
  { field: "type", headings: ["type", "post_type", "kind"], read: readChoice(typeNames) },
  { field: "region", headings: ["region", "bureau"], read: readText },
  { field: "timeZone", headings: ["time_zone", "timezone", "tz"], read: readText },
  { field: "addressNames", headings: ["address_names", "telegraphic_name", "address"], read: readList },
  { field: "latitude", headings: ["latitude", "lat"], read: readNumber(-90, 90) },
  { field: "longitude", headings: ["longitude", "lon", "long", "lng"], read: readNumber(-180, 180) },
  { field: "openedOn", headings: ["opened_on", "opened", "valid_since", "since"], read: readDay },
  { field: "closedOn", headings: ["closed_on", "closed", "valid_until", "until"], read: readDay },
];

/** Region of a country by the table that ships with the app; an own `region` column in the file comes first. */
export function regionOf(country: string): string {
  const table: Readonly<Record<string, string>> = regions.byCountry;
  const key = folded(country).replace(/[^\p{L}]/gu, "");
  return Object.hasOwn(table, key) ? (table[key] ?? "") : "";
}

/** "la-paz" as a person would write it, for lists that leave the city blank. */
export function cityFromKey(key: string): string {
  return key
    .split("-")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The name a cable addresses the post by: upper case, without accents. */
export function telegraphicName(city: string): string {
  return folded(city)
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, "")
    .trim();
}
