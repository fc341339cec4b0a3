// A derivation that costs a test next to nothing.
import { deriveKey, type KeyDerivation, newSalt } from "../kdf.ts";

export const cheapKdf: KeyDerivation = {
  choose: async () => ({ name: "argon2id", memoryKib: 64, passes: 1, lanes: 1, salt: newSalt() }),
  derive: deriveKey,
};
