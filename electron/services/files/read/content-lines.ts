// Files of content lines (vCard, iCalendar): physical lines joined to properties, properties gathered in components, each
// with its place in the file. Nothing is recursive, and a component that is not whole is kept with what is wrong with it.
import type { Octets } from "./octets.ts";
import { type Head, headOf } from "./property-head.ts";
import { type Tell, untold } from "./tell.ts";

export interface Property extends Head {
  /** 1-based, where it begins in the file. */
  readonly line: number;
  /** As it stands in the file; the first without its head, the others with the blank they are folded by. */
  readonly pieces: readonly string[];
}

export interface Fault {
  readonly code: "file/unclosed-part" | "file/bad-line" | "file/outside-part";
  readonly line: number;
}

export interface Component {
  /** Upper case. */
  readonly name: string;
  readonly line: number;
  /** Places in the text of the octets; the end is behind the last line break. */
  readonly start: number;
  readonly end: number;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
  readonly fault: Fault | null;
}

/** Bytes that are never looked at: they may be megabytes of one card. */
const binaries: ReadonlySet<string> = new Set(["PHOTO", "LOGO", "SOUND", "KEY", "ATTACH"]);

interface Open {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly properties: Property[];
  readonly parts: Component[];
  fault: Fault | null;
}

/** The outermost components of a file, and runs of lines outside of any as faults. */
export function componentsIn(
  { text }: Pick<Octets, "text">,
  tell: Tell = untold,
): {
  readonly components: readonly Component[];
  readonly strays: readonly Fault[];
} {
  const reader = new ComponentReader();
  for (const line of physicalLines(text)) {
    tell(line.end / text.length);
    reader.take(line);
  }
  return reader.finish(text.length);
}

interface PhysicalLine {
  readonly number: number;
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
  readonly text: string;
}

function* physicalLines(text: string): Generator<PhysicalLine> {
  // A line break whose first half was written twice is still one.
  const ending = /\r\r?\n|\r|\n/g;
  let number = 1;
  let start = 0;
  for (let found = ending.exec(text); found !== null; found = ending.exec(text)) {
    yield { number, start, end: ending.lastIndex, text: text.slice(start, found.index) };
    number += 1;
    start = ending.lastIndex;
  }
  if (start < text.length) yield { number, start, end: text.length, text: text.slice(start) };
}

interface Pending {
  readonly line: number;
  readonly start: number;
  pieces: string[];
  head: Head | null;
  /** The line is read up to the colon that ends its head. */
  isPastHead: boolean;
  /** A quotation mark is open before that colon: what is in it may be folded. */
  isQuoted: boolean;
}

/** Reads on in what was added to a line; each sign is looked at once, however often the line is folded. */
function lookForHead(pending: Pending, more: string): void {
  if (pending.isPastHead) return;
  for (let at = 0; at < more.length && !pending.isPastHead; at += 1) {
    if (more[at] === '"') pending.isQuoted = !pending.isQuoted;
    else if (more[at] === ":" && !pending.isQuoted) pending.isPastHead = true;
  }
  if (pending.isPastHead) pending.head = headOf(pending.pieces[0] ?? "");
}

class ComponentReader {
  readonly #done: Component[] = [];
  readonly #strays: Fault[] = [];
  readonly #open: Open[] = [];
  /** How many of a name are open: a file may nest a million. */
  readonly #depths = new Map<string, number>();
  #pending: Pending | null = null;
  #isStray = false;

  take(line: PhysicalLine): void {
    const { text } = line;
    if (this.#pending !== null && this.#goesOn(this.#pending, text)) {
      this.#add(this.#pending, text);
      return;
    }
    this.#settle();
    if (text.trim() === "") return;
    const [, verb = "", name = ""] = /^\s*(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$/i.exec(text) ?? [];
    if (verb.toUpperCase() === "BEGIN") this.#begin(name.toUpperCase(), line);
    else if (verb !== "") this.#finishNamed(name.toUpperCase(), line);
    else if (this.#open.length === 0) this.#stray(line.number);
    else {
      this.#pending = {
        line: line.number,
        start: line.start,
        pieces: [text],
        head: null,
        isPastHead: false,
        isQuoted: false,
      };
      lookForHead(this.#pending, text);
    }
  }

  finish(end: number): { components: readonly Component[]; strays: readonly Fault[] } {
    this.#settle();
    while (this.#open.length > 0) this.#close(end, false);
    return { components: this.#done, strays: this.#strays };
  }

  /** Whether a line belongs to the property before it. Quoted-printable decides before folding does. */
  #goesOn({ head, pieces }: Pending, text: string): boolean {
    if (head?.isQuotedPrintable && /=[ \t]*$/.test(pieces.at(-1) ?? "")) return !/^END:/i.test(text);
    if (/^[ \t]/.test(text)) return true;
    // Version 2.1 sends bytes without a blank before their lines, up to an empty one.
    return head?.isBase64 === true && text !== "" && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  }

  #add(pending: Pending, text: string): void {
    if (pending.head === null) {
      // The head itself is folded.
      const more = text.slice(1);
      pending.pieces = [(pending.pieces[0] ?? "") + more];
      lookForHead(pending, more);
    } else if (!binaries.has(pending.head.name)) pending.pieces.push(text);
  }

  #settle(): void {
    const pending = this.#pending;
    this.#pending = null;
    const open = this.#open.at(-1);
    if (pending === null || open === undefined) return;
    const { line, pieces, isPastHead } = pending;
    // A quotation mark that is never closed is none.
    const head = isPastHead ? pending.head : headOf(pieces[0] ?? "");
    if (head === null) open.fault ??= { code: "file/bad-line", line };
    else
      open.properties.push({
        ...head,
        line,
        pieces: [(pieces[0] ?? "").slice(head.length), ...pieces.slice(1)],
      });
  }

  #stray(line: number): void {
    if (!this.#isStray) this.#strays.push({ code: "file/outside-part", line });
    this.#isStray = true;
  }

  /** A card in a card is an agent's, and stands behind AGENT; elsewhere the one before was never closed. */
  #begin(name: string, { number, start }: PhysicalLine): void {
    this.#isStray = false;
    const last = this.#open.at(-1)?.properties.at(-1);
    const isAgent = name === "VCARD" && last?.name === "AGENT" && last.pieces.join("").trim() === "";
    if (!isAgent) while (this.#depth(name) > 0) this.#close(start, false);
    this.#depths.set(name, this.#depth(name) + 1);
    this.#open.push({ name, line: number, start, properties: [], parts: [], fault: null });
  }

  #finishNamed(name: string, { number, end }: PhysicalLine): void {
    if (this.#depth(name) === 0) {
      const open = this.#open.at(-1);
      if (open) open.fault ??= { code: "file/bad-line", line: number };
      else this.#stray(number);
      return;
    }
    while (this.#open.at(-1)?.name !== name) this.#close(end, false);
    this.#close(end, true);
  }

  #depth(name: string): number {
    return this.#depths.get(name) ?? 0;
  }

  #close(end: number, isWhole: boolean): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    this.#depths.set(open.name, this.#depth(open.name) - 1);
    const fault = isWhole ? open.fault : ({ code: "file/unclosed-part", line: open.line } as const);
    const component = { ...open, end, fault };
    (this.#open.at(-1)?.parts ?? this.#done).push(component);
  }
}
