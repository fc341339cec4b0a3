// People as business cards: vCard 4.0. Each carries the key it is known by, so that a card that comes back is its person's.
import type { Counterpart } from "../model/counterpart.ts";
import type { HeldOffice } from "../rules/offices.ts";
import { contentLine, escaped, parameter, stamp } from "./content-line.ts";
import { keyOutside } from "./own-keys.ts";

export interface CardPerson {
  readonly counterpart: Counterpart;
  /** The office held today, and the body it belongs to. */
  readonly office: HeldOffice | null;
  readonly body: string;
}

/** Cards in the order given. `marking` stands on each: a card has no other place for it. */
export function cardsOf(people: readonly CardPerson[], marking: string): string {
  const tags = languageTags();
  return people.map((person) => cardOf(person, marking, tags)).join("");
}

/** Nothing where nothing is said. */
function line(head: string, value: string): string {
  return value === "" ? "" : contentLine(head, escaped(value));
}

function cardOf(
  { counterpart, office, body }: CardPerson,
  marking: string,
  tags: ReadonlyMap<string, string>,
): string {
  const { name, nativeName, languages, phones, emails, country } = counterpart;
  const isTwofold = nativeName !== "" && nativeName !== name;
  return [
    contentLine("BEGIN", "VCARD"),
    contentLine("VERSION", "4.0"),
    contentLine("KIND", "individual"),
    contentLine("UID", escaped(keyOutside(counterpart))),
    contentLine("REV", stamp(counterpart.changedAt)),
    contentLine(isTwofold ? "FN;ALTID=1" : "FN", escaped(name || nativeName)),
    isTwofold ? contentLine("FN;ALTID=1", escaped(nativeName)) : "",
    line("TITLE", office?.title ?? ""),
    line("ORG", body),
    ...phones.map((phone, at) => phoneLine(phone, at + 1)),
    ...emails.map((email, at) => line(`EMAIL;PREF=${rank(at)}`, email)),
    ...languages.map((language, at) => languageLine(language, rank(at), tags)),
    country === "" ? "" : contentLine("ADR;TYPE=work", `;;;;;;${escaped(country)}`),
    Object.keys(counterpart.tags).length === 0
      ? ""
      : contentLine("CATEGORIES", Object.keys(counterpart.tags).map(escaped).join(",")),
    line("X-CHANCERY-MARKING", marking),
    contentLine("END", "VCARD"),
  ].join("");
}

/** PREF goes from 1 to 100. */
function rank(at: number): number {
  return Math.min(at + 1, 100);
}

/** The kind behind a number becomes its type again. */
function phoneLine(phone: string, at: number): string {
  const [, number = phone, kind = ""] = /^(.*\S) \((fax|cell|pager|textphone)\)$/.exec(phone) ?? [];
  const type = kind === "" ? "" : `;TYPE=${parameter(kind)}`;
  return contentLine(`TEL;PREF=${rank(at - 1)}${type}`, escaped(number));
}

function languageLine(language: string, pref: number, tags: ReadonlyMap<string, string>): string {
  const tag = tags.get(language.toLowerCase());
  return tag === undefined
    ? contentLine(`X-CHANCERY-LANGUAGE;PREF=${pref}`, escaped(language))
    : contentLine(`LANG;PREF=${pref}`, tag);
}

/** English names of the languages that have a code of two letters, to their tags. */
function languageTags(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(
    tags.toReversed().flatMap((tag) => {
      const name = names.of(tag);
      return name === undefined ? [] : [[name.toLowerCase(), tag] as const];
    }),
  );
}
