// The formats a paper can be saved as: one line each.
import type { RecordFormat, SaveFormat } from "#core/host/shapes.ts";
import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import { pdf } from "./pdf.ts";
import { txt } from "./txt.ts";
import type { Writer } from "./writer.ts";
import { xlsx } from "./xlsx.ts";

export const writers: Readonly<Record<SaveFormat, Writer>> = { docx, pdf, html, xlsx, csv, txt };

/** Cards and calendar entries come as text: only the name and the kind of the file are left to say. */
export const recordFiles: Readonly<Record<RecordFormat, Pick<Writer, "extension" | "mime">>> = {
  vcf: { extension: "vcf", mime: "text/vcard" },
  ics: { extension: "ics", mime: "text/calendar" },
};
