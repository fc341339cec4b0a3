// A pouch that left or came: the ledger of this device. Never sent.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { pouchHolds, pouchStates } from "./enums.ts";
import { choice, list, map, maybeInstant, maybeRef, number, prose, text } from "./field.ts";

/** Part of a log, by its first and last number, and why it was held back. */
const part = z.object({ from: z.int(), to: z.int(), why: z.enum(pouchHolds).nullable() });

export const pouches = defineEntity("pouches", {
  state: choice(pouchStates, "sent"),
  officeId: maybeRef("offices"),
  /** Of the pouch itself, the same at both ends. */
  pouchId: text(),
  number: number(0),
  fileName: text(),
  /** SHA-256 of the file. */
  sha256: text(),
  madeAt: maybeInstant(),
  entries: number(0),
  /** Records made or changed here by it. */
  records: number(0),
  attachments: number(0),
  /** SHA-256 of the attachments that went along. */
  files: list(),
  /** Entries and attachments it did not hold: they follow in another. */
  left: number(0),
  /** By log: what it held, and what became of it. */
  parts: map(part),
  /** SHA-256 of the file where it is kept to be read again; else empty. */
  kept: text(),
  note: prose(),
});

export type Pouch = RowOf<typeof pouches>;
export type PouchPart = z.infer<typeof part>;
