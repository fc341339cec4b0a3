// The fields of one card, as cells. Addresses in it are text: none is ever followed.
import type { Component, Property } from "./content-lines.ts";
import { allOf, plainOf, typesOf, type ValueReader } from "./property-value.ts";
import { stampOf } from "./stamp.ts";

export const cardHeadings = [
  "FN",
  "N given",
  "N family",
  "FN in own script",
  "TITLE",
  "ORG",
  "ORG unit",
  "ROLE",
  "TEL",
  "EMAIL",
  "LANG",
  "CATEGORIES",
  "ADR country",
  "ADR",
  "NICKNAME",
  "BDAY",
  "URL",
  "NOTE",
  "UID",
  "REV",
] as const;

/** A field of one line; a value may hold several. */
function line(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}

function isLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name);
}

/** Throws `UnreadableValue`. */
export function cardCells(card: Component, values: ValueReader): ReadonlyMap<string, string> {
  const all = (name: string): readonly string[] =>
    allOf(card, name)
      .map((property) => values.text(property).trim())
      .filter(Boolean);
  const first = (name: string): string => line(all(name)[0] ?? "");
  const parts = (name: string): readonly string[] => {
    const [property] = allOf(card, name);
    return property ? values.parts(property, ";").map(line) : [];
  };
  const [family = "", given = "", additional = "", prefix = "", suffix = ""] = parts("N").map(spaced);
  const { name, native } = namesIn(all("FN").map(line));
  const [body = "", ...units] = parts("ORG");
  const address = parts("ADR");
  return new Map<(typeof cardHeadings)[number], string>([
    ["FN", name || [prefix, given, additional, family, suffix].filter(Boolean).join(" ")],
    ["N given", [given, additional].filter(Boolean).join(" ")],
    ["N family", family],
    ["FN in own script", native],
    ["TITLE", first("TITLE") || first("ROLE")],
    ["ORG", body],
    ["ORG unit", units.filter(Boolean).join(", ")],
    ["ROLE", first("ROLE")],
    ["TEL", listCell(allOf(card, "TEL").map((property) => phoneOf(property, values.text(property))))],
    ["EMAIL", listCell(all("EMAIL").map((text) => text.replace(/^mailto:/i, "")))],
    ["LANG", listCell(languagesIn(card, values))],
    ["CATEGORIES", listCell(allOf(card, "CATEGORIES").flatMap((property) => values.parts(property, ",")))],
    ["ADR country", address[6] ?? ""],
    ["ADR", address.filter(Boolean).join(", ")],
    ["NICKNAME", first("NICKNAME")],
    ["BDAY", first("BDAY")],
    ["URL", first("URL")],
    ["NOTE", all("NOTE").join("\n\n")],
    ["UID", first("UID")],
    ["REV", stampOf(plainOf(card, "REV"))],
  ]);
}

/** Several additional names or titles stand parted by commas. */
function spaced(text: string): string {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ");
}

/** Cells hold lists parted by semicolons; one that belongs to a value stands behind a backslash. */
export function listCell(values: readonly string[]): string {
  const plain = values.map((value) => value.replaceAll(/\s+/g, " ").trim().replaceAll(";", "\\;"));
  return [...new Set(plain)].filter(Boolean).join("; ");
}

/** The name in Latin letters, and the one in another script where a card gives both. */
function namesIn(names: readonly string[]): { readonly name: string; readonly native: string } {
  const name = names.find(isLatin) ?? names[0] ?? "";
  return { name, native: names.find((other) => other !== name && !isLatin(other)) ?? "" };
}

/** Kinds of number that matter to whoever dials it. */
const phoneKinds = ["fax", "cell", "pager", "textphone"] as const;

function phoneOf(property: Property, text: string): string {
  const number = text
    .trim()
    .replace(/^tel:/i, "")
    .replace(/;ext=/i, " ext. ")
    .replace(/;phone-context=[^;]*/i, "");
  const types = typesOf(property);
  const kind = phoneKinds.find((one) => types.has(one));
  return number === "" || kind === undefined ? number : `${number} (${kind})`;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Language tags by their English names; what is no tag as it stands. */
function languagesIn(card: Component, values: ValueReader): readonly string[] {
  const said = [...allOf(card, "LANG"), ...allOf(card, "X-CHANCERY-LANGUAGE")];
  const ranked = said.toSorted((a, b) => prefOf(a) - prefOf(b));
  return ranked.map((property) => {
    const text = values.text(property).trim();
    if (property.name !== "LANG" || !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(text)) return text;
    try {
      return languageNames.of(text) ?? text;
    } catch {
      return text;
    }
  });
}

function prefOf({ params }: Property): number {
  return Number(params.get("PREF")?.[0] ?? 101) || 101;
}
