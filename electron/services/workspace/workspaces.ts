// The workspace folders under one root, and the one of them that is open.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import type { OpenedWorkspace, WorkspaceKind, WorkspaceSummary } from "#core/host/shapes.ts";
import { diskError, systemCode } from "../disk/disk-error.ts";
import { syncFolder } from "../disk/durable.ts";
import type { Journal } from "../journal/journal.ts";
import { nodeFiles } from "../journal/node-files.ts";
import { openJournal } from "../journal/open-journal.ts";
import { nullSeal } from "../journal/seal.ts";
import { headerFormat, type WorkspaceHeader } from "./header.ts";
import { readHeader, writeHeader } from "./header-files.ts";
import { isLocked, type Lock, takeLock } from "./lock.ts";

interface Open {
  readonly id: string;
  readonly folder: string;
  header: WorkspaceHeader;
  readonly lock: Lock;
  readonly journal: Journal;
  readonly cutBytes: number;
}

/** A folder's name, and so a workspace's id: never a path, never `databases` (Chromium deletes those). */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const codes = { full: "journal/full", refused: "workspace/read-only" } as const;

export class Workspaces {
  readonly #root: string;
  #open: Open | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** `root` is made where it is missing. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Newest first. */
  async list(): Promise<readonly WorkspaceSummary[]> {
    const summaries = await Promise.all((await this.#ids()).map((id) => this.#summary(id)));
    return summaries.flatMap((found) => found ?? []).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  /** Throws `workspace/name-taken`, `workspace/read-only`, `journal/full`. */
  create(label: string, kind: WorkspaceKind): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      const isTaken = (await this.list()).some((other) => other.label.toLowerCase() === label.toLowerCase());
      if (isTaken) throw new AppError("workspace/name-taken", { label });
      const id = randomUUID();
      const header: WorkspaceHeader = {
        chancery: "workspace",
        format: headerFormat,
        vault: id,
        epoch: 1,
        cipher: "none",
        device: randomUUID(),
        label,
        kind,
        createdAt: new Date().toISOString(),
        lastOpenedAt: null,
        journalFrame: 0,
      };
      try {
        await mkdir(this.#folder(id), { recursive: true, mode: 0o700 });
        await writeHeader(this.#folder(id), header);
        await syncFolder(this.#root);
      } catch (error) {
        throw diskError(error, codes);
      }
      return this.#openFolder(id);
    });
  }

  /** Closes the one that is open. Opening the open one again answers it as it is. */
  open(id: string): Promise<OpenedWorkspace> {
    return this.#inTurn(async () => {
      if (this.#open?.id === id) return opened(this.#open);
      if (!(await this.#ids()).includes(id)) throw new AppError("workspace/missing");
      return this.#openFolder(id);
    });
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  /** Moves a sample out of sight under another name; nothing is deleted. Throws `workspace/not-sample` for others. */
  discardSample(id: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!(await this.#ids()).includes(id)) throw new AppError("workspace/missing");
      const header = await readHeader(this.#folder(id));
      if (header?.kind !== "sample") throw new AppError("workspace/not-sample");
      if (this.#open?.id === id) await this.#close();
      const lock = await takeLock(this.#folder(id)).catch((error: unknown) =>
        Promise.reject(diskError(error, codes)),
      );
      await lock.release();
      const when = new Date().toISOString().replaceAll(/[^0-9]/g, "");
      try {
        await rename(this.#folder(id), path.join(this.#root, `discarded-${id}-${when}`));
        await syncFolder(this.#root);
      } catch (error) {
        throw diskError(error, codes);
      }
    });
  }

  /** The journal of the open workspace. Throws `workspace/not-open`. */
  get journal(): Journal {
    if (!this.#open) throw new AppError("workspace/not-open");
    return this.#open.journal;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #folder(id: string): string {
    return path.join(this.#root, id);
  }

  async #ids(): Promise<readonly string[]> {
    try {
      await mkdir(this.#root, { recursive: true, mode: 0o700 });
      const found = await readdir(this.#root, { withFileTypes: true });
      return found
        .filter((entry) => entry.isDirectory() && idShape.test(entry.name))
        .map((entry) => entry.name);
    } catch (error) {
      throw diskError(error, codes);
    }
  }

  async #summary(id: string): Promise<WorkspaceSummary | null> {
    const nameless = { id, label: "", kind: "work", createdAt: "", lastOpenedAt: null } as const;
    try {
      const header = await readHeader(this.#folder(id));
      if (!header) return { ...nameless, trouble: "damaged" };
      const { label, kind, createdAt, lastOpenedAt } = header;
      const isElsewhere = this.#open?.id !== id && (await isLocked(this.#folder(id)));
      return { id, label, kind, createdAt, lastOpenedAt, trouble: isElsewhere ? "locked" : null };
    } catch (error) {
      if (!(error instanceof AppError)) throw diskError(error, codes);
      return { ...nameless, trouble: error.code === "workspace/newer" ? "newer" : "damaged" };
    }
  }

  async #openFolder(id: string): Promise<OpenedWorkspace> {
    await this.#close();
    const folder = this.#folder(id);
    let lock: Lock | null = null;
    try {
      lock = await takeLock(folder);
      const header = await readHeader(folder);
      if (!header) throw new AppError("workspace/header-damaged");
      const context = { vault: header.vault, epoch: header.epoch };
      const { journal, cutBytes } = await openJournal({
        ...context,
        files: nodeFiles(path.join(folder, "journal")),
        seal: nullSeal(context),
        acknowledged: header.journalFrame,
      });
      this.#open = { id, folder, header, lock, journal, cutBytes };
      await this.#note({ lastOpenedAt: new Date().toISOString() });
      return opened(this.#open);
    } catch (error) {
      if (!this.#open) await lock?.release();
      throw diskError(error, codes);
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    try {
      await open.journal.close();
      await this.#note({});
    } finally {
      this.#open = null;
      await open.lock.release();
    }
  }

  /** Writes both copies of the header, mending either. They only hold hints, so a full disk is no reason to stop. */
  async #note(change: Partial<WorkspaceHeader>): Promise<void> {
    if (!this.#open) return;
    const { folder, header, journal } = this.#open;
    this.#open.header = { ...header, ...change, journalFrame: journal.head.frame };
    try {
      await writeHeader(folder, this.#open.header);
    } catch (error) {
      if (systemCode(error) === "") throw error;
    }
  }
}

function opened({ id, header, journal, cutBytes }: Open): OpenedWorkspace {
  return {
    id,
    label: header.label,
    kind: header.kind,
    deviceId: header.device,
    unsealed: header.cipher === "none",
    head: journal.head,
    cutBytes,
  };
}
