// What this computer's keychain opens. A wrap that did not open is not offered again while this host runs.
import { AppError } from "#core/host/errors.ts";
import type { SealContext } from "../journal/seal.ts";
import {
  type Keychain,
  type KeptSecret,
  type KeychainWrap,
  newKeptSecret,
  unwrapWithKeychain,
} from "./keychain.ts";

export class KeptKeys {
  readonly #keychain: Keychain | null;
  readonly #refused = new Set<string>();

  /** Null where the host has none. */
  constructor(keychain: Keychain | null) {
    this.#keychain = keychain;
  }

  async isReal(): Promise<boolean> {
    return this.#keychain !== null && (await this.#keychain.isReal());
  }

  /** Whether it is worth a try. The keychain is not asked: a list must not wait for it. */
  offers(id: string, wrap: KeychainWrap | undefined): boolean {
    return wrap !== undefined && this.#keychain !== null && !this.#refused.has(id);
  }

  /** Throws `host/no-keychain`, `vault/key-not-kept`. */
  async newSecret(): Promise<KeptSecret> {
    return newKeptSecret(await this.#real());
  }

  /** A new wrap is in the header of workspace `id`. */
  renewed(id: string): void {
    this.#refused.delete(id);
  }

  /** Throws `host/no-keychain`, `vault/kept-key-unusable`. */
  async unwrap(id: string, wrap: KeychainWrap | undefined, context: SealContext): Promise<Uint8Array> {
    try {
      const keychain = await this.#real();
      const dataKey = wrap && (await unwrapWithKeychain(wrap, context, keychain));
      if (!dataKey) throw new AppError("vault/kept-key-unusable");
      return dataKey;
    } catch (error) {
      this.#refused.add(id);
      throw error;
    }
  }

  /**
   * A secret for the next key of a workspace whose key of now it opens; null for all others: a folder from another
   * computer is not to open without its passphrase on this one because it is given a new key.
   */
  async nextSecret(
    id: string,
    wrap: KeychainWrap | undefined,
    context: SealContext,
  ): Promise<KeptSecret | null> {
    if (!this.offers(id, wrap)) return null;
    try {
      (await this.unwrap(id, wrap, context)).fill(0);
      return await this.newSecret();
    } catch (error) {
      if (error instanceof AppError) return null; // the passphrase opens it, as ever
      throw error;
    }
  }

  /** Throws `host/no-keychain`. */
  async #real(): Promise<Keychain> {
    if (!this.#keychain || !(await this.#keychain.isReal())) throw new AppError("host/no-keychain");
    return this.#keychain;
  }
}
