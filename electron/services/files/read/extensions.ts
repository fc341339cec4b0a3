// What the system's open dialog offers first, by what a person is about to open. What a file is its bytes say.
import type { FileKind } from "#core/host/shapes.ts";

export const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  text: ["txt", "text", "docx", "rtf", "eml", "msg", "html", "htm"],
  table: ["xlsx", "csv", "tsv", "txt", "vcf", "ics", "eml", "msg"],
  pouch: ["pouch"],
};
