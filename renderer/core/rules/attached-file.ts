// A file as it is attached: what is known of it once the host has its bytes.
import { z } from "zod";
import { type Marking, markings } from "../model/enums.ts";
import { type FoundMarking, isAbove, spillIn } from "./marking.ts";

export const attachedFile = z.object({
  /** Of the record it will be. */
  id: z.string(),
  name: z.string().max(2000),
  mediaType: z.string().max(200),
  byteCount: z.number(),
  sha256: z.string().length(64),
  marking: z.enum(markings),
});
export type AttachedFile = z.infer<typeof attachedFile>;

/** What people call a kind of file; texts stand under `attachment.kind.<kind>`. */
const fileWords = [
  "pdf",
  "document",
  "table",
  "slides",
  "image",
  "sound",
  "video",
  "text",
  "webPage",
  "archive",
  "program",
  "office",
  "other",
] as const;
export type FileWord = (typeof fileWords)[number];

/** The first that a media type begins with counts. */
const wordsByType: readonly (readonly [begins: string, word: FileWord])[] = [
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml", "document"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml", "table"],
  ["application/vnd.openxmlformats-officedocument.presentationml", "slides"],
  ["application/vnd.oasis.opendocument.text", "document"],
  ["application/vnd.oasis.opendocument.spreadsheet", "table"],
  ["application/vnd.oasis.opendocument.presentation", "slides"],
  ["application/rtf", "document"],
  ["application/x-ole-storage", "office"],
  ["application/x-msdownload", "program"],
  ["application/x-executable", "program"],
  ["application/zip", "archive"],
  ["application/gzip", "archive"],
  ["application/vnd.rar", "archive"],
  ["application/x-7z", "archive"],
  ["text/html", "webPage"],
  ["image/", "image"],
  ["audio/", "sound"],
  ["video/", "video"],
  ["text/", "text"],
];

export function fileWord(mediaType: string): FileWord {
  return wordsByType.find(([begins]) => mediaType.startsWith(begins))?.[1] ?? "other";
}

/** Markings an attachment may have here: none above the ceiling. */
export function allowedMarkings(ceiling: Marking): readonly Marking[] {
  return markings.filter((marking) => !isAbove(marking, ceiling));
}

/** The first marking above the ceiling in the name of a file, or in its text where it is one: not to be kept. */
export function fileSpill(
  { name, text }: { readonly name: string; readonly text: string },
  ceiling: Marking,
  historical: boolean,
): FoundMarking | null {
  const title = name.replace(/\.[A-Za-z0-9]{1,10}$/, "").replaceAll(/[_-]+/g, " ");
  return spillIn(`${title}\n${text}`, ceiling, historical);
}
