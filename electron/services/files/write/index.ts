// The formats a paper can be saved as: one line each.
import type { SaveFormat } from "#core/host/shapes.ts";
import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import { pdf } from "./pdf.ts";
import { txt } from "./txt.ts";
import type { Writer } from "./writer.ts";
import { xlsx } from "./xlsx.ts";

export const writers: Readonly<Record<SaveFormat, Writer>> = { docx, pdf, html, xlsx, csv, txt };
