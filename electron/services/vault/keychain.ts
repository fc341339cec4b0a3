// The data key as the system's keychain gives it back: one wrap more, beside those of passphrase and recovery code.
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { SealContext } from "../journal/seal.ts";
import { hkdf, keyBytes } from "./aes-gcm.ts";
import { about, unwrap, wrap, wrapShape } from "./wraps.ts";

/** What the system keeps for the account that is signed in. It may ask the person first, and so take any time. */
export interface Keychain {
  /** False where the system has none, or one that only hides what it is given. */
  isReal(): Promise<boolean>;
  /** Throws `vault/key-not-kept`. */
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** Null where another keychain wrapped them, or this one does not give them back. */
  unwrap(bytes: Uint8Array): Promise<Uint8Array | null>;
}

/** `secret` is random, in the keychain's own wrapping: the data key itself never goes through it. */
export const keychainWrapShape = wrapShape.extend({ secret: z.base64().min(4).max(8192) });
export type KeychainWrap = z.infer<typeof keychainWrapShape>;

/** Random, and the same as the keychain wrapped it; for one wrap, which wipes it. */
export interface KeptSecret {
  readonly secret: Uint8Array;
  readonly kept: Uint8Array;
}

/** Throws `vault/key-not-kept`. */
export async function newKeptSecret(keychain: Keychain): Promise<KeptSecret> {
  const secret = randomBytes(keyBytes);
  return { secret, kept: await keychain.wrap(secret) };
}

export function wrapUnderKeychain(
  dataKey: Uint8Array,
  context: SealContext,
  { secret, kept }: KeptSecret,
): KeychainWrap {
  const wrapped = wrap(dataKey, keychainKey(context, secret), about(context, "keychain"));
  secret.fill(0);
  return { secret: Buffer.from(kept).toString("base64"), ...wrapped };
}

/** The data key, or null where the keychain is not the one, or the wrap another workspace's. */
export async function unwrapWithKeychain(
  { secret: kept, ...wrapped }: KeychainWrap,
  context: SealContext,
  keychain: Keychain,
): Promise<Uint8Array | null> {
  const secret = await keychain.unwrap(Buffer.from(kept, "base64"));
  if (!secret) return null;
  const key = keychainKey(context, secret);
  secret.fill(0);
  return unwrap(wrapped, key, about(context, "keychain"));
}

function keychainKey({ vault }: SealContext, secret: Uint8Array): Uint8Array {
  return hkdf(secret, Buffer.from(vault), Buffer.from("chancery keychain"));
}
