// Reads one journal file from end to end: which frames are good, and what is wrong after them.
import type { LogHead } from "#core/host/shapes.ts";
import { frameHeadAt, frameHeadBytes, hasFrameAfter } from "./frame.ts";
import { decodePayload } from "./payload.ts";
import type { Seal } from "./seal.ts";

/** Where a frame lies. */
export interface FramePosition {
  readonly file: number;
  readonly offset: number;
  readonly frameBytes: number;
  readonly textBytes: number;
}

export interface ScanFrom {
  readonly file: number;
  /** The whole file. */
  readonly bytes: Buffer;
  readonly offset: number;
  readonly number: number;
  readonly previousTag: Uint8Array;
  readonly vault: string;
  readonly seal: Seal;
}

export interface Scan {
  readonly frames: readonly FramePosition[];
  /** Heads of the logs that these frames touched. */
  readonly heads: ReadonlyMap<string, LogHead>;
  readonly lastTag: Uint8Array;
  /** Offset after the last good frame. */
  readonly end: number;
  /** `tail`: what follows was never finished. `inside`: a frame before others is damaged, moved or gone. */
  readonly fault: "tail" | "inside" | null;
}

export function scanFile(from: ScanFrom): Scan {
  const frames: FramePosition[] = [];
  const heads = new Map<string, LogHead>();
  let { offset, previousTag } = from;
  let fault: Scan["fault"] = null;
  while (offset < from.bytes.byteLength && fault === null) {
    const number = from.number + frames.length;
    const read = readFrame(from, offset, number, previousTag);
    if (typeof read === "string") {
      fault = read;
      break;
    }
    for (const [log, head] of read.payload.heads) heads.set(log, head);
    frames.push({ file: from.file, offset, frameBytes: read.frameBytes, textBytes: read.payload.textBytes });
    previousTag = read.tag;
    offset += read.frameBytes;
  }
  return { frames, heads, lastTag: previousTag, end: offset, fault };
}

/** Opens the frame `number` that stands at `offset`, or says where the fault is. */
export function readFrame(
  from: Pick<ScanFrom, "bytes" | "vault" | "seal">,
  offset: number,
  number: number,
  previousTag: Uint8Array,
): { payload: ReturnType<typeof decodePayload>; tag: Uint8Array; frameBytes: number } | "tail" | "inside" {
  const { bytes, vault, seal } = from;
  const head = frameHeadAt(bytes, offset, vault, seal);
  if (head && head.number !== number) return "inside";
  const start = offset + frameHeadBytes(seal);
  const end = start + (head?.sealedBytes ?? 0);
  if (head && end <= bytes.byteLength) {
    const sealed = { nonce: head.nonce, tag: head.tag, bytes: bytes.subarray(start, end) };
    const plain = seal.open({ number, previousTag }, sealed);
    if (plain) return { payload: decodePayload(plain), tag: Buffer.from(head.tag), frameBytes: end - offset };
  }
  return hasFrameAfter(bytes, offset, number, vault, seal) ? "inside" : "tail";
}
