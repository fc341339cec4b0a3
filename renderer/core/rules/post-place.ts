// What follows from where a post is: its region, and the name cables address it by.
import { folded } from "../lib/fold-text.ts";
import regions from "./regions.json" with { type: "json" };

/** Region of a country by the table that ships with the app; empty where the table does not know it. */
export function regionOf(country: string): string {
  const table: Readonly<Record<string, string>> = regions.byCountry;
  const key = folded(country).replace(/[^\p{L}]/gu, "");
  return Object.hasOwn(table, key) ? (table[key] ?? "") : "";
}

/** The name a cable addresses the post by: upper case, without accents. */
export function telegraphicName(city: string): string {
  return folded(city)
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, "")
    .trim();
}
