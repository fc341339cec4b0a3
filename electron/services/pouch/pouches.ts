// The pouches of the open workspace: sealed from its journal, opened from a file, merged into it.
import { createHash } from "node:crypto";
import type { Ask } from "#core/host/contract.ts";
import { AppError } from "#core/host/errors.ts";
import { sizeOf } from "#core/host/journal-door.ts";
import type { HearProgress, StopSignal } from "#core/host/open-files.ts";
import type { PouchInfo, PublicDevice, SealedPouch } from "#core/host/pouch.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type DeviceKeys, fingerprintOf, publicDevice } from "./device-keys.ts";
import { fileOverhead, type JournalPart, partOf } from "./log-runs.ts";
import type { PouchOpener } from "./open-in-worker.ts";
import type { OpenPouch } from "./open-pouch.ts";
import { type PouchLimits, pouchLimits } from "./pouch-limits.ts";
import { type PouchContents, sealPouch } from "./seal-pouch.ts";

/** Bytes of a sealed character, before anything was sealed: JSON with random ids deflates to a third. */
const likelyDensity = 0.4;
const mostAttempts = 10;

export class Pouches {
  readonly #workspaces: Workspaces;
  readonly #openInWorker: PouchOpener;
  readonly #ensureRoom: (bytes: number) => Promise<void>;
  readonly #most: PouchLimits;
  readonly #open = new Map<string, OpenPouch>();

  /** `ensureRoom` throws where the disk has none for so many bytes. `most`: what one pouch holds. */
  constructor(
    workspaces: Workspaces,
    openInWorker: PouchOpener,
    ensureRoom: (bytes: number) => Promise<void>,
    most: PouchLimits = pouchLimits,
  ) {
    this.#workspaces = workspaces;
    this.#openInWorker = openInWorker;
    this.#ensureRoom = ensureRoom;
    this.#most = most;
  }

