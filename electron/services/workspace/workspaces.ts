// The workspace folders under one root, and the one of them that is open.
import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Ask } from "#core/host/contract.ts";
import { AppError } from "#core/host/errors.ts";
import type {
  EntryLines,
  JournalHead,
  KeychainState,
  OpenedWorkspace,
  VaultSecret,
  WorkspaceSummary,
} from "#core/host/shapes.ts";
import { passphraseFault } from "#core/rules/passphrase.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import type { BackupSource } from "../backup/make-backup.ts";
import { syncFolder } from "../disk/durable.ts";
import type { Journal } from "../journal/journal.ts";
import type { DeviceKeys } from "../pouch/device-keys.ts";
import { Guesses } from "../vault/guesses.ts";
import { sealName } from "../vault/journal-seal.ts";
import type { KeyDerivation } from "../vault/kdf.ts";
import type { Keychain } from "../vault/keychain.ts";
import { KeptKeys } from "../vault/kept-keys.ts";
import { newDataKey } from "../vault/keys.ts";
import { unwrapWithPassphrase, unwrapWithRecovery, wrapKey } from "../vault/wraps.ts";
import { removeAbandoned } from "./abandoned.ts";
import { folderIds, makeFolder, onDisk, summaryOf } from "./folders.ts";
import { plainFormat, sealedFormat, type SealedHeader, type WorkspaceHeader } from "./header.ts";
import { readHeader } from "./header-files.ts";
import { takeLock } from "./lock.ts";
import { OpenFolder } from "./open-folder.ts";

export interface WorkspacesOptions {
  /** Made where it is missing. */
  readonly root: string;
  /** How passphrases are stretched. */
  readonly kdf: KeyDerivation;
  /** The system's; none where it is left out. */
  readonly keychain?: Keychain | null;
  /** Milliseconds that never go back. */
  readonly now?: () => number;
}

