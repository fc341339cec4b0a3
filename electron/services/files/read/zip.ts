// A zip archive read strictly: what its directory says must be what stands there, and nothing inflates beyond its limits.
import { crc32, inflateRawSync } from "node:zlib";
import { AppError } from "#core/host/errors.ts";
import { isSafeEntryName } from "./entry-name.ts";
import { limits } from "./limits.ts";

/** What is wrong with an archive, for its text. */
export type ArchiveFault =
  | "damaged"
  | "encrypted"
  | "tooManyEntries"
  | "badName"
  | "overlapping"
  | "lying"
  | "tooLarge"
  | "bomb";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const symlinkMode = 0xa000;

export function badArchive(fault: ArchiveFault): AppError {
  return new AppError("file/bad-archive", { fault });
}

/** Whether the bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, Entry>();
  /** How an entry is spelled, by its name without case. */
  readonly #spelled = new Map<string, string>();
  #inflated = 0;

  /** Throws `file/bad-archive` (fact: fault) for whatever no honest program writes. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    const directory = view.getUint32(end + 16, true);
    if (count > limits.zipEntries) throw badArchive("tooManyEntries");
    // Other disks, or the marks of a directory that stands elsewhere (zip64).
    const isSplit = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
    if (isSplit || directory + view.getUint32(end + 12, true) !== end) throw badArchive("lying");
    let at = directory;
    for (let index = 0; index < count; index += 1) {
      const { entry, next } = entryAt(view, bytes, at, end);
      if (this.#spelled.has(folded(entry.name))) throw badArchive("badName");
      this.#spelled.set(folded(entry.name), entry.name);
      this.#entries.set(entry.name, entry);
      at = next;
    }
    if (at !== end) throw badArchive("lying");
    refuseOverlaps([...this.#entries.values()], directory);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The name as the archive spells it: those of an office document are the same in capitals and small letters. */
  spelled(name: string): string {
    return this.#spelled.get(folded(name)) ?? name;
  }

  /** The bytes of an entry; null where there is none of that name. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    this.#inflated += entry.size;
    if (this.#inflated > limits.inflatedBytes) throw badArchive("tooLarge");
    if (entry.size > limits.freeInflatedBytes && entry.size > entry.packed * limits.inflateRatio) {
      throw badArchive("bomb");
    }
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packed);
    const found = entry.method === 0 ? packed : inflated(packed, entry.size);
    if (found.byteLength !== entry.size || crc32(found) !== entry.crc) throw badArchive("lying");
    return found;
  }
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Never makes more than the directory promised: what goes on beyond that is a lie. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw badArchive((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "lying" : "damaged");
  }
}

/** Where the last record begins; it must end where the file does. */
function endOf(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= earliest; at -= 1) {
    const isEnd = view.getUint32(at, true) === endSignature;
    if (isEnd && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw badArchive("damaged");
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, end: number): { entry: Entry; next: number } {
  if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) throw badArchive("damaged");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw badArchive("damaged");
  if ((flags & 1) !== 0) throw badArchive("encrypted");
  if (method !== 0 && method !== 8) throw badArchive("damaged");
  const name = nameOf(bytes.subarray(at + entryLength, at + entryLength + nameLength));
  // The upper half of the attributes is the mode of a Unix file.
  if (((view.getUint32(at + 38, true) >>> 16) & 0xf000) === symlinkMode) throw badArchive("badName");
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const start = startOf(view, bytes, { local, name, method, flags, crc, packed, size });
  if (start + packed > end) throw badArchive("lying");
  return { entry: { name, method, crc, packed, size, start }, next };
}

interface Promised {
  readonly local: number;
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Where the bytes of an entry begin; the header before them must say the same as the directory. */
function startOf(view: DataView, bytes: Uint8Array, promised: Promised): number {
  const { local, name, method, flags, crc, packed, size } = promised;
  if (local + localLength > view.byteLength || view.getUint32(local, true) !== localSignature) {
    throw badArchive("lying");
  }
  const nameEnd = local + localLength + view.getUint16(local + 26, true);
  const isSameName = nameOf(bytes.subarray(local + localLength, nameEnd)) === name;
  // With bit 3 the sizes follow the bytes, and stand in the header as nought.
  const follows = (flags & 8) !== 0;
  const isSame = (offset: number, value: number): boolean => {
    const found = view.getUint32(local + offset, true);
    return found === value || (follows && found === 0);
  };
  const agrees =
    isSameName &&
    view.getUint16(local + 8, true) === method &&
    (view.getUint16(local + 6, true) & 9) === (flags & 9) &&
    isSame(14, crc) &&
    isSame(18, packed) &&
    isSame(22, size);
  if (!agrees) throw badArchive("lying");
  return nameEnd + view.getUint16(local + 28, true);
}

function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badArchive("badName");
  }
  if (!isSafeEntryName(name)) throw badArchive("badName");
  return name;
}

function refuseOverlaps(entries: readonly Entry[], directory: number): void {
  const byStart = entries.toSorted((a, b) => a.start - b.start);
  for (const [at, { start, packed }] of byStart.entries()) {
    const next = byStart[at + 1];
    // The header of the next entry stands between the two.
    const room = next === undefined ? directory : next.start - localLength;
    if (start + packed > room) throw badArchive("overlapping");
  }
}
