// The text of an HTML page, by a tokenizer: nothing is rendered, nothing run, nothing fetched.
import { Parser } from "htmlparser2";
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { refuseLarge } from "./limits.ts";
import type { PackedFile } from "./packed-rows.ts";
import { checkText, decodeChecked } from "./text.ts";

/** What stands in them is not meant to be read, or is no text. */
const unread: ReadonlySet<string> = new Set(
  "script style template noscript head title svg math object iframe select textarea audio video canvas".split(
    " ",
  ),
);

/** They begin and end lines; those of the second set keep a blank line from what is around them. */
const blocks: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const apart: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 pre blockquote table ol ul dl".split(" "));

interface List {
  /** The number of the next item; null where items have none. */
  next: number | null;
}

export function textOfHtml(html: string): string {
  const page = new PageText();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return page.whole();
}

class PageText {
  readonly #lines: string[] = [];
  /** Lines of each cell of the row that is open, and of the cell that is. */
  #row: (readonly string[])[] | null = null;
  #cell: string[] | null = null;
  readonly #lists: List[] = [];
  #line = "";
  #unread = 0;
  #pre = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (unread.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    if (name === "br") this.#end();
    if (blocks.has(name)) this.#end(apart.has(name));
    // Such a table places parts of a page, and its cells are no values.
    if (name === "table" || name === "pre") this.#layOut();
    if (name === "tr") this.#row = [];
    if (name === "pre") this.#pre += 1;
    if (name === "ul") this.#lists.push({ next: null });
    if (name === "ol") this.#lists.push({ next: startOf(attributes["start"]) });
    if (name === "td" || name === "th") {
      this.#end();
      if (this.#row !== null) this.#cell = [];
    }
    if (name === "li") this.#line = this.#itemMark(attributes["value"]);
  }

  text(text: string): void {
    if (this.#unread > 0) return;
    if (this.#pre > 0) {
      const [first = "", ...rest] = text.split(/\r\n|\r|\n/);
      this.#line += first;
      for (const line of rest) {
        this.#end();
        this.#line = line;
      }
      return;
    }
    const plain = text.replaceAll(/[ \t\r\n\f]+/g, " ");
    this.#line += this.#line === "" || " \t".includes(this.#line.at(-1) ?? "x") ? plain.trimStart() : plain;
  }

  close(name: string): void {
    if (unread.has(name)) {
      this.#unread = Math.max(0, this.#unread - 1);
      return;
    }
    if (this.#unread > 0) return;
    if (blocks.has(name)) this.#end(apart.has(name));
    if (name === "td" || name === "th") this.#endCell();
    if (name === "tr") this.#endRow();
    if (name === "pre") this.#pre = Math.max(0, this.#pre - 1);
    if (name === "ol" || name === "ul") this.#lists.pop();
  }

  whole(): string {
    this.#endRow();
    return this.#lines.join("\n").replaceAll("\u00a0", " ").trim();
  }

  #end(isApart = false): void {
    const lines = this.#cell ?? this.#lines;
    const line = this.#line.trimEnd();
    this.#line = "";
    if (line !== "") lines.push(line);
    else if (!isApart && lines.length > 0 && this.#pre > 0) lines.push("");
    if (isApart && lines.length > 0 && lines.at(-1) !== "") lines.push("");
  }

  #endCell(): void {
    this.#end();
    if (this.#cell !== null) this.#row?.push(this.#cell);
    this.#cell = null;
  }

  /** A row with one value is as many lines as that has; one with several is a line. */
  #endRow(): void {
    this.#endCell();
    const cells = this.#row ?? [];
    this.#row = null;
    const texts = cells.map((lines) => lines.filter((line) => line !== "").join(" "));
    const isOne = texts.filter((text) => text !== "").length < 2;
    for (const line of isOne ? cells.flat() : [texts.join("\t").trimEnd()]) this.#lines.push(line);
  }

  /** What has been read of the row stands as lines, and so does what follows. */
  #layOut(): void {
    this.#endCell();
    for (const line of (this.#row ?? []).flat()) this.#lines.push(line);
    this.#row = null;
  }

  #itemMark(value: string | undefined): string {
    const list = this.#lists.at(-1);
    if (list === undefined || list.next === null) return "- ";
    const number = value === undefined ? list.next : startOf(value);
    list.next = number + 1;
    return `${number}. `;
  }
}

function startOf(text: string | undefined): number {
  const number = Number.parseInt(text ?? "1", 10);
  return Number.isSafeInteger(number) ? number : 1;
}

/** A page as a file, in the letters it says it is in. Throws as `decodeChecked` does, and `file/empty`. */
export function readHtml(job: ReadJob): PackedFile {
  const declared = declaredCharset(job.bytes);
  const { encoding, text: html } =
    declared === null || job.encoding !== null
      ? decodeChecked(job)
      : { encoding: null, text: declaredText(job.bytes, declared) };
  const text = textOfHtml(html);
  if (text === "") throw new AppError("file/empty");
  checkText([text]);
  return { kind: "text", encoding, text, parts: [], part: 0, table: null };
}

/** Another than UTF-8 and Windows-1252, which are found by the bytes themselves. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const name = /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w:-]{1,40})/i.exec(head)?.[1]?.toLowerCase();
  return name === undefined || /^(?:utf-?8|windows-1252|iso-8859-1|us-ascii|utf-16.*)$/.test(name)
    ? null
    : name;
}

function declaredText(bytes: Uint8Array, charset: string): string {
  refuseLarge(bytes.byteLength);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError("file/encoding", { encoding: charset }, { cause: error });
  }
}
