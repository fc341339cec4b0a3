// The keys of an open vault: one random data key, and from it one key for each end.
import { randomBytes } from "node:crypto";
import type { SealContext } from "../journal/seal.ts";
import { hkdf, keyBytes } from "./aes-gcm.ts";

type Purpose = "journal" | "header" | "rows" | "attachments" | "attachment names" | "backups" | "device keys";

export function newDataKey(): Uint8Array {
  return randomBytes(keyBytes);
}

/** Bound to vault and epoch: what one epoch's key sealed, the next one's cannot be mistaken for. */
export function keyFor(dataKey: Uint8Array, { vault, epoch }: SealContext, purpose: Purpose): Uint8Array {
  return hkdf(dataKey, Buffer.from(vault), Buffer.from(`chancery ${purpose} ${epoch}`));
}
