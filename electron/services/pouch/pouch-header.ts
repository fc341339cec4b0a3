// What a pouch says it is, before any key is tried.
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { pouchFormat } from "#core/host/pouch.ts";
import { isZip, ZipArchive } from "../files/read/zip.ts";
import { parsed } from "./parsed.ts";

const headerShape = z.looseObject({
  chancery: z.literal("pouch"),
  format: z.int().min(1),
  for: z.union([z.literal("passphrase"), z.array(z.string()).max(1000)]),
});
export type PouchHeader = z.infer<typeof headerShape>;

/** Throws `pouch/not-a-pouch`, `pouch/newer` (facts: format), `file/bad-archive`. */
export function readPouchHeader(bytes: Uint8Array): { archive: ZipArchive; header: PouchHeader } {
  if (!isZip(bytes)) throw new AppError("pouch/not-a-pouch");
  const archive = new ZipArchive(bytes);
  const text = archive.read("header.json");
  const header = headerShape.safeParse(text && parsed(text));
  if (!header.success) throw new AppError("pouch/not-a-pouch");
  if (header.data.format > pouchFormat) throw new AppError("pouch/newer", { format: header.data.format });
  return { archive, header: header.data };
}
