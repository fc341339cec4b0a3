// A paper as PDF: the same page as the HTML file, printed by the host.
import { pageOf } from "./html.ts";
import type { Writer } from "./writer.ts";

export const pdf: Writer = {
  extension: "pdf",
  mime: "application/pdf",
  encode: (paper, tools) => tools.printHtml(pageOf(paper)),
};
