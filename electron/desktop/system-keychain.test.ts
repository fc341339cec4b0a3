// What of Electron's safeStorage counts as a keychain, with a store that stands in for it.
import { describe, expect, test } from "vitest";
import { systemKeychain } from "./system-keychain.ts";

type Storage = Parameters<typeof systemKeychain>[0];

const store: Storage = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`kept:${text}`),
  decryptStringAsync: async (bytes) => {
    const text = bytes.toString();
    if (!text.startsWith("kept:")) throw new Error("Ciphertext does not appear to be encrypted.");
    return { result: text.slice(5), shouldReEncrypt: false };
  },
  getSelectedStorageBackend: () => "gnome_libsecret",
};

describe("a keychain is real", () => {
  test.each<[string, Partial<Storage>, NodeJS.Platform, boolean]>([
    ["with a secret store", {}, "linux", true],
    ["not where secrets lie under a known password", back("basic_text"), "linux", false],
    ["not before it is known which store there is", back("unknown"), "linux", false],
    ["not without encryption", { isAsyncEncryptionAvailable: async () => false }, "linux", false],
    [
      "not where it cannot be asked",
      { isAsyncEncryptionAvailable: () => Promise.reject(new Error()) },
      "linux",
      false,
    ],
    ["on Windows, which has one store", back("unknown"), "win32", true],
    ["on macOS, which has one store", back("unknown"), "darwin", true],
    ["not without encryption on Windows", { isAsyncEncryptionAvailable: async () => false }, "win32", false],
  ])("%s", async (_title, other, platform, isReal) => {
    expect(await systemKeychain({ ...store, ...other }, platform).isReal()).toBe(isReal);
  });
});

test("bytes go in and come back; what it did not wrap is null, and a refusal is told", async () => {
  const keychain = systemKeychain(store, "linux");
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
  const wrapped = await keychain.wrap(bytes);
  expect(new Uint8Array((await keychain.unwrap(new Uint8Array(wrapped))) ?? [])).toEqual(bytes);
  expect(await keychain.unwrap(bytes)).toBeNull();
  const refusing = { ...store, encryptStringAsync: () => Promise.reject(new Error("denied")) };
  await expect(systemKeychain(refusing, "linux").wrap(bytes)).rejects.toMatchObject({
    code: "vault/key-not-kept",
  });
});

function back(backend: ReturnType<Storage["getSelectedStorageBackend"]>): Partial<Storage> {
  return { getSelectedStorageBackend: () => backend };
}
