// A disk in memory for the journal's tests: calls can be made to fail, and bytes can be damaged.
import type { JournalFile, JournalFiles } from "../journal-files.ts";

export interface MemoryDisk extends JournalFiles {
  readonly files: Map<string, Buffer>;
  /** Called before each call that changes something; throws to make it fail. `write` may first let some bytes through. */
  onCall: (call: "create" | "write" | "truncate" | "sync") => void;
  /** Bytes of a failing write that reach the file before it fails. */
  tornBytes: number;
}

export function memoryDisk(files = new Map<string, Buffer>()): MemoryDisk {
  const disk: MemoryDisk = {
    files,
    tornBytes: 0,
    onCall: () => undefined,
    names: async () => [...files.keys()],
    open: async (name) => openIn(disk, name),
    create: async (name, bytes) => {
      disk.onCall("create");
      files.set(name, Buffer.from(bytes));
    },
  };
  return disk;
}

/** The same bytes on another disk, as a copy of the folder would be. */
export function copyOf(disk: MemoryDisk): MemoryDisk {
  return memoryDisk(new Map([...disk.files].map(([name, bytes]) => [name, Buffer.from(bytes)])));
}

export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made for a test`), { code });
}

function openIn(disk: MemoryDisk, name: string): JournalFile {
  const bytes = (): Buffer => {
    const found = disk.files.get(name);
    if (!found) throw systemError("ENOENT");
    return found;
  };
  bytes();
  const put = (offset: number, some: Uint8Array): void => {
    const now = bytes();
    const size = Math.max(now.byteLength, offset + some.byteLength);
    const next = Buffer.alloc(size);
    now.copy(next);
    next.set(some, offset);
    disk.files.set(name, next);
  };
  return {
    size: async () => bytes().byteLength,
    read: async (offset, length) => Buffer.from(bytes().subarray(offset, offset + length)),
    write: async (offset, some) => {
      try {
        disk.onCall("write");
      } catch (error) {
        if (disk.tornBytes > 0) put(offset, some.subarray(0, disk.tornBytes));
        throw error;
      }
      put(offset, some);
    },
    truncate: async (size) => {
      disk.onCall("truncate");
      disk.files.set(name, Buffer.from(bytes().subarray(0, size)));
    },
    sync: async () => disk.onCall("sync"),
    close: async () => undefined,
  };
}
