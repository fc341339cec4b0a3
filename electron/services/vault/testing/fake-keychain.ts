// A keychain of one account on one computer, as tests need it: what it wrapped, no other unwraps.
import { randomBytes } from "node:crypto";
import { AppError } from "#core/host/errors.ts";
import { decrypt, encrypt, keyBytes, nonceBytes, tagBytes } from "../aes-gcm.ts";
import type { Keychain } from "../keychain.ts";

export interface FakeKeychain extends Keychain {
  /** As a keychain that is switched off, or that the system does not open. */
  mood: "willing" | "absent" | "refusing";
}

const none = new Uint8Array();

export function fakeKeychain(): FakeKeychain {
  const key = randomBytes(keyBytes);
  return {
    mood: "willing",
    async isReal() {
      return this.mood !== "absent";
    },
    async wrap(plain) {
      if (this.mood !== "willing") throw new AppError("vault/key-not-kept");
      const nonce = randomBytes(nonceBytes);
      const { bytes, tag } = encrypt(key, nonce, none, plain);
      return Buffer.concat([nonce, tag, bytes]);
    },
    async unwrap(wrapped) {
      if (this.mood !== "willing") return null;
      const rest = wrapped.subarray(nonceBytes);
      const sealed = { tag: rest.subarray(0, tagBytes), bytes: rest.subarray(tagBytes) };
      return decrypt(key, wrapped.subarray(0, nonceBytes), none, sealed);
    },
  };
}
