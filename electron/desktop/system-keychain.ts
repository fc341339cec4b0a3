// The system's keychain by way of Electron's safeStorage: DPAPI, the macOS keychain, or a Linux desktop's secret store.
import type { SafeStorage } from "electron";
import { AppError } from "#core/host/errors.ts";
import type { Keychain } from "#services/vault/keychain.ts";

type Storage = Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

/** Only after the app is ready. */
export function systemKeychain(storage: Storage, platform: NodeJS.Platform): Keychain {
  return {
    isReal: async () => {
      try {
        // With no secret store, Chromium encrypts under a password that everybody knows.
        if (platform === "linux" && isNoStore(storage.getSelectedStorageBackend())) return false;
        return await storage.isAsyncEncryptionAvailable();
      } catch {
        return false; // a store that cannot be asked keeps nothing
      }
    },
    wrap: async (bytes) => {
      try {
        return await storage.encryptStringAsync(Buffer.from(bytes).toString("base64"));
      } catch (error) {
        throw new AppError("vault/key-not-kept", {}, { cause: error });
      }
    },
    unwrap: async (bytes) => {
      try {
        const { result } = await storage.decryptStringAsync(Buffer.from(bytes));
        return Buffer.from(result, "base64");
      } catch {
        return null; // another account's or computer's, damaged, or refused by the person who was asked
      }
    },
  };
}

function isNoStore(backend: ReturnType<Storage["getSelectedStorageBackend"]>): boolean {
  return backend === "basic_text" || backend === "unknown";
}
