// The files a host has read and still holds, by handle: the same bookkeeping for every host.
import { AppError } from "./errors.ts";
import {
  type FileKind,
  type OpenedFile,
  type ReadOptions,
  type RecordFormat,
  recordFormats,
  type TableInfo,
  type TableRow,
} from "./shapes.ts";

export type Encoding = NonNullable<OpenedFile["encoding"]>;

/** What a reader is given: the bytes, what a person takes them for, and what that person knows better. */
export interface ReadJob extends ReadOptions {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}

/** Everything left to the reader. */
export const readAsFound: ReadOptions = { encoding: null, sheet: null, headingLine: null };

/** What a reader makes of it. Failures are AppErrors `file/...`. */
export interface ReadFile extends Pick<OpenedFile, "kind" | "parts" | "part"> {
  readonly encoding: Encoding | null;
  /** Empty where the file is no text. */
  readonly text: string;
  readonly table: ReadTable | null;
  /** The file whose records these are, where it was found within another. */
  readonly source?: Uint8Array;
}

/** Rows in their order, however they are kept; a list of them is one way. */
export interface Rows {
  readonly length: number;
  slice(from: number, to: number): readonly TableRow[];
}

export interface ReadTable extends TableInfo {
  readonly rows: Rows;
  /** Where the records of a file stand that knows its own fields: bytes, by the line each begins on. */
  readonly spans: readonly RecordSpan[];
}

interface RecordSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** As much of an AbortSignal as a reader needs: core knows no platform. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(event: "abort", hear: () => void): void;
}

/** Hears how much of a file has been read: bytes, of how many. */
export type HearProgress = (progress: { readonly done: number; readonly total: number }) => void;

/** Once `signal` is aborted it throws `file/stopped` and leaves nothing running. */
export type Reader = (job: ReadJob, signal: StopSignal, hear: HearProgress) => Promise<ReadFile>;

interface Held {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  read: ReadFile;
}

const answerBytes = 1024 * 1024;
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
    held.read = await read({ kind: held.read.kind, bytes: held.bytes, ...options });
    return opened(handle, held);
  }

  text(handle: string): string {
    return this.#get(handle).read.text;
  }

  /** At most `count`, and no more than make up about a megabyte; at least one where there is one. */
  rows(handle: string, from: number, count: number): readonly TableRow[] {
    const { bytes, read } = this.#get(handle);
    if (!read.table) throw new AppError("file/not-a-table");
    const { rows } = read.table;
    const fitting = Math.max(1, Math.floor((rows.length * answerBytes) / Math.max(1, bytes.byteLength)));
    return rows.slice(from, from + Math.min(count, fitting));
  }

  /** A copy: its own, where those that are held are shared with another thread. */
  bytes(handle: string): Uint8Array<ArrayBuffer> {
    return this.#get(handle).bytes.slice();
  }

  /** Of a file of records. Throws `file/not-a-table` for any other. */
  format(handle: string): RecordFormat {
    const found = recordFormats.find((one) => one === this.#get(handle).read.table?.format);
    if (!found) throw new AppError("file/not-a-table");
    return found;
  }

  /** The file without its records that begin elsewhere than on these lines, byte for byte. */
  only(handle: string, lines: readonly number[]): Uint8Array<ArrayBuffer> {
    const { bytes: file, read } = this.#get(handle);
    const bytes = read.source ?? file;
    if (!read.table) throw new AppError("file/not-a-table");
    const wanted = new Set(lines);
    const kept: Uint8Array[] = [];
    let at = 0;
    for (const { line, start, end } of read.table.spans) {
      if (wanted.has(line)) continue;
      kept.push(bytes.subarray(at, start));
      at = end;
    }
    return joined([...kept, bytes.subarray(at)]);
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

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function opened(handle: string, { name, bytes, sha256, read }: Held): OpenedFile {
  const { kind, encoding, parts, part } = read;
  const table = read.table && infoOf(read.table);
  return { handle, name, kind, byteCount: bytes.byteLength, sha256, encoding, parts, part, table };
}

function infoOf({ rows, spans: _spans, ...info }: ReadTable): OpenedFile["table"] {
  return { ...info, rowCount: rows.length };
}
