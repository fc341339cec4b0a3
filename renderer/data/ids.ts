// Ids of new rows: UUIDv7, so that they sort by the time they were made and are never used again.

let lastMillis = 0;
let sequence = 0;

/** Random bytes drawn and not used yet: an import makes very many ids, and each drawing costs more than its bytes. */
let drawn = new Uint8Array(0);

function eightBytes(): Uint8Array {
  if (drawn.length < 8) drawn = crypto.getRandomValues(new Uint8Array(4096));
  const eight = drawn.slice(0, 8);
  drawn = drawn.subarray(8);
  return eight;
}

/** A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter within one millisecond, 62 random bits. */
export function newId(): string {
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    sequence = 0;
  } else if (sequence < 0xfff) {
    sequence += 1;
  } else {
    lastMillis += 1;
    sequence = 0;
  }
  const random = eightBytes();
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = lastMillis.toString(16).padStart(12, "0");
  const counter = sequence.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
