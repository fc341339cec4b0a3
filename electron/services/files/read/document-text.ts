// Takes the elements of a Word document's part as they come, and makes lines of text of them.
import { deepestLevel, numberIn, type Numbering } from "./numbering.ts";
import type { StyleNumber } from "./paragraph-styles.ts";
import type { XmlHandlers } from "./xml.ts";

/** What stands in them was deleted, moved away, or is told a second time for older programs. */
const unread: ReadonlySet<string> = new Set(["del", "moveFrom", "Fallback"]);

interface Paragraph {
  text: string;
  style: string;
  num: string | null;
  level: number | null;
  /** Properties of an earlier state of the paragraph, kept for review. */
  isEarlier: boolean;
}

export class DocumentText implements Required<Omit<XmlHandlers, "tell">> {
  readonly lines: string[] = [];
  readonly #numbering: Numbering;
  readonly #styles: ReadonlyMap<string, StyleNumber>;
  /** Text boxes hold paragraphs within paragraphs. */
  readonly #paragraphs: Paragraph[] = [];
  /** Cells of open rows, and lines of open cells. */
  readonly #rows: string[][] = [];
  readonly #cells: string[][] = [];
  #unread = 0;
  #isText = false;

  constructor(numbering: Numbering, styles: ReadonlyMap<string, StyleNumber>) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  readonly open = (name: string, attribute: (name: string) => string): void => {
    if (unread.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    if (name === "p") {
      this.#paragraphs.push({ text: "", style: "", num: null, level: null, isEarlier: false });
    } else if (name === "tr") this.#rows.push([]);
    else if (name === "tc") this.#cells.push([]);
    else if (name === "t") this.#isText = true;
    else if (paragraph !== undefined) read(paragraph, name, attribute);
  };

  readonly text = (text: string): void => {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#isText && this.#unread === 0 && paragraph !== undefined) paragraph.text += text;
  };

  readonly close = (name: string): void => {
    if (unread.has(name)) this.#unread -= 1;
    if (this.#unread > 0) return;
    if (name === "t") this.#isText = false;
    const paragraph = this.#paragraphs.at(-1);
    if (name === "pPrChange" && paragraph) paragraph.isEarlier = false;
    if (name === "p") this.#endParagraph();
    if (name === "tc")
      this.#rows.at(-1)?.push((this.#cells.pop() ?? []).filter((line) => line !== "").join(" "));
    if (name === "tr") this.#put((this.#rows.pop() ?? []).join("\t"));
  };

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const { text, num, level, style } = paragraph;
    const byStyle = this.#styles.get(style);
    const number = num ?? byStyle?.num ?? "0";
    const mark =
      number === "0"
        ? ""
        : this.#numbering.next(
            number,
            level ?? byStyle?.level ?? this.#numbering.levelOfStyle(number, style),
          );
    this.#put(mark === "" ? text : `${mark} ${text.trimStart()}`);
  }

  #put(text: string): void {
    (this.#cells.at(-1) ?? this.lines).push(...text.split("\n"));
  }
}

function read(paragraph: Paragraph, name: string, attribute: (name: string) => string): void {
  if (name === "pPrChange") paragraph.isEarlier = true;
  if (paragraph.isEarlier) return;
  if (name === "pStyle") paragraph.style = attribute("w:val");
  else if (name === "numId") paragraph.num = attribute("w:val");
  else if (name === "ilvl") paragraph.level = Math.min(numberIn(attribute("w:val"), 0), deepestLevel);
  else if (name === "tab" && attribute("w:pos") === "") paragraph.text += "\t";
  else if (name === "br" || name === "cr") paragraph.text += "\n";
  else if (name === "noBreakHyphen") paragraph.text += "-";
}
