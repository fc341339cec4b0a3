// A derivation that costs a test next to nothing.
import { type Kdf, newSalt } from "../kdf.ts";

export async function cheapKdf(): Promise<Kdf> {
  return { name: "argon2id", memoryKib: 64, passes: 1, lanes: 1, salt: newSalt() };
}
