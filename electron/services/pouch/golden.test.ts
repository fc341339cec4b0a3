// Pouches of every format there ever was, as they were sealed then: each must open in every later version, and by hand.
import { createDecipheriv, createHash, createPrivateKey } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { compactVerify, generalDecrypt, type GeneralJWE, importJWK } from "jose";
import { expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import type { Manifest } from "#core/host/pouch.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { openPouch } from "./open-pouch.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");
const keys = JSON.parse(readFileSync(path.join(fixtures, "keys.json"), "utf8")) as DeviceKeys;
const opener = { keys, passphrase: "lantern heron copper wheat" };
const golden = readdirSync(fixtures).filter((name) => name.endsWith(".pouch"));
const read = (name: string) => new Uint8Array(readFileSync(path.join(fixtures, name)));

test.each(golden)("%s opens as it did", async (name) => {
  const { manifest, runs, blobs } = await openPouch(read(name), opener);
  expect(manifest).toMatchObject({ number: 1, forPost: "lisbon", note: "Golden" });
  const isForDevices = name.includes("devices");
  expect(runs.map(({ from, to }) => [from, to])).toEqual(isForDevices ? [[1, 5], [1, 2]] : []); // prettier-ignore
  expect([...blobs.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual(
    isForDevices ? ["A note verbale."] : [],
  );
});

test("without the app: unzip, a JOSE tool and AES, as the pouch's own README tells", async () => {
  const files = unzipSync(read("format-1-devices.pouch"));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString("utf8");
  expect(text("README.txt")).toContain("manifest.jwe is a JWE in the general JSON form");
  // 1 and 2: the envelope, then the signature by the key that the payload names.
  const jwe = JSON.parse(text("manifest.jwe")) as GeneralJWE;
  const { plaintext } = await generalDecrypt(
    jwe,
    createPrivateKey({ key: { ...keys.agree }, format: "jwk" }),
  );
  const jws = Buffer.from(plaintext).toString("utf8");
  const claimed = JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString()) as Manifest;
  const { payload } = await compactVerify(jws, await importJWK(claimed.from.sign, "EdDSA"));
  const manifest = JSON.parse(Buffer.from(payload).toString()) as Manifest;
  // 3: every part by its digest and under the one key.
  const opened = new Map<string, Buffer>();
  for (const part of manifest.parts) {
    const bytes = Buffer.from(files[part.path] ?? []);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(part.sha256);
    const cipher = createDecipheriv(
      "aes-256-gcm",
      Buffer.from(manifest.key, "base64url"),
      bytes.subarray(0, 12),
    );
    cipher.setAAD(Buffer.from(part.path)).setAuthTag(bytes.subarray(-16));
    opened.set(part.path, Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]));
  }
  // 4: a segment's description, and its lines.
  const segment = opened.get("segs/1") ?? Buffer.alloc(0);
  const end = 4 + segment.readUInt32LE(0);
  expect(JSON.parse(segment.toString("utf8", 4, end))).toMatchObject({ from: 1, to: 5 });
  const lines = inflateRawSync(segment.subarray(end + 64))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(10);
  expect(lines[1]).toContain("Lisbon 1");
  // 5: an attachment by what it is.
  expect(opened.get(Object.values(manifest.blobs)[0] ?? "")?.toString()).toBe("A note verbale.");
});

test("whatever is done to a pouch, it opens whole or is refused by its name", async () => {
  const pouch = read("format-1-devices.pouch");
  const harm = fc.record({
    at: fc.nat(pouch.byteLength - 1),
    bytes: fc.uint8Array({ maxLength: 40 }),
    cut: fc.nat(60),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 4 }), async (harms) => {
      let bytes = Buffer.from(pouch);
      for (const { at, bytes: put, cut } of harms) {
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
      }
      const verdict = await verdictOn(bytes);
      expect(verdict).toMatch(bytes.equals(Buffer.from(pouch)) ? /^opened$/ : /^(pouch\/|file\/bad-archive)/);
    }),
    { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 20_000) },
  );
});

/** Anything but an AppError is a fault of ours. */
async function verdictOn(bytes: Uint8Array): Promise<string> {
  try {
    await openPouch(new Uint8Array(bytes), opener);
    return "opened";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
