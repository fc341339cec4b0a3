// What stands behind the colon of a content line: unfolded, decoded, parted and freed of its escapes.
import type { Component, Property } from "./content-lines.ts";
import { type Octets, unprinted } from "./octets.ts";

/** A value that cannot be read: in letters of no such name, or in bytes that are none of them. */
export class UnreadableValue extends Error {
  readonly property: Property;

  constructor(property: Property) {
    super(property.name);
    this.property = property;
  }
}

/** Reads values of one file by the rules of a version: 2.1 keeps the blank a line is folded by, and escapes less. */
export class ValueReader {
  readonly #octets: Octets;
  readonly #isOld: boolean;

  constructor(octets: Octets, isOld: boolean) {
    this.#octets = octets;
    this.#isOld = isOld;
  }

  /** The whole value as one text. Throws `UnreadableValue`. */
  text(property: Property): string {
    return this.#unescaped(this.#letters(property, this.#unfolded(property)));
  }

  /** The letters of a parameter; null where they cannot be read. */
  letters(raw: string, { params }: Property): string | null {
    return this.#octets.letters(raw, params.get("CHARSET")?.[0] ?? "");
  }

  /** The value parted by a sign that is not escaped. Throws `UnreadableValue`. */
  parts(property: Property, separator: ";" | ","): readonly string[] {
    const raw = this.#unfolded(property);
    // Quoted-printable may write the sign itself as letters of a part: there it parts nothing.
    const parts = property.isQuotedPrintable
      ? parted(raw, separator).map((part) => this.#letters(property, part))
      : parted(this.#letters(property, raw), separator);
    return parts.map((part) => this.#unescaped(part).trim());
  }

  #unfolded({ pieces, isQuotedPrintable }: Property): string {
    let whole = "";
    let isSoft = false;
    for (const [at, piece] of pieces.entries()) {
      const isFolded: boolean = at > 0 && !isSoft && !this.#isOld && /^[ \t]/.test(piece);
      const plain: string = isFolded ? piece.slice(1) : piece;
      isSoft = isQuotedPrintable && /=[ \t]*$/.test(plain);
      whole += isSoft ? plain.replace(/=[ \t]*$/, "") : plain;
    }
    return whole;
  }

  #letters(property: Property, raw: string): string {
    const charset = property.params.get("CHARSET")?.[0] ?? "";
    const text = property.isQuotedPrintable
      ? this.#octets.lettersOf(unprinted(raw), charset)
      : this.#octets.letters(raw, charset);
    if (text === null) throw new UnreadableValue(property);
    return text.replaceAll(/\r\n?/g, "\n");
  }

  #unescaped(text: string): string {
    return this.#isOld ? text.replaceAll(/\\([;,:\\])/g, "$1") : plainText(text);
  }
}

/** Without escapes. Quotation marks need none, and some programs give them one. */
export function plainText(text: string): string {
  return text.replaceAll(/\\([nN;,:"'\\])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}

/** The first property of a name; undefined where there is none. */
export function firstOf({ properties }: Component, name: string): Property | undefined {
  return properties.find((property) => property.name === name);
}

/** A value of ASCII (a version, a kind), as it stands. */
export function plainOf(component: Component, name: string): string {
  return firstOf(component, name)?.pieces.join("").trim() ?? "";
}

/** Properties of a name, those preferred first. */
export function allOf({ properties }: Component, name: string): readonly Property[] {
  return properties.filter((property) => property.name === name).toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** PREF=1 is the most preferred of version 4.0; before it, the type "pref". */
function rankOf({ params }: Property): number {
  const pref = Number(params.get("PREF")?.[0] ?? NaN);
  if (Number.isFinite(pref)) return pref;
  return typesOf({ params }).has("pref") ? 1 : 101;
}

/** Lower case. */
export function typesOf({ params }: Pick<Property, "params">): ReadonlySet<string> {
  return new Set((params.get("TYPE") ?? []).flatMap((type) => type.toLowerCase().split(",")));
}

function parted(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