export class Workspaces {
  readonly #root: string;
  readonly #kdf: KeyDerivation;
  readonly #keptKeys: KeptKeys;
  readonly #guesses: Guesses;
  #open: OpenFolder | null = null;
  /** Once a host: what is left half made later is the next one's. */
  #swept: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ root, kdf, keychain, now }: WorkspacesOptions) {
    this.#root = root;
    this.#kdf = kdf;
    this.#keptKeys = new KeptKeys(keychain ?? null);
    this.#guesses = new Guesses(now ?? (() => performance.now()));
  }

  /** Newest first. */
  async list(): Promise<readonly WorkspaceSummary[]> {
    const ids = await folderIds(this.#root);
    await (this.#swept ??= removeAbandoned(this.#root));
    const summaries = await Promise.all(ids.map((id) => this.#summary(id)));
    return summaries.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  /** Throws `workspace/name-taken`, `workspace/read-only`, `journal/full`, `vault/weak-passphrase`, `vault/recovery-typo`. */
  create(ask: Ask<"workspace.create">): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      const { label, kind } = ask;
      const isTaken = (await this.list()).some((other) => other.label.toLowerCase() === label.toLowerCase());
      if (isTaken) throw new AppError("workspace/name-taken", { label });
      const id = randomUUID();
      const common = {
        chancery: "workspace",
        vault: id,
        epoch: 1,
        device: randomUUID(),
        label,
        kind,
        createdAt: new Date().toISOString(),
        lastOpenedAt: null,
        journalFrame: 0,
      } as const;
      if (ask.kind === "sample") {
        return this.#make({ ...common, format: plainFormat, cipher: "none" }, null);
      }
      mustBeStrong(ask.secret.passphrase);
      const dataKey = newDataKey();
      const wraps = await wrapKey(dataKey, common, ask.secret, this.#kdf);
      return this.#make({ ...common, format: sealedFormat, cipher: sealName, wraps }, dataKey);
    });
  }

  /** Closes the one that is open. Opening the open one again answers it as it is. Throws `vault/needs-passphrase`. */
  open(id: string): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      if (this.#open?.id === id) return this.#open.opened;
      await this.#mustBeThere(id);
      const { format } = await readHeader(this.#folder(id));
      if (format === sealedFormat) throw new AppError("vault/needs-passphrase");
      return this.#openFolder(id, null);
    });
  }

  /** Throws `vault/wrong-passphrase`, `vault/wait` (facts: seconds). */
  unlock(id: string, passphrase: string): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      const header = await this.#sealedHeader(id);
      return this.#openFolder(id, await this.#keyBehind(id, header, passphrase));
    });
  }

  /** Throws `host/no-keychain`, `vault/kept-key-unusable`: the passphrase is then the way in. */
  async unlockByKeychain(id: string): Promise<OpenedWorkspace> {
    // The keychain may ask the person: nobody else waits meanwhile, and the passphrase opens.
    const header = await this.#sealedHeader(id);
    const dataKey = await this.#keptKeys.unwrap(id, header.keychain, header);
    return this.#inTurn(() => this.#openFolder(id, dataKey));
  }

  /** Of the workspace that is open. */
  async keychainState(): Promise<KeychainState> {
    const { id, sealed } = this.#mustBeOpen();
    const isReal = await this.#keptKeys.isReal();
    return { isReal, isKept: isReal && this.#keptKeys.offers(id, sealed?.keychain) };
  }

  /** Throws `host/no-keychain`, `vault/key-not-kept`, `vault/not-protected`. */
  async keepKey(isKept: boolean): Promise<void> {
    const { id } = this.#mustBeOpen();
    const kept = isKept ? await this.#keptKeys.newSecret() : null;
    await this.#inTurn(async () => {
      // Another one may have been opened while the keychain asked.
      if (this.#mustBeOpen().id !== id) throw new AppError("workspace/not-open");
      await this.#change((open) => open.keepKey(kept));
      this.#keptKeys.renewed(id);
    });
  }

  /** Opens with the recovery code and puts a new passphrase in place of the forgotten one. */
  recover(id: string, recoveryCode: string, passphrase: string): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      mustBeStrong(passphrase);
      const header = await this.#sealedHeader(id);
      const dataKey = unwrapWithRecovery(header.wraps, header, recoveryCode);
      if (!dataKey) throw new AppError("vault/wrong-recovery-code");
      const opened = await this.#openFolder(id, dataKey);
      try {
        await this.#change((open) => open.changePassphrase(passphrase, this.#kdf));
      } catch (error) {
        await this.#close();
        throw error;
      }
      this.#guesses.right(id);
      return opened;
    });
  }

  /** Throws `vault/wrong-passphrase`, `vault/wait`, `vault/weak-passphrase`, `vault/not-protected`. */
  changePassphrase(current: string, next: string): Promise<void> {
    return this.#inTurn(async () => {
      mustBeStrong(next);
      await this.#mustKnow(current);
      await this.#change((open) => open.changePassphrase(next, this.#kdf));
    });
  }

  /** Gives a workspace made without a vault one. Throws `vault/protected`; samples stay as they are. */
  protect(secret: VaultSecret): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      mustBeStrong(secret.passphrase);
      const open = this.#mustBeOpen();
      if (open.sealed || open.kind === "sample") throw new AppError("vault/protected");
      await this.#change((folder) => folder.reseal(secret, this.#kdf, null));
      return open.opened;
    });
  }

  /** A new data key and a new recovery code, with the journal written anew; the passphrase stays. */
  async newEpoch(secret: VaultSecret): Promise<OpenedWorkspace> {
    const { id, sealed } = this.#mustBeOpen();
    const kept = sealed && (await this.#keptKeys.nextSecret(id, sealed.keychain, sealed));
    return this.#inTurn(async () => {
      await this.#mustKnow(secret.passphrase);
      // Not where it was switched meanwhile.
      const isSame = this.#mustBeOpen().sealed?.keychain === sealed?.keychain;
      await this.#change((folder) => folder.reseal(secret, this.#kdf, isSame ? kept : null));
      return this.#mustBeOpen().opened;
    });
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  /** Closes what needs a passphrase to be opened again. False where nothing such is open. */
  lock(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!this.#open?.sealed) return false;
      await this.#close();
      return true;
    });
  }

  /** Moves a sample out of sight under another name; nothing is deleted. Throws `workspace/not-sample` for others. */
  discardSample(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#mustBeThere(id);
      const { kind } = await readHeader(this.#folder(id));
      if (kind !== "sample") throw new AppError("workspace/not-sample");
      if (this.#open?.id === id) await this.#close();
      await onDisk(async () => {
        const lock = await takeLock(this.#folder(id));
        await lock.release();
        const when = new Date().toISOString().replaceAll(/[^0-9]/g, "");
        await rename(this.#folder(id), path.join(this.#root, `discarded-${id}-${when}`));
        await syncFolder(this.#root);
      });
    });
  }

  /** The journal of the open workspace. Throws `workspace/not-open`, `workspace/busy`. */
  get journal(): Journal {
    return this.#mustBeOpen().journal;
  }

  /** Answers once the entries are on disk. Throws `workspace/not-open`, `workspace/busy`, and what the journal does. */
  async append(entries: readonly EntryLines[]): Promise<JournalHead> {
    return this.#mustBeOpen().append(entries);
  }

  /** Those of the open workspace. Throws `workspace/not-open`, `workspace/busy`. */
  get attachments(): AttachmentStore {
    return this.#mustBeOpen().attachments;
  }

  /** Those of this device for pouches. Throws `workspace/not-open`, `pouch/needs-vault`. */
  deviceKeys(): Promise<DeviceKeys> {
    return this.#inTurn(() => this.#mustBeOpen().deviceKeys());
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** What a backup of the open workspace is made from. Throws `workspace/not-open`, `workspace/busy`. */
  get backupSource(): BackupSource {
    return this.#mustBeOpen().backupSource;
  }

  /** What the list calls a workspace. */
  async labelOf(id: string): Promise<string> {
    return (await this.#summary(id)).label;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #summary(id: string): Promise<WorkspaceSummary> {
    return summaryOf(id, this.#folder(id), this.#open?.id === id, this.#keptKeys);
  }

  #folder(id: string): string {
    return path.join(this.#root, id);
  }

  #mustBeOpen(): OpenFolder {
    if (!this.#open) throw new AppError("workspace/not-open");
    return this.#open;
  }

  async #mustBeThere(id: string): Promise<void> {
    if (!(await folderIds(this.#root)).includes(id)) throw new AppError("workspace/missing");
  }

  async #sealedHeader(id: string): Promise<SealedHeader> {
    await this.#mustBeThere(id);
    const header = await readHeader(this.#folder(id));
    if (header.format !== sealedFormat) throw new AppError("vault/not-protected");
    return header;
  }

  /** Counts what was wrong; the next try may have to wait. */
  async #keyBehind(id: string, header: SealedHeader, passphrase: string): Promise<Uint8Array> {
    this.#guesses.check(id);
    const dataKey = await unwrapWithPassphrase(header.wraps, header, passphrase, this.#kdf.derive);
    if (!dataKey) throw this.#guesses.wrong(id);
    this.#guesses.right(id);
    return dataKey;
  }

  async #mustKnow(passphrase: string): Promise<void> {
    const { id, sealed } = this.#mustBeOpen();
    if (!sealed) throw new AppError("vault/not-protected");
    (await this.#keyBehind(id, sealed, passphrase)).fill(0);
  }

  async #change(change: (open: OpenFolder) => Promise<void>) {
    const open = this.#mustBeOpen();
    try {
      await onDisk(() => change(open));
    } finally {
      // Which header the disk holds is then read anew, before anything more is written.
      if (open.isUnsure) await this.#close();
    }
  }

  async #make(header: WorkspaceHeader, dataKey: Uint8Array | null): Promise<OpenedWorkspace> {
    await onDisk(() => makeFolder(this.#root, header, dataKey));
    try {
      return await this.#openFolder(header.vault, dataKey);
    } catch (error) {
      await rm(this.#folder(header.vault), { recursive: true, force: true });
      throw error;
    }
  }

  async #openFolder(id: string, dataKey: Uint8Array | null): Promise<OpenedWorkspace> {
    await this.#close();
    const open = await onDisk(() => OpenFolder.take(id, this.#folder(id), dataKey));
    this.#open = open;
    return open.opened;
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.close();
  }
}

/** Throws `vault/weak-passphrase`. */
function mustBeStrong(passphrase: string): void {
  if (passphraseFault(passphrase)) throw new AppError("vault/weak-passphrase");
}
