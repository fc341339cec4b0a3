// Files that a page hands over in parts, until they are whole: one message with all of a large one would be there several times over.
import { AppError } from "./errors.ts";

interface Arriving {
  readonly bytes: Uint8Array;
  arrived: number;
}

const mostArriving = 3;

/** At most three at a time; beyond that the oldest is let go. */
export class Arrivals {
  readonly #arriving = new Map<string, Arriving>();
  readonly #newBytes: (byteCount: number) => Uint8Array;

  constructor(newBytes: (byteCount: number) => Uint8Array) {
    this.#newBytes = newBytes;
  }

  /** The first part: `handle` is new and random, the file becomes `byteCount` long. Throws as `add` does. */
  begin(handle: string, byteCount: number, part: Uint8Array): { readonly handle: string } {
    this.#arriving.set(handle, { bytes: this.#newBytes(byteCount), arrived: 0 });
    const [oldest] = this.#arriving.keys();
    if (this.#arriving.size > mostArriving && oldest !== undefined) this.#arriving.delete(oldest);
    return this.add(handle, part);
  }

  /** The next part. Throws `file/stopped` where the file has been let go, `host/bad-ask` where it would become longer than was said. */
  add(handle: string, part: Uint8Array): { readonly handle: string } {
    const file = this.#get(handle);
    if (file.arrived + part.byteLength > file.bytes.byteLength) throw wrongLength();
    file.bytes.set(part, file.arrived);
    file.arrived += part.byteLength;
    return { handle };
  }

  /** The file with its last part. Throws as `add` does, and `host/bad-ask` where something is missing. */
  whole(handle: string, last: Uint8Array): Uint8Array {
    this.add(handle, last);
    const { bytes, arrived } = this.#get(handle);
    this.#arriving.delete(handle);
    if (arrived !== bytes.byteLength) throw wrongLength();
    return bytes;
  }

  letGo(): void {
    this.#arriving.clear();
  }

  #get(handle: string): Arriving {
    const file = this.#arriving.get(handle);
    if (!file) throw new AppError("file/stopped");
    return file;
  }
}

function wrongLength(): AppError {
  return new AppError("host/bad-ask", { method: "files.take", where: "bytes" });
}
