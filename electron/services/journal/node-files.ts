// The journal's files on a real disk.
import { type FileHandle, mkdir, open, readdir } from "node:fs/promises";
import path from "node:path";
import { replaceFile, writeAll } from "../disk/durable.ts";
import type { JournalFile, JournalFiles } from "./journal-files.ts";

const privateFolder = 0o700;

export function nodeFiles(folder: string): JournalFiles {
  return {
    names: async () => {
      await mkdir(folder, { recursive: true, mode: privateFolder });
      return readdir(folder);
    },
    open: async (name) => fileOf(await open(path.join(folder, name), "r+")),
    create: (name, bytes) => replaceFile(path.join(folder, name), bytes),
  };
}

function fileOf(handle: FileHandle): JournalFile {
  return {
    size: async () => (await handle.stat()).size,
    read: (offset, length) => readAll(handle, offset, length),
    write: (offset, bytes) => writeAll(handle, bytes, offset),
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

async function readAll(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
