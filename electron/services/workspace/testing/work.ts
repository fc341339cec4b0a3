// What a test says to make real work, and the one passphrase all tests know.
import type { Ask } from "#core/host/contract.ts";
import { encodeRecoveryCode } from "#services/vault/recovery-code.ts";

export const passphrase = "lantern heron copper wheat";
export const recoveryCode = encodeRecoveryCode(new Uint8Array(32).fill(7));

export function work(label: string): Ask<"workspace.create"> {
  return { label, kind: "work", secret: { passphrase, recoveryCode } };
}
