// Backups as the services offer them: made by hand, made by themselves once a day, listed, restored.
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import type { BackupInfo, BackupState } from "#core/host/shapes.ts";
import type { Failure } from "#core/lib/result.ts";
import { diskError } from "../disk/disk-error.ts";
import { backupCodes, listBackups, removeBackup } from "./backup-folder.ts";
import { type BackupSource, makeBackup } from "./make-backup.ts";
import { type Restored, restoreBackup } from "./restore-backup.ts";
import { isDue } from "./rotation.ts";

export class Backups {
  readonly #root: string;
  readonly #failures = new Map<string, Failure>();
  readonly #damaged = new Map<string, readonly string[]>();
  /** One at a time: two copies of one journal help nobody. */
  #queue: Promise<unknown> = Promise.resolve();

  /** `root` holds the workspace folders, each under its id. */
  constructor(root: string) {
    this.#root = root;
  }

  async state(id: string): Promise<BackupState> {
    const backups = await listBackups(path.join(this.#root, path.basename(id)));
    const damaged = this.#damaged.get(id) ?? [];
    return { backups, failure: this.#failures.get(id) ?? null, damaged };
  }

  make(source: BackupSource): Promise<BackupInfo> {
    const made = this.#queue.then(() => this.#make(source));
    this.#queue = made.catch(() => undefined);
    return made;
  }

  /** Makes one where the last is a day old and the record has grown since. A failure is kept, to be told with the list. */
  async makeIfDue(source: BackupSource): Promise<void> {
    try {
      const backups = await listBackups(source.folder);
      const isNew = source.journal.head.frame > (backups[0]?.frame ?? 0);
      const made = backups.map(({ madeAt }) => madeAt);
      const isDay = isNew && isDue(made, new Date().toISOString());
      const isLegible = !source.unsealed && backups.some(({ unsealed }) => unsealed);
      if (isDay || isLegible) await this.make(source);
    } catch (error) {
      this.#keep(source, error);
    }
  }

  /** Answers why none could be made, or null once it is. */
  async tryMake(source: BackupSource): Promise<Failure | null> {
    try {
      await this.make(source);
      return null;
    } catch (error) {
      return this.#keep(source, error);
    }
  }

  restore(id: string, name: string): Promise<Restored> {
    return restoreBackup(this.#root, path.basename(id), name);
  }

  async #make(source: BackupSource): Promise<BackupInfo> {
    try {
      const { damaged, ...info } = await makeBackup(source, new Date().toISOString());
      if (!source.unsealed) await removeUnsealed(source.folder);
      this.#failures.delete(path.basename(source.folder));
      this.#damaged.set(path.basename(source.folder), damaged);
      return info;
    } catch (error) {
      this.#keep(source, error);
      throw error;
    }
  }

  /** What nobody foresaw rises; what a disk may do is kept. */
  #keep({ folder }: BackupSource, error: unknown): Failure {
    const expected = diskError(error, backupCodes);
    if (!(expected instanceof AppError)) throw error;
    const { code, facts } = expected;
    const failure: Failure = { ok: false, code, facts };
    this.#failures.set(path.basename(folder), failure);
    return failure;
  }
}

/** Backups from before there was a vault: with a sealed one in their place they only give things away. */
async function removeUnsealed(folder: string): Promise<void> {
  for (const { name, unsealed } of await listBackups(folder)) {
    if (unsealed) await removeBackup(folder, name);
  }
}
