// The text of RTF: of a page that was wrapped into it (MS-OXRTFEX), or its own. Nothing in it is drawn, opened or followed.
import { decodeCodePage, pageOfCharset } from "./code-pages.ts";
import { textOfHtml } from "./html-text.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";

/** Groups within groups that are followed. */
const deepest = 500;

/** Pieces that are read: more is no message that somebody wrote. */
const mostPieces = 3_000_000;

/** Where the text of a group goes. */
type Place = "text" | "head" | "foot" | "fonts" | "tag" | "nowhere";

/** What holds in a group, and in those inside it until they say otherwise. */
interface Group {
  readonly place: Place;
  /** Signs that stand in for a letter told by its number, for readers that know no Unicode. */
  readonly standIns: number;
  readonly font: number;
  /** Made for readers that cannot show the page. */
  readonly isForOthers: boolean;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
}

/** They hold no text of the document; those of the second set hold text that a wrapped page has in its own words. */
const unread: ReadonlySet<string> = new Set(
  (
    "annotation atnauthor atnid bkmkend bkmkstart colortbl comment data datafield do factoidname falt fldinst " +
    "formfield generator info listoverridetable listtable mhtmltag nonesttables nonshppict " +
    "objclass objdata objname pict pn private pxe rsidtbl rxe shpinst stylesheet tc template themedata txe xe"
  ).split(" "),
);
const unreadInPage: ReadonlySet<string> = new Set(["pntext", "listtext"]);

/** What stands at the head and foot of pages: all of them, the first, left and right ones. A marking may stand nowhere else. */
const besides: ReadonlyMap<string, "head" | "foot"> = new Map(
  ["", "f", "l", "r"].flatMap((which) => [
    [`header${which}`, "head"],
    [`footer${which}`, "foot"],
  ]),
);

const breaks: ReadonlySet<string> = new Set("par line sect page column row nestrow".split(" "));

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  cell: "\t",
  nestcell: "\t",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};

/** What a sign behind a backslash stands for. */
const controlSigns: Readonly<Record<string, string>> = {
  "\\": "\\",
  "{": "{",
  "}": "}",
  "~": " ",
  _: "-",
  "\n": "\n",
  "\r": "\n",
  "\ufffd": "\ufffd",
};

/**
 * A page's text, or the text as it stands. Letters nobody can read are U+FFFD. Throws RangeError for what is no RTF, is
 * cut off or too deep.
 */
export function textOfRtf(bytes: Uint8Array): string {
  const reader = new RtfReader();
  let pieces = 0;
  for (const token of rtfTokens(bytes)) {
    pieces += 1;
    if (pieces > mostPieces) throw new RangeError("too many pieces");
    reader.take(token);
    if (reader.isDone) break;
  }
  return reader.whole();
}

