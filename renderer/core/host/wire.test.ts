// The wire: what is packed comes back, and hostile bytes are refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "./wire.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const packed = (value: unknown) => pack(value, (text) => encoder.encode(text));
const unpacked = (bytes: Uint8Array) => unpack(bytes, (some) => decoder.decode(some));

describe("what is packed comes back", () => {
  test.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "é 汉 🌍 \u2028 \ufeff"],
    ["bytes", new Uint8Array([0, 255, 1])],
    ["no bytes", new Uint8Array()],
    ["bytes deep inside", { a: [{ b: new Uint8Array([1]) }, new Uint8Array([2, 3])], c: "x" }],
    ["keys like ours", { $bytes: 0, $$x: [{ $bytes: 1, more: 2 }], $: new Uint8Array([9]) }],
  ])("%s", (_name, value) => {
    expect(unpacked(packed(value))).toEqual(value);
  });

  test("any value of JSON, with bytes in it", () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
        fc.uint8Array(),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== "__proto__"),
          tie("tree"),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(unpacked(packed(value))).toEqual(plain(value));
      }),
    );
  });

  test("what JSON has no word for is left out as JSON does", () => {
    expect(unpacked(packed({ a: undefined, b: 1 }))).toEqual({ b: 1 });
    expect(unpacked(packed(undefined))).toBeNull();
  });
});

/** Own plain objects: fast-check also makes some without a prototype. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/** A text as the JSON part, and bytes after it. */
function json(text: string, ...blobs: number[]): Uint8Array {
  const bytes = encoder.encode(text);
  const whole = new Uint8Array(4 + bytes.byteLength + blobs.length);
  new DataView(whole.buffer).setUint32(0, bytes.byteLength, true);
  whole.set(bytes, 4);
  whole.set(blobs, 4 + bytes.byteLength);
  return whole;
}

describe("hostile bytes", () => {
  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["three bytes", new Uint8Array(3)],
    ["a length beyond the end", new Uint8Array([255, 255, 255, 255, 1])],
    ["no JSON", json("{")],
    ["another shape", json("[]")],
    ["more in the envelope", json('{"value":1,"blobs":[],"more":1}')],
    ["a blob beyond the end", json('{"value":{"$bytes":0},"blobs":[5]}', 1)],
    ["a blob of a negative length", json('{"value":1,"blobs":[-1]}')],
    ["a blob of half a byte", json('{"value":1,"blobs":[0.5]}')],
    ["a blob nobody declared", json('{"value":{"$bytes":1},"blobs":[1]}', 1)],
    ["a blob named by no number", json('{"value":{"$bytes":"0"},"blobs":[1]}', 1)],
    ["a blob named __proto__", json('{"value":{"$bytes":"__proto__"},"blobs":[]}')],
    ["bytes nobody declared", json('{"value":1,"blobs":[]}', 1)],
    ["__proto__ as a key", json('{"value":{"__proto__":{"polluted":1}},"blobs":[]}')],
    ["a key kept for us", json('{"value":{"$other":1},"blobs":[]}')],
    ["a hundred thousand levels", json(`{"value":${"[".repeat(100_000)}${"]".repeat(100_000)},"blobs":[]}`)],
  ])("%s", (_name, bytes) => {
    expect(() => unpacked(bytes)).toThrow(expect.objectContaining({ code: "host/bad-ask" }));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("any damage to packed bytes is refused or gives a value, never another exception", () => {
    const good = packed({ name: "x", bytes: new Uint8Array(20), list: [1, 2, { a: "b" }] });
    fc.assert(
      fc.property(fc.nat(good.byteLength - 1), fc.nat(255), fc.nat(good.byteLength), (at, byte, length) => {
        const bad = good.slice(0, length);
        bad[at] = byte;
        let failure: unknown = null;
        try {
          unpacked(bad);
        } catch (error) {
          failure = error;
        }
        // UTF-8 is the decoder's matter: a fatal one throws a TypeError, which the hosts turn into the same refusal.
        expect(
          failure === null || failure instanceof TypeError || (failure as Error).message === "host/bad-ask",
        ).toBe(true);
      }),
    );
  });
});
