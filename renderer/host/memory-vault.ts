// The vault of the host in memory: secrets are compared, nothing is encrypted.
import type { Services } from "#core/host/contract.ts";
import { AppError } from "#core/host/errors.ts";
import type { OpenedWorkspace, VaultSecret, WorkspaceSummary } from "#core/host/shapes.ts";
import { passphraseFault } from "#core/rules/passphrase.ts";

interface Kept {
  /** Null where it is not protected. */
  secret: VaultSecret | null;
  readonly summary: WorkspaceSummary;
}

/** `enter` opens a workspace by its id. */
export function memoryVault<W extends Kept>(
  current: () => W,
  enter: (id: string) => W,
  opened: (workspace: W) => OpenedWorkspace,
): Pick<Services, Extract<keyof Services, `vault.${string}`>> {
  return {
    "vault.propose": async () => ({
      passphrase: "lantern heron copper wheat sonnet harbor quill",
      recoveryCode: "012345-6789AB-CDEFGH-JKMNPQ-RSTVWX-YZ0123-456789-ABCDEF-GHJKMN",
    }),
    "vault.protect": async ({ secret }) => {
      const here = current();
      if (here.secret ?? here.summary.kind === "sample") throw new AppError("vault/protected");
      here.secret = secret;
      return { opened: opened(here), backupFailure: null };
    },
    "vault.changePassphrase": async ({ current: before, next }) => {
      if (passphraseFault(next)) throw new AppError("vault/weak-passphrase");
      const here = unlocked(current(), before);
      here.secret = { recoveryCode: here.secret?.recoveryCode ?? "", passphrase: next };
      return null;
    },
    "vault.recover": async ({ id, recoveryCode, passphrase }) => {
      const here = enter(id);
      if (here.secret?.recoveryCode !== recoveryCode) throw new AppError("vault/wrong-recovery-code");
      here.secret = { passphrase, recoveryCode };
      return opened(here);
    },
    "vault.newEpoch": async ({ secret }) => {
      const here = unlocked(current(), secret.passphrase);
      here.secret = secret;
      return opened(here);
    },
    "vault.keychain": async () => {
      current();
      return { isReal: false, isKept: false };
    },
    "vault.keepKey": () => Promise.reject(new AppError("host/no-keychain")),
  };
}

export function unlocked<W extends Kept>(workspace: W, passphrase: string): W {
  if (!workspace.secret) throw new AppError("vault/not-protected");
  if (workspace.secret.passphrase !== passphrase)
    throw new AppError("vault/wrong-passphrase", { seconds: 0 });
  return workspace;
}
