// The data key as the header keeps it: wrapped once under the passphrase, once under the recovery code (and see `keychain.ts`).
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import type { VaultSecret } from "#core/host/shapes.ts";
import type { SealContext } from "../journal/seal.ts";
import { decrypt, encrypt, hkdf, nonceBytes } from "./aes-gcm.ts";
import { type DeriveKey, type Kdf, type KeyDerivation, kdfShape } from "./kdf.ts";
import { decodeRecoveryCode } from "./recovery-code.ts";

export const wrapShape = z.strictObject({
  nonce: z.base64().length(16),
  key: z.base64().length(44),
  tag: z.base64().length(24),
});
type Wrap = z.infer<typeof wrapShape>;

export const wrapsShape = z.strictObject({
  passphrase: wrapShape.extend({ kdf: kdfShape }),
  recovery: wrapShape,
});
export type Wraps = z.infer<typeof wrapsShape>;

/** Throws `vault/recovery-typo`. */
export async function wrapKey(
  dataKey: Uint8Array,
  context: SealContext,
  secret: VaultSecret,
  derivation: KeyDerivation,
): Promise<Wraps> {
  return {
    passphrase: await wrapUnderPassphrase(dataKey, context, secret.passphrase, derivation),
    recovery: wrap(dataKey, recoveryKey(context, secret.recoveryCode), about(context, "recovery")),
  };
}

export async function wrapUnderPassphrase(
  dataKey: Uint8Array,
  context: SealContext,
  passphrase: string,
  { choose, derive }: KeyDerivation,
): Promise<Wraps["passphrase"]> {
  const kdf = await choose();
  const key = await derive(kdf, passphrase);
  return { kdf, ...wrap(dataKey, key, about(context, "passphrase", kdf)) };
}

/** The data key, or null where the passphrase is not the one. */
export async function unwrapWithPassphrase(
  { passphrase: { kdf, ...wrapped } }: Wraps,
  context: SealContext,
  passphrase: string,
  derive: DeriveKey,
): Promise<Uint8Array | null> {
  return unwrap(wrapped, await derive(kdf, passphrase), about(context, "passphrase", kdf));
}

/** The data key, or null where the code is whole but not the one. Throws `vault/recovery-typo`. */
export function unwrapWithRecovery(wraps: Wraps, context: SealContext, code: string): Uint8Array | null {
  return unwrap(wraps.recovery, recoveryKey(context, code), about(context, "recovery"));
}

/** The code is random and long: it needs no slow derivation. */
function recoveryKey({ vault }: SealContext, code: string): Uint8Array {
  const secret = decodeRecoveryCode(code);
  if (!secret) throw new AppError("vault/recovery-typo");
  return hkdf(secret, Buffer.from(vault), Buffer.from("chancery recovery"));
}

/** What a wrap vouches for beside the key: whose it is, of which kind, stretched how. */
export function about({ vault, epoch }: SealContext, kind: keyof Wraps | "keychain", kdf?: Kdf): Uint8Array {
  return Buffer.from(JSON.stringify(["chancery wrap", vault, epoch, kind, kdf ? numbersOf(kdf) : []]));
}

function numbersOf(kdf: Kdf): readonly (string | number)[] {
  return kdf.name === "argon2id"
    ? [kdf.name, kdf.memoryKib, kdf.passes, kdf.lanes, kdf.salt]
    : [kdf.name, kdf.iterations, kdf.salt];
}

export function wrap(dataKey: Uint8Array, key: Uint8Array, context: Uint8Array): Wrap {
  const nonce = randomBytes(nonceBytes);
  const { bytes, tag } = encrypt(key, nonce, context, dataKey);
  return {
    nonce: nonce.toString("base64"),
    key: bytes.toString("base64"),
    tag: tag.toString("base64"),
  };
}

/** Null where key or context is another's. */
export function unwrap(wrapped: Wrap, key: Uint8Array, context: Uint8Array): Uint8Array | null {
  const [nonce, bytes, tag] = [wrapped.nonce, wrapped.key, wrapped.tag].map((text) =>
    Buffer.from(text, "base64"),
  ) as [Buffer, Buffer, Buffer];
  return decrypt(key, nonce, context, { bytes, tag });
}
