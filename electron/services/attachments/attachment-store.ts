// The attachments of an open workspace: each file once, named by its content, on disk before a record names it.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { maxAttachmentBytes, maxAttachmentMegabytes } from "#core/host/attachments.ts";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines, Frame } from "#core/host/shapes.ts";
import { diskError, systemCode } from "../disk/disk-error.ts";
import { replaceFile, syncFolder } from "../disk/durable.ts";
import { contentOf, type FileSeal, sealedParts } from "./sealed-file.ts";

const fileName = /^[0-9a-f]{64}$/;
/** Beside a file that no record was known to name when it was written. */
const marker = ".new";
const halfWritten = /^\..*\.tmp$/;
const mentions = /[0-9a-f]{64}/g;
/** A sealed file is longer than its content, by an eighth at most and what tags and nonces take. */
const mostBytes = maxAttachmentBytes * 1.2;
const codes = { full: "journal/full", refused: "journal/refused" } as const;

export interface StoreOptions extends FileSeal {
  readonly folder: string;
  /** The name on disk of the content with this SHA-256 (hex). */
  readonly nameOf: (sha256: string) => string;
}

export class AttachmentStore {
  readonly #options: StoreOptions;
  readonly #unnamed = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** `frames` reads the record: only asked where a host stopped between an attachment and the entry that names it. */
  static async open(options: StoreOptions, frames: () => AsyncIterable<Frame>): Promise<AttachmentStore> {
    const store = new AttachmentStore(options);
    await store.#sweep(frames);
    return store;
  }

  /** A store of nothing yet. */
  static empty(options: StoreOptions): AttachmentStore {
    return new AttachmentStore(options);
  }

  /** Answers the content's SHA-256 once it is on disk. Throws `attachment/too-large`, `journal/full`, `journal/refused`. */
  add(content: Uint8Array): Promise<string> {
    return this.#inTurn(async () => {
      if (content.byteLength > maxAttachmentBytes)
        throw new AppError("attachment/too-large", { limitMegabytes: maxAttachmentMegabytes });
      const sha256 = sha256Of(content);
      await this.#put(this.#options.nameOf(sha256), content, true);
      return sha256;
    });
  }

  /** Throws `attachment/missing`, `attachment/damaged` (facts: name, as given here). */
  async read(sha256: string, name: string): Promise<Uint8Array> {
    const onDisk = this.#options.nameOf(sha256);
    if (!(await this.#isThere(onDisk))) throw new AppError("attachment/missing", { name });
    const content = await this.#contentOf(onDisk);
    if (!content) throw new AppError("attachment/damaged", { name });
    return content;
  }

  /** To be told of every entry once it is on disk. */
  async named(entries: readonly EntryLines[]): Promise<void> {
    if (this.#unnamed.size === 0) return;
    for (const [, name] of this.#namesIn(entries)) {
      if (!this.#unnamed.delete(name)) continue;
      try {
        await rm(this.#path(name + marker), { force: true });
      } catch (error) {
        if (systemCode(error) === "") throw error; // the next opening finds the entry, and the marker without need
      }
    }
  }

  /** Names of the files there are, in the folder as it lies on disk. */
  async names(): Promise<readonly string[]> {
    return (await this.#list()).filter((name) => fileName.test(name)).toSorted();
  }

  async size(): Promise<{ readonly count: number; readonly bytes: number }> {
    const sizes = await Promise.all((await this.names()).map(async (name) => stat(this.#path(name))));
    return { count: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
  }

  /** Whether `file`, a copy of the attachment of this name, opens and holds what the name says. */
  async isWhole(name: string, file = this.#path(name)): Promise<boolean> {
    return (await this.#contentOf(name, file)) !== null;
  }

  /** SHA-256 of those the entries mention whose files have these names. */
  async mentioned(frames: AsyncIterable<Frame>, names: ReadonlySet<string>): Promise<readonly string[]> {
    const found = new Set<string>();
    for await (const { entries } of frames) {
      for (const [sha256, name] of this.#namesIn(entries)) if (names.has(name)) found.add(sha256);
    }
    return [...found];
  }

  /** Everything once more in a store of another key. Throws `attachment/damaged` (facts: name on disk). */
  async copyInto(other: AttachmentStore): Promise<void> {
    for (const name of await this.names()) {
      const content = await this.#contentOf(name);
      if (!content) throw new AppError("attachment/damaged", { name });
      await other.#put(other.#options.nameOf(sha256Of(content)), content, this.#unnamed.has(name));
    }
  }

  /** Resolves once nothing is being written. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** A damaged file is replaced: whoever adds it again has the right bytes. */
  async #put(name: string, content: Uint8Array, isUnnamed: boolean): Promise<void> {
    const wasThere = await this.#isThere(name);
    if (wasThere && (await this.isWhole(name))) return;
    const bytes = Buffer.concat([...sealedParts(this.#options, name, content)]);
    try {
      await this.#makeFolder();
      if (isUnnamed && !wasThere) await writeFile(this.#path(name + marker), "", { mode: 0o600 });
      await replaceFile(this.#path(name), bytes);
      if (isUnnamed && !wasThere) this.#unnamed.add(name);
    } catch (error) {
      // What cannot be removed now is swept when the workspace is opened next.
      if (!wasThere) await this.#remove(name).catch(() => undefined);
      throw diskError(error, codes);
    }
  }

  async #makeFolder(): Promise<void> {
    const { folder } = this.#options;
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(path.dirname(folder));
  }

  /** Removes what no entry names: it was added and the host stopped before the record was written. */
  async #sweep(frames: () => AsyncIterable<Frame>): Promise<void> {
    const found = await this.#list();
    for (const name of found) if (halfWritten.test(name)) await rm(this.#path(name), { force: true });
    const ofMarkers = found.filter((name) => name.endsWith(marker));
    const marked = new Set(ofMarkers.map((name) => name.slice(0, -marker.length)));
    if (marked.size === 0) return;
    const named = new Set<string>();
    for await (const { entries } of frames()) {
      for (const [, name] of this.#namesIn(entries)) if (marked.has(name)) named.add(name);
    }
    for (const name of marked) {
      if (named.has(name)) await rm(this.#path(name + marker), { force: true });
      else await this.#remove(name);
    }
  }

  /** The file first: while its marker is there, a later opening finishes this. */
  async #remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
    await rm(this.#path(name + marker), { force: true });
  }

  *#namesIn(entries: readonly EntryLines[]): Generator<readonly [sha256: string, name: string]> {
    for (const { b } of entries) {
      for (const [sha256] of b?.matchAll(mentions) ?? []) yield [sha256, this.#options.nameOf(sha256)];
    }
  }

  async #contentOf(name: string, file = this.#path(name)): Promise<Uint8Array | null> {
    try {
      if ((await stat(file)).size > mostBytes) return null;
      const content = contentOf(this.#options, name, await readFile(file));
      return content && this.#options.nameOf(sha256Of(content)) === name ? content : null;
    } catch (error) {
      if (systemCode(error) === "") throw error;
      return null; // a disk that does not give a file back has damaged it
    }
  }

  async #isThere(name: string): Promise<boolean> {
    return (await this.#list()).includes(name);
  }

  async #list(): Promise<readonly string[]> {
    try {
      return await readdir(this.#options.folder);
    } catch (error) {
      if (systemCode(error) === "ENOENT") return [];
      throw diskError(error, codes);
    }
  }

  #path(name: string): string {
    return path.join(this.#options.folder, name);
  }
}

function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