class RtfReader {
  readonly #outer: Group[] = [];
  #group: Group = {
    place: "text",
    standIns: 1,
    font: 0,
    isForOthers: false,
    isHidden: false,
    isDeleted: false,
  };
  readonly #text = { head: [] as string[], text: [] as string[], foot: [] as string[] };
  /** Bytes not turned into letters yet: a letter may take two of them. */
  #pending = Buffer.alloc(4096);
  #held = 0;
  readonly #pages = new Map<number, number>();
  #page = 1252;
  #defaultFont = 0;
  #standsFor = 0;
  #isPage = false;
  #isRtf = false;
  #isDone = false;
  /** The group's first word is yet to come, and says what it holds. */
  #isFirst = false;
  #isStarred = false;

  get isDone(): boolean {
    return this.#isDone;
  }

  take(token: RtfToken): void {
    switch (token.kind) {
      case "open":
        this.#open();
        break;
      case "close":
        this.#close();
        break;
      case "word":
        this.#word(token.word, token.number);
        break;
      case "sign":
        this.#sign(token.sign);
        break;
      case "byte":
        this.#byte(token.byte);
        break;
      case "bytes":
        this.#bytes(token.bytes);
        break;
      default:
    }
  }

  #open(): void {
    if (this.#outer.length === deepest) throw new RangeError("too deep");
    this.#flush();
    this.#standsFor = 0;
    this.#outer.push(this.#group);
    this.#isFirst = true;
    this.#isStarred = false;
  }

  #close(): void {
    this.#flush();
    this.#standsFor = 0;
    this.#isFirst = false;
    const { place } = this.#group;
    this.#group = this.#outer.pop() ?? this.#group;
    if (place !== this.#group.place && (place === "head" || place === "foot")) this.#text[place].push("\n");
    this.#isDone = this.#outer.length === 0;
  }

  #word(word: string, number: number | null): void {
    const [isFirst, isStarred] = [this.#isFirst, this.#isStarred];
    this.#isFirst = false;
    this.#isStarred = false;
    if (this.#isStoodFor()) return;
    if (!this.#isRtf) {
      if (word !== "rtf") throw new RangeError("no RTF");
      this.#isRtf = true;
    } else if (isFirst && this.#isPlace(word, isStarred)) {
      return;
    } else if (word === "u") {
      this.#put(String.fromCharCode((number ?? 0) & 0xffff));
      this.#standsFor = this.#group.standIns;
    } else if (breaks.has(word)) {
      this.#put("\n");
    } else if (Object.hasOwn(signs, word)) {
      this.#put(signs[word] ?? "");
    } else {
      this.#flush();
      this.#state(word, number);
    }
  }

  #sign(sign: string): void {
    if (sign === "*" && this.#isFirst) {
      this.#isStarred = true;
      return;
    }
    this.#isFirst = false;
    if (this.#isStoodFor()) return;
    if (Object.hasOwn(controlSigns, sign)) this.#put(controlSigns[sign] ?? "");
  }

  #byte(byte: number): void {
    this.#isFirst = false;
    if (this.#isStoodFor() || !this.#isRead()) return;
    this.#makeRoom(1);
    this.#pending[this.#held] = byte;
    this.#held += 1;
  }

  #bytes(bytes: Uint8Array): void {
    this.#isFirst = false;
    const skipped = Math.min(this.#standsFor, bytes.length);
    this.#standsFor -= skipped;
    if (!this.#isRead()) return;
    this.#makeRoom(bytes.length);
    this.#pending.set(bytes.subarray(skipped), this.#held);
    this.#held += bytes.length - skipped;
  }

  #makeRoom(more: number): void {
    if (this.#held + more <= this.#pending.length) return;
    const larger = Buffer.alloc((this.#held + more) * 2);
    larger.set(this.#pending.subarray(0, this.#held));
    this.#pending = larger;
  }

  whole(): string {
    if (!this.#isRtf || !this.#isDone) throw new RangeError("cut off");
    const text = this.#text.text.join("").toWellFormed();
    if (this.#isPage) return textOfHtml(text);
    return [besideLines(this.#text.head), linesOf(text), besideLines(this.#text.foot)]
      .map((lines) => lines.join("\n"))
      .filter((some) => some.trim() !== "")
      .join("\n\n")
      .trim();
  }

  /** Whether a piece is one that stands in for the letter before it. */
  #isStoodFor(): boolean {
    if (this.#standsFor === 0) return false;
    this.#standsFor -= 1;
    return true;
  }

  #isRead(): boolean {
    const { place, isForOthers, isHidden, isDeleted } = this.#group;
    if (place === "nowhere" || place === "fonts" || isForOthers) return false;
    // A page hides by its own means, as its reader sees.
    return this.#isPage || !(isHidden || isDeleted);
  }

  /** Whether a group's first word says that its text goes elsewhere. */
  #isPlace(word: string, isStarred: boolean): boolean {
    const { place } = this.#group;
    if (place === "nowhere") return true;
    let next: Place | null = null;
    if (isStarred) next = word === "htmltag" && this.#isPage ? "tag" : "nowhere";
    else if (word === "fonttbl") next = "fonts";
    else if (unread.has(word) || (this.#isPage && unreadInPage.has(word))) next = "nowhere";
    else if (besides.has(word)) next = this.#isPage ? "nowhere" : (besides.get(word) ?? null);
    if (next === null) return false;
    this.#set({ place: next });
    return true;
  }

  #state(word: string, number: number | null): void {
    const isOn = number !== 0;
    switch (word) {
      case "fromhtml":
        this.#isPage = isOn;
        break;
      case "ansicpg":
        this.#page = number ?? this.#page;
        break;
      case "mac":
        this.#page = 10000;
        break;
      case "pc":
        this.#page = 437;
        break;
      case "pca":
        this.#page = 850;
        break;
      case "deff":
        this.#defaultFont = number ?? 0;
        this.#set({ font: this.#defaultFont });
        break;
      case "f":
        this.#set({ font: number ?? 0 });
        break;
      case "fcharset":
        this.#notePage(pageOfCharset(number ?? 0));
        break;
      case "cpg":
        this.#notePage(number);
        break;
      case "uc":
        this.#set({ standIns: Math.min(Math.max(0, number ?? 1), 100) });
        break;
      case "htmlrtf":
        this.#set({ isForOthers: isOn });
        break;
      case "v":
        this.#set({ isHidden: isOn });
        break;
      case "deleted":
        this.#set({ isDeleted: isOn });
        break;
      case "plain":
        this.#set({ font: this.#defaultFont, isHidden: false, isDeleted: false });
        break;
      default:
    }
  }

  #notePage(page: number | null): void {
    if (this.#group.place === "fonts" && page !== null) this.#pages.set(this.#group.font, page);
  }

  #set(changes: Partial<Group>): void {
    this.#group = { ...this.#group, ...changes };
  }

  #put(text: string): void {
    this.#flush();
    if (this.#isRead()) this.#out().push(text);
  }

  #out(): string[] {
    const { place } = this.#group;
    return place === "head" || place === "foot" ? this.#text[place] : this.#text.text;
  }

  #flush(): void {
    if (this.#held === 0) return;
    // Tags are written in the document's own letters, whatever font stands around them.
    const page = this.#group.place === "tag" ? this.#page : (this.#pages.get(this.#group.font) ?? this.#page);
    this.#out().push(decodeCodePage(this.#pending.subarray(0, this.#held), page));
    this.#held = 0;
  }
}

function linesOf(text: string): readonly string[] {
  const lines = text.replaceAll("\u00a0", " ").split("\n");
  return lines.map((line) => line.trimEnd());
}

/** Sections say again what stands there. */
function besideLines(pieces: readonly string[]): readonly string[] {
  const lines = linesOf(pieces.join("").toWellFormed());
  return [...new Set(lines)].filter((line) => line !== "");
}
