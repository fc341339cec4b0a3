// The files a host has read and still holds, by handle: the same bookkeeping for every host.
import { AppError } from "./errors.ts";
import type { FileKind, OpenedFile, ReadOptions, TableInfo, TableRow } from "./shapes.ts";

export type Encoding = NonNullable<OpenedFile["encoding"]>;

/** What a reader is given: the bytes, what they are taken for, and what a person knows better. */
export interface ReadJob extends ReadOptions {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}

/** Everything left to the reader. */
export const readAsFound: ReadOptions = { encoding: null, sheet: null, headingLine: null };

/** What a reader makes of it. Failures are AppErrors `file/...`. */
export interface ReadFile {
  readonly encoding: Encoding | null;
  /** Empty where the file is no text. */
  readonly text: string;
  readonly table: ReadTable | null;
}

export interface ReadTable extends TableInfo {
  readonly rows: readonly TableRow[];
}

/** As much of an AbortSignal as a reader needs: core knows no platform. */
export interface StopSignal {
  addEventListener(event: "abort", hear: () => void): void;
}

/** Once `signal` is aborted it throws `file/stopped` and leaves nothing running. */
export type Reader = (job: ReadJob, signal: StopSignal) => Promise<ReadFile>;

interface Held {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  read: ReadFile;
}

const maxHeld = 20;
const maxHeldBytes = 200 * 1024 * 1024;

/** Holds at most 20 files and 200 MB; beyond that the oldest is let go and its handle becomes `file/gone`. */
export class OpenFiles {
  readonly #held = new Map<string, Held>();

  /** `handle` is new and random: it is all that is needed to get at the file. */
  add(handle: string, held: Held): OpenedFile {
    this.#held.set(handle, held);
    this.#letOldestGo();
    return opened(handle, held);
  }

  /** The file again, read as a person said. */
  async reread(
    handle: string,
    options: ReadOptions,
    read: (job: ReadJob) => Promise<ReadFile>,
  ): Promise<OpenedFile> {
    const held = this.#get(handle);
    held.read = await read({ kind: held.kind, bytes: held.bytes, ...options });
    return opened(handle, held);
  }

  text(handle: string): string {
    return this.#get(handle).read.text;
  }

  rows(handle: string, from: number, count: number): readonly TableRow[] {
    const { table } = this.#get(handle).read;
    if (!table) throw new AppError("file/not-a-table");
    return table.rows.slice(from, from + count);
  }

  bytes(handle: string): Uint8Array {
    return this.#get(handle).bytes;
  }

  close(handle: string): void {
    this.#held.delete(handle);
  }

  closeAll(): void {
    this.#held.clear();
  }

  #get(handle: string): Held {
    const held = this.#held.get(handle);
    if (!held) throw new AppError("file/gone");
    return held;
  }

  #letOldestGo(): void {
    let bytes = 0;
    for (const held of this.#held.values()) bytes += held.bytes.byteLength;
    for (const [handle, held] of this.#held) {
      if (this.#held.size <= 1 || (this.#held.size <= maxHeld && bytes <= maxHeldBytes)) return;
      this.#held.delete(handle);
      bytes -= held.bytes.byteLength;
    }
  }
}

function opened(handle: string, { name, kind, bytes, sha256, read }: Held): OpenedFile {
  const table = read.table && infoOf(read.table);
  return {
    handle,
    name,
    kind,
    byteCount: bytes.byteLength,
    sha256,
    encoding: read.encoding,
    table,
  };
}

function infoOf({ rows, ...info }: ReadTable): OpenedFile["table"] {
  return { ...info, rowCount: rows.length };
}
