// The record of one open workspace: appends frames durably, one at a time, and reads them back.
import { hash } from "node:crypto";
import { headAfter } from "#core/host/entry-check.ts";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines, Frame, JournalHead, LogHead } from "#core/host/shapes.ts";
import { diskError } from "../disk/disk-error.ts";
import { fileHead, fileName } from "./file-head.ts";
import { encodeFrame, frameHeadAt } from "./frame.ts";
import type { JournalFile, JournalFiles } from "./journal-files.ts";
import { decodeEntries, encodePayload } from "./payload.ts";
import { type FramePosition, readFrame } from "./scan.ts";
import type { Seal, SealContext } from "./seal.ts";

interface OpenFile {
  readonly number: number;
  readonly open: JournalFile;
  /** Offset after the last frame that is on disk. */
  readonly end: number;
}

/** What a scan of the files found. */
export interface JournalState extends SealContext {
  readonly files: JournalFiles;
  readonly seal: Seal;
  readonly rotateAt: number;
  readonly positions: FramePosition[];
  readonly heads: Map<string, LogHead>;
  readonly lastTag: Uint8Array;
  readonly file: OpenFile;
}

const codes = { full: "journal/full", refused: "journal/refused" } as const;

export class Journal {
  readonly #state: Omit<JournalState, "lastTag" | "file">;
  #lastTag: Uint8Array;
  #file: OpenFile;
  /** Set after a failed write: what the disk really holds must be looked at before more is added. */
  #isDoubtful = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(state: JournalState) {
    this.#state = state;
    this.#lastTag = state.lastTag;
    this.#file = state.file;
  }

  get head(): JournalHead {
    return { frame: this.#state.positions.length, logs: Object.fromEntries(this.#state.heads) };
  }

  /** The files, and how many bytes of each are on disk for good; whatever is appended later lies behind them. */
  get extent(): readonly { readonly name: string; readonly bytes: number }[] {
    const ends = new Map(
      this.#state.positions.map(({ file, offset, frameBytes }) => [file, offset + frameBytes]),
    );
    ends.set(this.#file.number, this.#file.end);
    return [...ends].map(([file, bytes]) => ({ name: fileName(file), bytes }));
  }

  /**
   * Puts `entries` on disk as one frame, all or none, and answers the head once it is there. Throws
   * `journal/bad-entry`, `journal/stale-head`; `journal/full` and `journal/refused` (facts: reason) where the disk
   * would not take it: then nothing was added and a later append may succeed.
   */
  append(entries: readonly EntryLines[]): Promise<JournalHead> {
    const appended = this.#queue.then(() => this.#append(entries));
    // The next append waits for this one but does not share its failure.
    this.#queue = appended.catch(() => undefined);
    return appended;
  }

  /** Frames from `from` on whose entries' text fits `maxBytes`, at least one; `next` is null at the end. */
  async read(from: number, maxBytes: number): Promise<{ frames: readonly Frame[]; next: number | null }> {
    const { positions } = this.#state;
    const batch: FramePosition[] = [];
    let bytes = 0;
    for (let at = from - 1; at < positions.length; at += 1) {
      const position = positions[at];
      if (!position || (batch.length > 0 && bytes + position.textBytes > maxBytes)) break;
      batch.push(position);
      bytes += position.textBytes;
    }
    const frames = await this.#readBatch(from, batch);
    const next = from + batch.length;
    return { frames, next: next <= positions.length ? next : null };
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Name of the file that frame `number` lies in. */
  fileOf(number: number): string {
    return fileName(this.#state.positions[number - 1]?.file ?? this.#file.number);
  }

  /** Waits for what is being written, then lets go of the file. */
  async close(): Promise<void> {
    await this.settled();
    await this.#file.open.close();
  }

  async #append(entries: readonly EntryLines[]): Promise<JournalHead> {
    const touched = this.#touchedHeads(entries);
    const { bytes: payload, textBytes } = await encodePayload(touched, entries);
    const number = this.#state.positions.length + 1;
    const sealed = this.#state.seal.seal({ number, previousTag: this.#lastTag }, payload);
    const frame = encodeFrame(this.#state.vault, number, sealed);
    try {
      if (this.#isDoubtful) await this.#verifyEnd();
      if (this.#file.end >= this.#state.rotateAt) await this.#rotate(number);
      await this.#writeFrame(frame);
    } catch (error) {
      throw diskError(error, codes);
    }
    const { number: file, end } = this.#file;
    this.#state.positions.push({ file, offset: end, frameBytes: frame.byteLength, textBytes });
    this.#file = { ...this.#file, end: end + frame.byteLength };
    this.#lastTag = sealed.tag;
    for (const [log, head] of touched) this.#state.heads.set(log, head);
    return this.head;
  }

  #touchedHeads(entries: readonly EntryLines[]): ReadonlyMap<string, LogHead> {
    const touched = new Map<string, LogHead>();
    for (const lines of entries) {
      const hashes = { header: sha256(lines.h), body: lines.b === null ? null : sha256(lines.b) };
      const { log, head } = headAfter(
        lines,
        hashes,
        (name) => touched.get(name) ?? this.#state.heads.get(name),
      );
      touched.set(log, head);
    }
    return touched;
  }

  async #writeFrame(frame: Buffer): Promise<void> {
    const { open, end } = this.#file;
    try {
      await open.write(end, frame);
      await open.sync();
    } catch (error) {
      this.#isDoubtful = true;
      await this.#cutBack().catch(() => undefined); // tried again, and then with its own error, before the next append
      throw error;
    }
  }

  async #cutBack(): Promise<void> {
    await this.#file.open.truncate(this.#file.end);
    await this.#file.open.sync();
  }

  /** After a failed write or sync: opens the file anew, cuts what was not acknowledged, reads back the last frame. */
  async #verifyEnd(): Promise<void> {
    const { number, open, end } = this.#file;
    const again = await this.#state.files.open(fileName(number));
    this.#file = { number, open: again, end };
    await open.close().catch(() => undefined); // a handle that failed may fail again on closing; its file is open anew
    await this.#cutBack();
    const last = this.#state.positions.at(-1);
    if (last) await this.#readBatch(this.#state.positions.length, [last]);
    this.#isDoubtful = false;
  }

  async #rotate(firstFrame: number): Promise<void> {
    const { files, seal } = this.#state;
    const number = this.#file.number + 1;
    const head = fileHead(this.#state, seal.name, number, firstFrame);
    await files.create(fileName(number), head);
    const open = await files.open(fileName(number));
    await this.#file.open.close();
    this.#file = { number, open, end: head.byteLength };
  }

  async #readBatch(first: number, batch: readonly FramePosition[]): Promise<readonly Frame[]> {
    const frames: Frame[] = [];
    let previousTag = await this.#tagOf(first - 1);
    for (let at = 0; at < batch.length;) {
      const file = batch[at]?.file;
      const run = batch.slice(at).filter((position) => position.file === file);
      for (const { bytes, position } of await this.#bytesOf(run)) {
        const number = first + frames.length;
        const read = readFrame({ ...this.#state, bytes }, 0, number, previousTag);
        if (typeof read === "string")
          throw new AppError("journal/damaged", { file: fileName(position.file), frame: number });
        frames.push({ number, entries: await decodeEntries(read.payload) });
        previousTag = read.tag;
      }
      at += run.length;
    }
    return frames;
  }

  /** The bytes of frames that lie one after another in one file. */
  async #bytesOf(
    run: readonly FramePosition[],
  ): Promise<readonly { bytes: Buffer; position: FramePosition }[]> {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return [];
    const open = await this.#state.files.open(fileName(first.file));
    try {
      const all = Buffer.from(await open.read(first.offset, last.offset + last.frameBytes - first.offset));
      return run.map((position) => {
        const start = position.offset - first.offset;
        return { bytes: all.subarray(start, start + position.frameBytes), position };
      });
    } finally {
      await open.close();
    }
  }

  async #tagOf(number: number): Promise<Uint8Array> {
    const position = this.#state.positions[number - 1];
    if (!position) return new Uint8Array(this.#state.seal.tagBytes);
    const [frame] = await this.#bytesOf([position]);
    const head = frame ? frameHeadAt(frame.bytes, 0, this.#state.vault, this.#state.seal) : null;
    if (!head) throw new AppError("journal/damaged", { file: fileName(position.file), frame: number });
    return head.tag;
  }
}

function sha256(text: string): string {
  return hash("sha256", text);
}
