// What a file format must offer to be one the app can save a paper as.
import type { Paper } from "#core/report/blocks.ts";

/** What the host lends a writer. */
interface WriterTools {
  /** Prints a self-contained page to PDF bytes with the page size and margins of its own style sheet. */
  printHtml(html: string): Promise<Uint8Array>;
}

export interface Writer {
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /** The whole file. Accepts any text in any field: what the format cannot hold is taken out by `cleanPaper`. */
  readonly encode: (paper: Paper, tools: WriterTools) => Promise<Uint8Array>;
}
