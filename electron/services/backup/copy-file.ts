// Copies the beginning of a file and makes it durable, reckoning its hash on the way.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { writeAll } from "../disk/durable.ts";

const chunkBytes = 1024 * 1024;

export interface Copied {
  readonly bytes: number;
  readonly sha256: string;
}

export async function hashFile(file: string): Promise<Copied> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.byteLength;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Copies `bytes` bytes, or all there are where that is null, to a file that must not be there yet. */
export async function copyFile(from: string, to: string, bytes: number | null): Promise<Copied> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const source = await open(from, "r");
  try {
    const target = await open(to, "wx", 0o600);
    try {
      const hash = createHash("sha256");
      const chunk = Buffer.allocUnsafe(chunkBytes);
      let done = 0;
      for (const end = bytes ?? Number.POSITIVE_INFINITY; done < end;) {
        const { bytesRead } = await source.read(chunk, 0, Math.min(chunkBytes, end - done), done);
        if (bytesRead === 0) break;
        const part = chunk.subarray(0, bytesRead);
        hash.update(part);
        await writeAll(target, part, done);
        done += bytesRead;
      }
      await target.sync();
      return { bytes: done, sha256: hash.digest("hex") };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
