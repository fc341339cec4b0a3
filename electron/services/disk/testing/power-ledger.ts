// Keeps what a power cut would take: bytes not synced since they were written, names not synced in their folder.
import {
  cpSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface Named {
  readonly folder: string;
  readonly undo: () => void;
}

/** What a power cut leaves. `bytes`: whether unsynced bytes stay. `names`: how many of a folder's unsynced names, of so many. */
export interface Cut {
  readonly bytes: () => boolean;
  readonly names: (unsynced: number) => number;
}

export class PowerLedger {
  /** By inode, what the disk itself holds. */
  readonly #bytes = new Map<number, Buffer>();
  #names: Named[] = [];
  #aside: string | null = null;
  #spares = 0;
  /** Where former files are put: on the disk that the work is done on. */
  place = tmpdir();
  /** Only while a work is being done: what makes its folder, and what looks after it, is on the disk for good. */
  watches = false;
  /** Files whose sync is left out: the fault a test plants. */
  forgetsSync: (file: string) => boolean = () => false;

  clear(): void {
    this.#bytes.clear();
    this.#names = [];
    if (this.#aside) rmSync(this.#aside, { recursive: true });
    this.#aside = null;
  }

  created(file: string, fd: number): void {
    if (!this.watches) return;
    this.#bytes.set(fstatSync(fd).ino, Buffer.alloc(0));
    this.linked(file);
  }

  written(file: string): void {
    if (!this.watches) return;
    this.#bytes.set(statSync(file).ino, Buffer.alloc(0));
    this.linked(file);
  }

  linked(file: string): void {
    this.#name(file, () => rmSync(file, { force: true }));
  }

  changing(fd: number, file: string): void {
    const { ino } = fstatSync(fd);
    if (this.watches && !this.#bytes.has(ino)) this.#bytes.set(ino, readFileSync(file));
  }

  /** `args` as a file handle's write takes them. */
  half(fd: number, [bytes, offset, length, position]: readonly unknown[]): void {
    writeSync(fd, bytes as Uint8Array, Number(offset), Math.floor(Number(length) / 2), Number(position));
  }

  synced(fd: number, file: string): void {
    if (this.forgetsSync(file)) return;
    const found = fstatSync(fd);
    if (found.isDirectory()) this.#names = this.#names.filter(({ folder }) => folder !== file);
    else this.#bytes.delete(found.ino);
  }

  async renaming(from: string, to: string, work: () => Promise<unknown>): Promise<void> {
    const before = existsSync(from) ? this.#spare(to) : null;
    await work();
    this.#name(to, () => {
      if (existsSync(to)) renameSync(to, from);
      if (before) renameSync(before, to);
    });
  }

  async removing(file: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.#spare(file);
    await work();
    if (before) this.#name(file, () => renameSync(before, file));
  }

  async making(folder: string, work: () => Promise<unknown>): Promise<unknown> {
    const isNew = !existsSync(folder);
    const made = await work();
    if (isNew) this.#name(folder, () => rmSync(folder, { recursive: true, force: true }));
    return made;
  }

  /** Makes of `root` what the power cut leaves of it. */
  cut(root: string, { bytes, names }: Cut): void {
    const left = new Map<string, number>();
    for (const { folder } of this.#names) left.set(folder, (left.get(folder) ?? 0) + 1);
    const kept = new Map([...left].map(([folder, unsynced]) => [folder, names(unsynced)]));
    for (const { folder, undo } of this.#names.toReversed()) {
      const at = left.get(folder) ?? 0;
      left.set(folder, at - 1);
      if (at > (kept.get(folder) ?? 0) && existsSync(folder)) undo();
    }
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const durable = entry.isFile() ? this.#bytes.get(statSync(file).ino) : undefined;
      if (durable && !bytes()) writeFileSync(file, durable);
    }
    this.clear();
  }

  #name(file: string, undo: () => void): void {
    if (this.watches) this.#names.push({ folder: path.dirname(file), undo });
  }

  /** A second name for a file, on the same disk; a copy of a folder. */
  #spare(file: string): string | null {
    if (!this.watches || !existsSync(file)) return null;
    this.#aside ??= mkdtempSync(path.join(this.place, "chancery-aside-"));
    const spare = path.join(this.#aside, String((this.#spares += 1)));
    if (statSync(file).isDirectory()) {
      mkdirSync(spare);
      cpSync(file, spare, { recursive: true });
    } else linkSync(file, spare);
    return spare;
  }
}
