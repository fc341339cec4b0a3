// The block tree a report is built as: what every writer (DOCX, PDF, HTML, XLSX, CSV, text) renders and no more.
import { z } from "zod";

/** A run of text. `quiet` is set back (a definition, a source); `strong` stands out. */
const run = z.strictObject({
  text: z.string(),
  weight: z.enum(["plain", "strong", "quiet"]),
});
export type Run = z.infer<typeof run>;

const cell = z.strictObject({
  text: z.string(),
  /** Sorts and adds up in a spreadsheet where set. */
  number: z.number().nullable(),
  tone: z.enum(["plain", "good", "warn", "bad", "quiet"]),
});
export type Cell = z.infer<typeof cell>;

const column = z.strictObject({
  heading: z.string(),
  align: z.enum(["start", "end"]),
  /** Share of the width; the shares of a table are relative to each other. */
  width: z.number().positive(),
});

const heading = z.strictObject({
  kind: z.literal("heading"),
  level: z.int().min(1).max(3),
  text: z.string(),
});
const paragraph = z.strictObject({ kind: z.literal("paragraph"), runs: z.array(run) });
const list = z.strictObject({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(run)) });
/** One number with what it means: "Delivered", "41 of 56", "14 exempt posts are not counted." */
const figures = z.strictObject({
  kind: z.literal("figures"),
  items: z.array(z.strictObject({ label: z.string(), value: z.string(), definition: z.string() })),
});
const table = z.strictObject({
  kind: z.literal("table"),
  caption: z.string(),
  columns: z.array(column).min(1),
  rows: z.array(z.array(cell)),
  /** Shown where there are no rows. */
  empty: z.string(),
});
const quote = z.strictObject({ kind: z.literal("quote"), text: z.string(), source: z.string() });
const facts = z.strictObject({
  kind: z.literal("facts"),
  items: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});

const block = z.discriminatedUnion("kind", [heading, paragraph, list, figures, table, quote, facts]);
export type Block = z.infer<typeof block>;
export type TableBlock = z.infer<typeof table>;

/** A finished paper: marking on every page, title block, blocks, as-of line at the foot. */
export const paper = z.strictObject({
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  marking: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** Already worded for the reader: "Data as of Tue 24 Nov 2026, 17:00 UTC". */
  asOf: z.string(),
  /** "Page {page} of {pages}" with both placeholders. */
  pageLabel: z.string(),
  footer: z.string(),
  blocks: z.array(block),
});
export type Paper = z.infer<typeof paper>;
