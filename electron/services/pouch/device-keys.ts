// The keys of this device: what it signs pouches with, and what pouches are sealed for. Kept sealed in the header.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { agreeKey, type PublicDevice, signKey } from "#core/host/pouch.ts";
import type { SealContext } from "../journal/seal.ts";
import { decrypt, encrypt, nonceBytes } from "../vault/aes-gcm.ts";
import { keyFor } from "../vault/keys.ts";

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const privateSign = signKey.extend({ d: secret });
const privateAgree = agreeKey.extend({ d: secret });

const shape = z.strictObject({
  device: z.uuid(),
  sign: privateSign,
  agree: privateAgree,
  /** What pouches for this folder were sealed for before it was restored or copied: they must still open. */
  former: z.array(z.strictObject({ device: z.uuid(), agree: privateAgree })).max(50),
});
/** Private JWKs. Never leaves the host. */
export type DeviceKeys = z.infer<typeof shape>;

export const sealedKeysShape = z.strictObject({
  nonce: z.base64().length(16),
  keys: z.base64().max(40_000),
  tag: z.base64().length(24),
});
export type SealedKeys = z.infer<typeof sealedKeysShape>;

/** New keys for `device`; a device it was before can still open what was sealed for it. */
export function newDeviceKeys(device: string, before: DeviceKeys | null): DeviceKeys {
  const sign = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const agree = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const former = before
    ? [{ device: before.device, agree: before.agree }, ...before.former].slice(0, 50)
    : [];
  return shape.parse({ device, sign, agree, former });
}

export function publicDevice({ device, sign, agree }: DeviceKeys): PublicDevice {
  return {
    device,
    sign: { kty: sign.kty, crv: sign.crv, x: sign.x },
    agree: { kty: agree.kty, crv: agree.crv, x: agree.x, y: agree.y },
  };
}

/** Of device and both public keys, for people to read to each other: eight groups of five digits. */
export function fingerprintOf({ device, sign, agree }: PublicDevice): string {
  const digest = createHash("sha256")
    .update(canonicalize({ device, sign, agree }) ?? "")
    .digest();
  const groups = Array.from({ length: 8 }, (_, at) => digest.readUInt32BE(at * 4) % 100_000);
  return groups.map((group) => String(group).padStart(5, "0")).join(" ");
}

export function sealKeys(keys: DeviceKeys, dataKey: Uint8Array, context: SealContext): SealedKeys {
  const nonce = randomBytes(nonceBytes);
  const plain = Buffer.from(JSON.stringify(keys));
  const { bytes, tag } = encrypt(keyFor(dataKey, context, "device keys"), nonce, about(context), plain);
  plain.fill(0);
  return {
    nonce: nonce.toString("base64"),
    keys: bytes.toString("base64"),
    tag: tag.toString("base64"),
  };
}

/** Null where they belong to another vault or epoch. */
export function openKeys(sealed: SealedKeys, dataKey: Uint8Array, context: SealContext): DeviceKeys | null {
  const [nonce, bytes, tag] = [sealed.nonce, sealed.keys, sealed.tag].map((text) =>
    Buffer.from(text, "base64"),
  ) as [Buffer, Buffer, Buffer];
  const key = keyFor(dataKey, context, "device keys");
  const plain = decrypt(key, nonce, about(context), { bytes, tag });
  return plain && shape.parse(JSON.parse(plain.toString("utf8")));
}

export function privateKeyOf(jwk: DeviceKeys["sign"] | DeviceKeys["agree"]) {
  return createPrivateKey({ key: { ...jwk }, format: "jwk" });
}

export function publicKeyOf(jwk: PublicDevice["sign"] | PublicDevice["agree"]) {
  return createPublicKey({ key: { ...jwk }, format: "jwk" });
}

function about({ vault, epoch }: SealContext): Uint8Array {
  return Buffer.from(JSON.stringify(["chancery device keys", vault, epoch]));
}
