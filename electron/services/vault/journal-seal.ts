// The seal of a protected journal, and of attachments under a key of their own: AES-256-GCM, each part bound to its vault,
// epoch, number and the part before.
import { randomBytes } from "node:crypto";
import type { Seal, SealContext } from "../journal/seal.ts";
import { decrypt, encrypt, nonceBytes, tagBytes } from "./aes-gcm.ts";
import { keyFor } from "./keys.ts";

export const sealName = "aes-256-gcm";

export function vaultSeal(
  dataKey: Uint8Array,
  context: SealContext,
  purpose: "journal" | "attachments" = "journal",
): Seal {
  const key = keyFor(dataKey, context, purpose);
  const about = (number: number, previousTag: Uint8Array): Uint8Array =>
    Buffer.concat([
      Buffer.from(`chancery frame\n${context.vault}\n${context.epoch}\n${number}\n`),
      previousTag,
    ]);
  return {
    name: sealName,
    nonceBytes,
    tagBytes,
    // Random nonces stay apart for four thousand million frames of one key.
    seal: ({ number, previousTag }, plain) => {
      const nonce = randomBytes(nonceBytes);
      return { nonce, ...encrypt(key, nonce, about(number, previousTag), plain) };
    },
    open: ({ number, previousTag }, { nonce, tag, bytes }) =>
      decrypt(key, nonce, about(number, previousTag), { bytes, tag }),
  };
}
