// One workspace folder while it is open: its lock, its header, its keys, its journal and its attachments.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines, JournalHead, OpenedWorkspace, VaultSecret } from "#core/host/shapes.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import type { BackupSource } from "../backup/make-backup.ts";
import { forgetRestored, restoredFrom, restoredLabel } from "../backup/restore-backup.ts";
import { systemCode } from "../disk/disk-error.ts";
import type { Journal } from "../journal/journal.ts";
import { nodeFiles } from "../journal/node-files.ts";
import { openJournal } from "../journal/open-journal.ts";
import { nullSeal, type Seal, type SealContext } from "../journal/seal.ts";
import { type DeviceKeys, newDeviceKeys, openKeys, type SealedKeys, sealKeys } from "../pouch/device-keys.ts";
import { sealName, vaultSeal } from "../vault/journal-seal.ts";
import type { KeyDerivation } from "../vault/kdf.ts";
import { type KeptSecret, wrapUnderKeychain } from "../vault/keychain.ts";
import { keyFor, newDataKey } from "../vault/keys.ts";
import { wrapKey, wrapUnderPassphrase } from "../vault/wraps.ts";
import { attachmentsFolder, mentionedIn, openAttachments, rewriteAttachments } from "./attachments.ts";
import { type HeaderCopy, sealedFormat, type SealedHeader, type WorkspaceHeader } from "./header.ts";
import { readCopies, writeHeader } from "./header-files.ts";
import { type Lock, takeLock } from "./lock.ts";
import { journalFolder, removeOlder, removeSetAside, rewriteJournal } from "./rewrite-journal.ts";

interface State {
  readonly header: WorkspaceHeader;
  /** Null without a vault. */
  readonly dataKey: Uint8Array | null;
  readonly journal: Journal;
  readonly attachments: AttachmentStore;
}

export class OpenFolder {
  readonly id: string;
  readonly #folder: string;
  readonly #lock: Lock;
  readonly #cutBytes: number;
  #state: State;
  /** While the journal is written anew; for good once it is unsure which header the disk holds. */
  #isBusy = false;
  #isUnsure = false;

  private constructor(id: string, folder: string, lock: Lock, cutBytes: number, state: State) {
    this.id = id;
    this.#folder = folder;
    this.#lock = lock;
    this.#cutBytes = cutBytes;
    this.#state = state;
  }

