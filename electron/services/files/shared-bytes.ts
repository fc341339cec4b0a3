// The bytes of a file as memory that threads share: whoever reads a large one needs no copy of it.
import { open } from "node:fs/promises";

/** The same bytes where they are shared already, else a copy. */
export function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = sharedBytes(bytes.byteLength);
  copy.set(bytes);
  return copy;
}

export function sharedBytes(byteLength: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(byteLength));
}

/** As many bytes of a file as it was long when it was opened; throws what the system does, and `EBUSY` where it became another length. */
export async function readShared(file: string): Promise<Uint8Array> {
  const source = await open(file);
  try {
    const { size } = await source.stat();
    const bytes = sharedBytes(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await source.read(bytes, at, Math.min(size - at, stepBytes), at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    const { bytesRead: beyond } = await source.read(new Uint8Array(1), 0, 1, size);
    if (at < size || beyond > 0) throw Object.assign(new Error("changed while read"), { code: "EBUSY" });
    return bytes;
  } finally {
    await source.close();
  }
}

const stepBytes = 4 * 1024 * 1024;
