// From a passphrase to a key: slow on purpose. What the header asks for is checked before any memory is given to it.
import { pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { argon2id } from "hash-wasm";
import { z } from "zod";
import { keyBytes } from "./aes-gcm.ts";

const salt = z.base64().length(24); // 16 bytes

/** Bounds are what any honest set-up could ask for; a header beyond them is refused, never tried. */
export const kdfShape = z.discriminatedUnion("name", [
  z.strictObject({
    name: z.literal("argon2id"),
    memoryKib: z.int().min(64).max(524_288),
    passes: z.int().min(1).max(16),
    lanes: z.literal(1),
    salt,
  }),
  z.strictObject({
    name: z.literal("pbkdf2-sha512"),
    iterations: z.int().min(600_000).max(20_000_000),
    salt,
  }),
]);
export type Kdf = z.infer<typeof kdfShape>;

/** The key behind a passphrase; takes most of a second, and so is done aside of the host's thread. */
export type DeriveKey = (kdf: Kdf, passphrase: string) => Promise<Uint8Array>;

export interface KeyDerivation {
  /** How a new passphrase is to be stretched; a policy may put another in place of `calibrated`. */
  readonly choose: () => Promise<Kdf>;
  readonly derive: DeriveKey;
}

const pbkdf2Aside = promisify(pbkdf2);

/** Does the work, in whatever thread calls it. The same letters give the same key however a keyboard composed them (NFKC). */
export async function deriveKey(kdf: Kdf, passphrase: string): Promise<Uint8Array> {
  const password = Buffer.from(passphrase.normalize("NFKC"));
  const saltBytes = Buffer.from(kdf.salt, "base64");
  switch (kdf.name) {
    case "argon2id":
      return argon2id({
        password,
        salt: saltBytes,
        memorySize: kdf.memoryKib,
        iterations: kdf.passes,
        parallelism: kdf.lanes,
        hashLength: keyBytes,
        outputType: "binary",
      });
    case "pbkdf2-sha512":
      return pbkdf2Aside(password, saltBytes, kdf.iterations, keyBytes, "sha512");
  }
}

export function newSalt(): string {
  return randomBytes(16).toString("base64");
}

const floor = { name: "argon2id", memoryKib: 65_536, passes: 3, lanes: 1 } as const;
const aimMs = 700;
const mostPasses = 12;

/** Argon2id with 64 MiB and three passes at least; more where this machine does them quickly, measured once. */
export function calibrated(derive: DeriveKey): KeyDerivation {
  let measured: Promise<number> | null = null;
  const choose = async (): Promise<Kdf> => {
    measured ??= affordablePasses(derive);
    return { ...floor, passes: await measured, salt: newSalt() };
  };
  return { choose, derive };
}

async function affordablePasses(derive: DeriveKey): Promise<number> {
  const began = performance.now();
  await derive({ ...floor, salt: newSalt() }, "calibration");
  const perPass = (performance.now() - began) / floor.passes;
  return Math.min(mostPasses, Math.max(floor.passes, Math.floor(aimMs / perPass)));
}