  /** Throws `workspace/locked`, `workspace/header-damaged`, `workspace/newer`, `journal/damaged`. */
  static async take(id: string, folder: string, dataKey: Uint8Array | null): Promise<OpenFolder> {
    const lock = await takeLock(folder);
    try {
      const header = vouchedFor(await readCopies(folder), dataKey);
      const { journal, cutBytes } = await openJournal({
        vault: header.vault,
        epoch: header.epoch,
        files: nodeFiles(journalFolder(folder, header.epoch)),
        seal: sealOf(header, dataKey),
        acknowledged: header.journalFrame,
      });
      const attachments = await openAttachments(folder, header, dataKey, journal);
      const open = new OpenFolder(id, folder, lock, cutBytes, { header, dataKey, journal, attachments });
      const backupOf = await restoredFrom(folder);
      if (backupOf !== null) await open.#becomeAnother(backupOf);
      await open.#note({ lastOpenedAt: new Date().toISOString() });
      await open.#tidy(removeSetAside);
      return open;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** Throws `workspace/busy` while it is being written anew. */
  get journal(): Journal {
    if (this.#isBusy) throw new AppError("workspace/busy");
    return this.#state.journal;
  }

  /** Throws `workspace/busy` while they are being written anew. */
  get attachments(): AttachmentStore {
    if (this.#isBusy) throw new AppError("workspace/busy");
    return this.#state.attachments;
  }

  /** Answers once the entries are on disk. Throws `workspace/busy`. */
  async append(entries: readonly EntryLines[]): Promise<JournalHead> {
    const { journal, attachments } = this;
    const head = await journal.append(entries);
    await attachments.named(entries);
    return head;
  }

  /** Throws `workspace/busy`. */
  get backupSource(): BackupSource {
    const { journal, attachments } = this;
    const { header, dataKey } = this.#state;
    const { vault, epoch } = header;
    const seal = sealOf(header, dataKey);
    return {
      folder: this.#folder,
      unsealed: header.cipher === "none",
      journalName: path.basename(journalFolder(this.#folder, epoch)),
      journal,
      attachments: {
        folderName: path.basename(attachmentsFolder(this.#folder, epoch)),
        store: attachments,
        mentioned: (names) => mentionedIn(journal, attachments, names),
      },
      reopen: async (copy) => {
        const files = nodeFiles(journalFolder(copy, epoch));
        const again = await openJournal({ vault, epoch, files, seal, acknowledged: 0 });
        await again.journal.close();
        return again.journal.head;
      },
    };
  }

  /** Null without a vault. */
  get sealed(): SealedHeader | null {
    const { header } = this.#state;
    return header.format === sealedFormat ? header : null;
  }

  get kind(): WorkspaceHeader["kind"] {
    return this.#state.header.kind;
  }

  /** Set once the folder must be opened anew to know what it holds. */
  get isUnsure(): boolean {
    return this.#isUnsure;
  }

  get opened(): OpenedWorkspace {
    const { header, journal } = this.#state;
    return {
      id: this.id,
      label: header.label,
      kind: header.kind,
      deviceId: header.device,
      unsealed: header.cipher === "none",
      head: journal.head,
      cutBytes: this.#cutBytes,
    };
  }

  /** Wraps the key anew under `passphrase`; the journal stays as it is. */
  async changePassphrase(passphrase: string, derivation: KeyDerivation): Promise<void> {
    await this.#rewrap(async (header, dataKey) => {
      const wrap = await wrapUnderPassphrase(dataKey, header, passphrase, derivation);
      return { wraps: { ...header.wraps, passphrase: wrap } };
    });
  }

  /** Puts the keychain's wrap beside the others, or takes it out of both copies of the header. */
  async keepKey(kept: KeptSecret | null): Promise<void> {
    await this.#rewrap(async (header, dataKey) => ({
      keychain: kept ? wrapUnderKeychain(dataKey, header, kept) : undefined,
    }));
  }

  /** What this device signs and opens pouches with; made where it has none. Throws `pouch/needs-vault`. */
  async deviceKeys(): Promise<DeviceKeys> {
    const { header, dataKey } = this.#state;
    if (header.format !== sealedFormat || !dataKey) throw new AppError("pouch/needs-vault");
    const kept = header.deviceKeys ? openKeys(header.deviceKeys, dataKey, header) : null;
    if (kept?.device === header.device) return kept;
    const keys = newDeviceKeys(header.device, kept);
    await this.#rewrap(async (now, key) => ({ deviceKeys: sealKeys(keys, key, now) }));
    return keys;
  }

  /** Throws `vault/not-protected`. */
  async #rewrap(
    make: (header: SealedHeader, dataKey: Uint8Array) => Promise<Partial<SealedHeader>>,
  ): Promise<void> {
    const { header, dataKey, journal } = this.#state;
    if (header.format !== sealedFormat || !dataKey) throw new AppError("vault/not-protected");
    const changed = { ...header, ...(await make(header, dataKey)), journalFrame: journal.head.frame };
    try {
      await this.#write(changed, dataKey);
    } catch (error) {
      await this.#note({}); // what was not written in both places counts in neither
      throw error;
    }
    this.#state = { ...this.#state, header: changed };
  }

  /** A new data key under new wraps (the keychain's only with `kept`), journal and attachments written anew under it. Protects what had no vault. */
  async reseal(secret: VaultSecret, derivation: KeyDerivation, kept: KeptSecret | null): Promise<void> {
    const { header: before, journal: old, attachments: oldAttachments } = this.#state;
    const context = { vault: before.vault, epoch: before.epoch + 1 };
    const dataKey = newDataKey();
    const wraps = await wrapKey(dataKey, context, secret, derivation);
    this.#isBusy = true;
    try {
      await Promise.all([old.settled(), oldAttachments.settled()]);
      const seal = vaultSeal(dataKey, context);
      const { attachments, finished: journal } = await rewriteAttachments(
        oldAttachments,
        this.#folder,
        context,
        dataKey,
        () => rewriteJournal(old, this.#folder, context, seal),
      );
      const header: SealedHeader = {
        ...before,
        ...context,
        format: sealedFormat,
        cipher: sealName,
        wraps,
        keychain: kept ? wrapUnderKeychain(dataKey, context, kept) : undefined,
        deviceKeys: this.#resealedKeys(dataKey, context),
        journalFrame: journal.head.frame,
      };
      this.#isUnsure = true;
      await this.#write(header, dataKey);
      this.#isUnsure = false;
      this.#state.dataKey?.fill(0);
      this.#state = { header, dataKey, journal, attachments };
    } finally {
      this.#isBusy = this.#isUnsure;
    }
    await old.close();
    await this.#tidy(removeOlder);
  }

  #resealedKeys(dataKey: Uint8Array, context: SealContext): SealedKeys | undefined {
    const { header, dataKey: before } = this.#state;
    const sealed = header.format === sealedFormat ? header.deviceKeys : undefined;
    const keys = sealed && before && openKeys(sealed, before, header);
    return keys ? sealKeys(keys, dataKey, context) : undefined;
  }

  /** Two copies of one workspace must not write the same logs: a restored one goes on under a device id of its own. */
  async #becomeAnother(backupOf: string): Promise<void> {
    const { header, dataKey } = this.#state;
    const own = { ...header, device: randomUUID(), label: restoredLabel(header.label, backupOf) };
    await this.#write(own, dataKey);
    this.#state = { ...this.#state, header: own };
    await forgetRestored(this.#folder);
  }

  /** Finishes what is being written, forgets the key, gives the folder back. */
  async close(): Promise<void> {
    try {
      await this.#state.attachments.settled();
      await this.#state.journal.close();
      if (!this.#isUnsure) await this.#note({});
    } finally {
      this.#state.dataKey?.fill(0);
      await this.#lock.release();
    }
  }

  /** Writes both copies of the header, mending either. They only hold hints, so a full disk is no reason to stop. */
  async #note(change: Partial<Pick<WorkspaceHeader, "lastOpenedAt">>): Promise<void> {
    const { header, dataKey, journal } = this.#state;
    const next = { ...header, ...change, journalFrame: journal.head.frame };
    this.#state = { ...this.#state, header: next };
    try {
      await this.#write(next, dataKey);
      await this.#tidy(removeOlder);
    } catch (error) {
      if (systemCode(error) === "") throw error;
    }
  }

  /** `removeOlder` only once both copies of the header name this epoch. */
  async #tidy(remove: typeof removeOlder): Promise<void> {
    try {
      await remove(this.#folder, this.#state.header.epoch);
    } catch (error) {
      if (systemCode(error) === "") throw error;
    }
  }

  async #write(header: WorkspaceHeader, dataKey: Uint8Array | null): Promise<void> {
    await writeHeader(this.#folder, header, dataKey && keyFor(dataKey, header, "header"));
  }
}

/** The newest copy that the key vouches for. Throws `workspace/header-damaged` where it vouches for none. */
function vouchedFor(copies: readonly HeaderCopy[], dataKey: Uint8Array | null): WorkspaceHeader {
  const found = copies.find(({ header, isAuthentic }) =>
    dataKey ? isAuthentic(keyFor(dataKey, header, "header")) : header.cipher === "none",
  );
  if (!found) throw new AppError("workspace/header-damaged");
  return found.header;
}

function sealOf(header: WorkspaceHeader, dataKey: Uint8Array | null): Seal {
  return dataKey ? vaultSeal(dataKey, header) : nullSeal(header);
}
