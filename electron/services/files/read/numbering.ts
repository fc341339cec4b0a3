// The numbers of a Word document's paragraphs, which stand in none of its texts: they are counted here as Word counts them.
import { readXml } from "./xml.ts";

export interface Level {
  start: number;
  format: string;
  /** "%1.%2" */
  text: string;
  /** The paragraph style that is numbered by this level. */
  style: string;
}

interface Abstract {
  readonly levels: Map<number, Level>;
  /** Numbered as the style of this name says. */
  styleLink: string;
}

interface Numbered {
  abstract: string;
  readonly starts: Map<number, number>;
}

export const deepestLevel = 8;

export class Numbering {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #nums = new Map<string, Numbered>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Throws as `readXml` does. `xml` is null where the document numbers nothing. */
  constructor(xml: string | null, part: string) {
    if (xml !== null) this.#read(xml, part);
  }

  /** The level of a numbering that belongs to a paragraph style. */
  levelOfStyle(num: string, style: string): number {
    const levels =
      this.#abstracts.get(this.#nums.get(num)?.abstract ?? "")?.levels ?? new Map<number, Level>();
    return [...levels].find(([, level]) => level.style === style)?.[0] ?? 0;
  }

  /** What stands before the next paragraph of a numbering: "2.1"; "-" for a bullet; empty for none. */
  next(num: string, level: number): string {
    const numbered = this.#nums.get(num);
    const abstract = this.#abstracts.get(numbered?.abstract ?? "");
    if (numbered === undefined || abstract === undefined || level < 0 || level > deepestLevel) return "";
    const counts = this.#counts.get(numbered.abstract) ?? [];
    this.#counts.set(numbered.abstract, counts);
    const startOf = (at: number): number => numbered.starts.get(at) ?? abstract.levels.get(at)?.start ?? 1;
    // A numbering that says where it begins begins there, though another went on with the same list before.
    if (!this.#begun.has(`${num}/${level}`) && numbered.starts.has(level)) counts[level] = undefined;
    this.#begun.add(`${num}/${level}`);
    const before = counts[level];
    counts[level] = before === undefined ? startOf(level) : before + 1;
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
    counts.length = level + 1;
    const shown = abstract.levels.get(level);
    if (shown === undefined || shown.format === "none") return "";
    if (shown.format === "bullet") return "-";
    return shown.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? startOf(at), abstract.levels.get(at)?.format ?? "decimal");
    });
  }

  #read(xml: string, part: string): void {
    let abstract: Abstract | null = null;
    let level: Level | null = null;
    let num: Numbered | null = null;
    let override = 0;
    readXml(xml, part, {
      open: (name, attribute) => {
        const value = attribute("w:val");
        if (name === "abstractNum") {
          abstract = { levels: new Map(), styleLink: "" };
          this.#abstracts.set(attribute("w:abstractNumId"), abstract);
        } else if (name === "num") {
          num = { abstract: "", starts: new Map() };
          this.#nums.set(attribute("w:numId"), num);
        } else if (name === "abstractNumId" && num) num.abstract = value;
        else if (name === "lvlOverride") override = numberIn(attribute("w:ilvl"), 0);
        else if (name === "startOverride") num?.starts.set(override, numberIn(value, 1));
        else if (name === "lvl") {
          level = { start: 1, format: "decimal", text: "", style: "" };
          // A level in a numbering's own override changes looks only, mostly: the list's own counts.
          if (num === null) abstract?.levels.set(numberIn(attribute("w:ilvl"), 0), level);
        } else if (level !== null) readLevel(level, name, value);
      },
      close: (name) => {
        if (name === "lvl") level = null;
        if (name === "num") num = null;
        if (name === "abstractNum") abstract = null;
      },
    });
  }
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === "start") level.start = numberIn(value, 1);
  else if (name === "numFmt") level.format = value;
  else if (name === "lvlText") level.text = value;
  else if (name === "pStyle") level.style = value;
}

export function numberIn(text: string, otherwise: number): number {
  const number = Number.parseInt(text, 10);
  return Number.isSafeInteger(number) ? number : otherwise;
}

function written(count: number, format: string): string {
  switch (format) {
    case "upperLetter":
      return letters(count);
    case "lowerLetter":
      return letters(count).toLowerCase();
    case "upperRoman":
      return roman(count);
    case "lowerRoman":
      return roman(count).toLowerCase();
    case "decimalZero":
      return String(count).padStart(2, "0");
    default:
      return String(count);
  }
}

/** A to Z, then AA to ZZ: the letter is repeated. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = "";
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
