// How values travel to and from the loopback host: JSON with the byte arrays lifted out and appended, so that they are not spelled out.
import { z } from "zod";
import { AppError } from "./errors.ts";

/** What the browser edition takes in one message: a file of 50 MB and what goes with it. */
export const maxRequestBytes = 64 * 1024 * 1024;

/** Stands in the JSON where bytes were: the number of the blob. Other keys that begin with `$` get one more. */
const blobKey = "$bytes";
const maxDepth = 64;
const lengthBytes = 4;

const envelope = z.strictObject({ value: z.unknown(), blobs: z.array(z.int().min(0)) });

type Encode = (text: string) => Uint8Array;
type Decode = (bytes: Uint8Array) => string;

/** Length of the JSON (4 bytes, little-endian), the JSON, then the blobs one after another. `undefined` is dropped as in JSON. */
export function pack(value: unknown, encodeUtf8: Encode): Uint8Array<ArrayBuffer> {
  const blobs: Uint8Array[] = [];
  const lifted = lift(value, blobs);
  const json = encodeUtf8(
    JSON.stringify({ value: lifted ?? null, blobs: blobs.map((blob) => blob.byteLength) }),
  );
  const total = blobs.reduce((sum, blob) => sum + blob.byteLength, lengthBytes + json.byteLength);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, json.byteLength, true);
  packed.set(json, lengthBytes);
  let at = lengthBytes + json.byteLength;
  for (const blob of blobs) {
    packed.set(blob, at);
    at += blob.byteLength;
  }
  return packed;
}

/** Turns packed bytes back. Safe on hostile bytes: throws `host/bad-ask` for lengths that lie, deep nesting, `__proto__`. */
export function unpack(bytes: Uint8Array, decodeUtf8: Decode): unknown {
  if (bytes.byteLength < lengthBytes) throw broken("short");
  const jsonBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const jsonEnd = lengthBytes + jsonBytes;
  if (jsonEnd > bytes.byteLength) throw broken("length");
  const { value, blobs: lengths } = parsed(decodeUtf8(bytes.subarray(lengthBytes, jsonEnd)));
  const blobs: Uint8Array[] = [];
  let at = jsonEnd;
  for (const length of lengths) {
    if (at + length > bytes.byteLength) throw broken("blob");
    blobs.push(bytes.slice(at, at + length));
    at += length;
  }
  if (at !== bytes.byteLength) throw broken("trailing");
  return lower(value, blobs, 0);
}

function lift(value: unknown, blobs: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) return { [blobKey]: blobs.push(value) - 1 };
  if (Array.isArray(value)) return value.map((member) => lift(member, blobs));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.startsWith("$") ? `$${key}` : key,
      lift(member, blobs),
    ]),
  );
}

function parsed(json: string): { value: unknown; blobs: readonly number[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw broken("json");
  }
  const checked = envelope.safeParse(raw);
  if (!checked.success) throw broken("envelope");
  return checked.data;
}

function lower(value: unknown, blobs: readonly Uint8Array[], depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > maxDepth) throw broken("depth");
  if (Array.isArray(value)) return value.map((member) => lower(member, blobs, depth + 1));
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === blobKey) return blobAt(entries[0][1], blobs);
  return Object.fromEntries(entries.map(([key, member]) => [plainKey(key), lower(member, blobs, depth + 1)]));
}

function blobAt(index: unknown, blobs: readonly Uint8Array[]): Uint8Array {
  const blob = typeof index === "number" ? blobs[index] : undefined;
  if (!blob) throw broken("blob");
  return blob;
}

function plainKey(key: string): string {
  if (key === "__proto__") throw broken("key");
  if (!key.startsWith("$")) return key;
  if (!key.startsWith("$$")) throw broken("key");
  return key.slice(1);
}

function broken(what: string): AppError {
  return new AppError("host/bad-ask", { method: "", where: what });
}
