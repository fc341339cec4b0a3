// AES-256-GCM over whole byte strings, and the two ways a key is made from another secret without a password.
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";

export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;
const cipher = "aes-256-gcm";

/** `nonce` must never be used twice with one key. */
export function encrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  plain: Uint8Array,
): { bytes: Buffer; tag: Buffer } {
  const work = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(context);
  const bytes = Buffer.concat([work.update(plain), work.final()]);
  return { bytes, tag: work.getAuthTag() };
}

/** Null where key, nonce, context, bytes and tag do not belong together. */
export function decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  sealed: { readonly bytes: Uint8Array; readonly tag: Uint8Array },
): Buffer | null {
  if (sealed.tag.byteLength !== tagBytes) return null;
  const work = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  work.setAAD(context).setAuthTag(sealed.tag);
  const plain = work.update(sealed.bytes);
  try {
    return Buffer.concat([plain, work.final()]);
  } catch {
    return null; // the one thing `final` can complain of: the tag is wrong
  }
}

/** HKDF-SHA-256. `info` names what the key is for, so that keys for different ends tell nothing of each other. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length = keyBytes): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}
