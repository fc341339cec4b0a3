// How much the readers take on. A file beyond a limit is refused as a whole or, by row, in part.
import { AppError } from "#core/host/errors.ts";
import type { FileKind } from "#core/host/shapes.ts";

const megabyte = 1024 * 1024;

export const limits = {
  fileBytes: 50 * megabyte,
  /** Of delimited text, which is never in memory as a whole but for its bytes. */
  listBytes: 128 * megabyte,
  /** Characters of one line of a text. */
  lineLength: 32 * megabyte,
  rows: 100_000,
  columns: 256,
  /** Characters of one cell. */
  cellLength: 32 * 1024,
  /** Rejected rows that are listed; beyond that they are counted. */
  rejects: 1000,
  /** Of an archive. */
  zipEntries: 2000,
  /** All that is inflated of one archive. */
  inflatedBytes: 200 * megabyte,
  /** How many times larger an entry may become, beyond what is free. */
  inflateRatio: 100,
  freeInflatedBytes: megabyte,
  /** Wall clock for one file: for any, and for each of its megabytes. A person sees how far it is, and can stop it. */
  milliseconds: 20_000,
  millisecondsAMegabyte: 1000,
} as const;

/** The time a file of so many bytes may take. */
export function millisecondsFor(byteLength: number): number {
  return limits.milliseconds + Math.round((byteLength / megabyte) * limits.millisecondsAMegabyte);
}

/** In bytes, by what a person is about to open. */
export const largest: Readonly<Record<FileKind, number>> = {
  text: limits.fileBytes,
  table: limits.listBytes,
  pouch: limits.fileBytes,
};

export const limitMegabytes = limits.fileBytes / megabyte;

/** Throws `file/too-large` (facts: limitMegabytes) beyond `limit`, in bytes. */
export function refuseLarge(byteLength: number, limit: number = limits.fileBytes): void {
  if (byteLength > limit) throw new AppError("file/too-large", { limitMegabytes: limit / megabyte });
}