  /** Throws `pouch/needs-vault`. */
  async device(): Promise<PublicDevice & { readonly fingerprint: string }> {
    const device = publicDevice(await this.#workspaces.deviceKeys());
    return { ...device, fingerprint: fingerprintOf(device) };
  }

  /**
   * As much as one pouch holds, in the order of the record, attachments with the entries that name them. How much that
   * is stands in `upTo` and `files`. Throws `pouch/too-large` where one entry alone is more, `record/out-of-scope`, and what an
   * attachment that cannot be read throws.
   */
  async seal(ask: Ask<"pouch.seal">): Promise<{ bytes: Uint8Array; sealed: SealedPouch }> {
    const keys = await this.#workspaces.deviceKeys();
    const manifest = {
      pouch: ask.pouch,
      number: ask.number,
      madeAt: new Date().toISOString(),
      from: { ...ask.card, ...publicDevice(keys) },
      to: ask.to.kind === "passphrase" ? [] : ask.to.devices.map(({ device }) => device),
      forPost: ask.forPost,
      have: ask.have,
      note: ask.note,
    };
    const { bytes, part, tooLarge } = await this.#sealPart(manifest, ask, keys);
    const { runs, entries, files } = part;
    return {
      bytes,
      sealed: {
        pouch: ask.pouch,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes: bytes.byteLength,
        entries,
        files,
        tooLarge,
        upTo: Object.fromEntries(runs.map(({ log, from, entries: some }) => [log, from + some.length - 1])),
      },
    };
  }

  /** How small the record becomes only sealing tells: where it was judged too small, less is sealed. */
  async #sealPart(
    manifest: PouchContents["manifest"],
    { logs, have, to, attachments }: Ask<"pouch.seal">,
    keys: DeviceKeys,
  ): Promise<{
    readonly bytes: Uint8Array;
    readonly part: JournalPart;
    readonly tooLarge: readonly string[];
  }> {
    const most = this.#most;
    // Each log has its lines in the envelope: where it is from and to, and how much of it is here.
    const front = 16_384 + 1000 * Object.keys(logs).length + 250 * Object.keys(have).length;
    const isTooLarge = (bytes: number) => bytes + fileOverhead + front > most.bytes;
    const names = new Map(attachments.map(({ sha256, name }) => [sha256, name]));
    const sizes = new Map(attachments.map(({ sha256, bytes }) => [sha256, bytes ?? 0]));
    for (let [density, attempt] = [likelyDensity, 1]; attempt <= mostAttempts; attempt += 1) {
      const files = new Map([...sizes].filter(([, size]) => !isTooLarge(size)));
      const part = await partOf(this.#workspaces.journal, { logs, files, most, front, density });
      const contents = new Map<string, Uint8Array>();
      for (const sha256 of part.files) {
        const content = await this.#workspaces.attachments.read(sha256, names.get(sha256) ?? "");
        contents.set(sha256, content);
        sizes.set(sha256, content.byteLength);
      }
      const { runs } = part;
      const bytes = await sealPouch({ manifest, runs, attachments: contents }, to, keys);
      if (bytes.byteLength <= most.bytes) {
        const tooLarge = [...sizes].flatMap(([sha256, size]) => (isTooLarge(size) ? [sha256] : []));
        return { bytes, part, tooLarge };
      }
      const ofFiles = part.files.reduce((sum, sha256) => sum + (sizes.get(sha256) ?? 0) + fileOverhead, 0);
      if (part.entries < 2 && ofFiles === 0) break;
      density = Math.max(density * 1.1, (1.05 * (bytes.byteLength - ofFiles)) / Math.max(1, part.text));
    }
    throw this.#tooLarge();
  }

  #tooLarge(): AppError {
    return new AppError("pouch/too-large", { limitMegabytes: Math.ceil(this.#most.bytes / 1024 / 1024) });
  }

  /** Throws what opening does. The pouch stays open under `handle` until it is closed. */
  async open(
    { handle, passphrase }: Ask<"pouch.open">,
    bytes: Uint8Array,
    signal: StopSignal,
    hear: HearProgress,
  ): Promise<PouchInfo> {
    const opener = { keys: await this.#workspaces.deviceKeys(), passphrase };
    const opened = await this.#openInWorker({ bytes, opener }, signal, hear);
    this.#open.set(handle, opened);
    const { key: _key, parts: _parts, front: _front, blobs: _blobs, ...manifest } = opened.manifest;
    return {
      manifest,
      fingerprint: opened.fingerprint,
      runs: opened.runs.map(({ log, from, to, previous, last }) => ({ log, from, to, previous, last })),
      entries: opened.runs.reduce((sum, { entries }) => sum + entries.length, 0),
      attachments: [...opened.blobs.keys()],
      isByPassphrase: opened.isByPassphrase,
    };
  }

  /** Entries of a run from number `from` on, as many as fit `maxBytes`, at least one. */
  entries(
    handle: string,
    log: string,
    from: number,
    maxBytes: number,
  ): { readonly entries: readonly EntryLines[]; readonly next: number | null } {
    const run = this.#get(handle).runs.find((some) => some.log === log);
    if (!run) return { entries: [], next: null };
    const entries: EntryLines[] = [];
    let bytes = 0;
    for (const lines of run.entries.slice(Math.max(0, from - run.from))) {
      bytes += lines.h.length + (lines.b?.length ?? 0);
      if (entries.length > 0 && bytes > maxBytes) break;
      entries.push(lines);
    }
    const next = from + entries.length;
    return { entries, next: next <= run.to ? next : null };
  }

  /**
   * Puts parts of its runs on record as one frame, with `own` entries of this device behind them. Attachments are on
   * disk before; with no entries at all it is they alone. Throws `pouch/moved-on` where the journal has gone on since
   * the plan was made.
   */
  async merge({ handle, logs, own }: Ask<"pouch.merge">): Promise<{ readonly frame: number }> {
    const { runs, blobs } = this.#get(handle);
    const entries = Object.entries(logs).flatMap(([log, { from, to }]) => {
      const run = runs.find((some) => some.log === log);
      if (!run || from < run.from || to > run.to) throw new AppError("pouch/moved-on");
      return run.entries.slice(from - run.from, to - run.from + 1);
    });
    const all = [...entries, ...own];
    await this.#ensureRoom(
      [...blobs.values()].reduce((sum, { byteLength }) => sum + byteLength, sizeOf(all)),
    );
    for (const content of blobs.values()) await this.#workspaces.attachments.add(content);
    if (all.length === 0) return { frame: this.#workspaces.journal.head.frame };
    try {
      const { frame } = await this.#workspaces.append(all);
      return { frame };
    } catch (error) {
      if (error instanceof AppError && error.code === "journal/stale-head")
        throw new AppError("pouch/moved-on");
      throw error;
    }
  }

  close(handle: string): void {
    this.#open.delete(handle);
  }

  closeAll(): void {
    this.#open.clear();
  }

  #get(handle: string): OpenPouch {
    const open = this.#open.get(handle);
    if (!open) throw new AppError("pouch/not-open");
    return open;
  }
}
