// Opens a pouch: nothing in it is believed before the manifest, its signature and every part have been verified.
import { createHash, createSecretKey } from "node:crypto";
import canonicalize from "canonicalize";
import { compactVerify, decodeJwt, errors, generalDecrypt, type GeneralJWE } from "jose";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { type Manifest, manifestShape, pouchFormat, type PublicDevice } from "#core/host/pouch.ts";
import { type Tell, untold } from "../files/read/tell.ts";
import { decrypt, nonceBytes, tagBytes } from "../vault/aes-gcm.ts";
import { type DeviceKeys, fingerprintOf, privateKeyOf, publicKeyOf } from "./device-keys.ts";
import { JoinedRuns } from "./joined-runs.ts";
import { parsed } from "./parsed.ts";
import { mustBePlain } from "./plain-zip.ts";
import { type PouchHeader, readPouchHeader } from "./pouch-header.ts";
import { passphraseRounds } from "./seal-pouch.ts";
import { decodeSegment, type Segment } from "./segment.ts";

const mostManifest = 4_000_000;

/** Base64url in the one form that has no idle bits. */
const text64 = z
  .string()
  .refine((text) => Buffer.from(text, "base64url").toString("base64url") === text, "not canonical");

/** Of a JWE, what a pouch uses: nothing in it can be changed without its being noticed. */
const envelopeShape = z.strictObject({
  ciphertext: text64,
  iv: text64,
  recipients: z
    .array(
      z.strictObject({
        encrypted_key: text64,
        header: z.strictObject({
          alg: z.string(),
          epk: z.strictObject({ x: text64, crv: z.string(), kty: z.string(), y: text64 }).optional(),
          p2c: z.int().optional(),
          p2s: text64.optional(),
        }),
      }),
    )
    .min(1)
    .max(1000),
  tag: text64,
  protected: text64,
});

/** By their paths, as they lie in the archive. */
type Files = ReadonlyMap<string, Uint8Array>;

/** What opens it. `passphrase` null where none was given. */
export interface Opener {
  readonly keys: DeviceKeys;
  readonly passphrase: string | null;
}

export interface OpenPouch {
  readonly manifest: Manifest;
  readonly fingerprint: string;
  /** A run of each log, in the order of their names; its entries follow on each other. */
  readonly runs: readonly Segment[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly isByPassphrase: boolean;
}

/**
 * `tell` hears which share of its parts has been verified, by their bytes. Throws, beside what the header does:
 * `pouch/needs-passphrase`, `pouch/wrong-passphrase`, `pouch/not-for-us`, `pouch/bad-signature`, `pouch/damaged` (facts: part).
 */
export async function openPouch(bytes: Uint8Array, opener: Opener, tell: Tell = untold): Promise<OpenPouch> {
  const { archive, header } = readPouchHeader(bytes);
  mustBePlain(bytes, archive.names.length);
  const files = new Map(archive.names.map((name) => [name, archive.read(name) ?? new Uint8Array()]));
  const isByPassphrase = header.for === "passphrase";
  const sealed = files.get("manifest.jwe");
  if (!sealed || sealed.byteLength > mostManifest) throw damaged("manifest.jwe");
  const jws = await unsealed(sealed, header, opener);
  const manifest = await verified(jws);
  if (!isByPassphrase && !isAddressed(manifest, opener.keys)) throw new AppError("pouch/not-for-us");
  mustHoldAll(files, manifest);
  return {
    manifest,
    fingerprint: fingerprintOf(deviceOf(manifest)),
    ...contentOf(files, manifest, tell),
    isByPassphrase,
  };
}

async function unsealed(sealed: Uint8Array, header: PouchHeader, opener: Opener): Promise<string> {
  const jwe = envelopeShape.safeParse(parsed(sealed));
  if (!jwe.success || canonicalize(jwe.data) !== Buffer.from(sealed).toString("utf8")) {
    throw damaged("manifest.jwe");
  }
  if (header.for === "passphrase") {
    if (opener.passphrase === null) throw new AppError("pouch/needs-passphrase");
    const secret = createSecretKey(Buffer.from(opener.passphrase.normalize("NFKC")));
    const opened = await tryOpen(jwe.data, secret, "PBES2-HS512+A256KW");
    if (opened === null) throw new AppError("pouch/wrong-passphrase");
    return opened;
  }
  const own = [{ device: opener.keys.device, agree: opener.keys.agree }, ...opener.keys.former];
  const named = own.filter(({ device }) => header.for.includes(device));
  for (const { agree } of named) {
    const opened = await tryOpen(jwe.data, privateKeyOf(agree), "ECDH-ES+A256KW");
    if (opened !== null) return opened;
  }
  throw named.length === 0 ? new AppError("pouch/not-for-us") : damaged("manifest.jwe");
}

async function tryOpen(
  jwe: GeneralJWE,
  key: ReturnType<typeof privateKeyOf>,
  algorithm: string,
): Promise<string | null> {
  try {
    const { plaintext } = await generalDecrypt(jwe, key, {
      keyManagementAlgorithms: [algorithm],
      contentEncryptionAlgorithms: ["A256GCM"],
      maxPBES2Count: passphraseRounds,
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Signed by the keys it names; whether those are to be trusted is for people to say. */
async function verified(jws: string): Promise<Manifest> {
  try {
    const claimed = manifestOf(decodeJwt(jws));
    const { payload } = await compactVerify(jws, publicKeyOf(claimed.from.sign), { algorithms: ["EdDSA"] });
    return manifestOf(parsed(payload));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      throw new AppError("pouch/bad-signature");
    throw error;
  }
}

function manifestOf(value: unknown): Manifest {
  const format = z.looseObject({ format: z.int() }).safeParse(value);
  if (format.success && format.data.format > pouchFormat) {
    throw new AppError("pouch/newer", { format: format.data.format });
  }
  const manifest = manifestShape.safeParse(value);
  if (!manifest.success) throw damaged("manifest.jwe");
  return manifest.data;
}

/** The signature covers whom it is for: nobody can hand it on as if it had been meant for another. */
function isAddressed(manifest: Manifest, keys: DeviceKeys): boolean {
  const own = new Set([keys.device, ...keys.former.map(({ device }) => device)]);
  return manifest.to.some((device) => own.has(device));
}

/** Every part the manifest names is there, and nothing else. */
function mustHoldAll(files: Files, manifest: Manifest): void {
  const wanted = new Set([
    "README.txt",
    "header.json",
    "manifest.jwe",
    ...manifest.parts.map(({ path }) => path),
  ]);
  if (wanted.size !== manifest.parts.length + 3) throw damaged("manifest.jwe");
  for (const path of wanted) if (!files.has(path)) throw damaged(path);
  for (const name of files.keys()) if (!wanted.has(name)) throw damaged(name);
  for (const path of Object.values(manifest.blobs)) if (!wanted.has(path)) throw damaged(path);
  const { readme, header } = manifest.front;
  if (sha256Of(files.get("README.txt")) !== readme) throw damaged("README.txt");
  if (sha256Of(files.get("header.json")) !== header) throw damaged("header.json");
}

function partOf(files: Files, part: Manifest["parts"][number], key: Uint8Array): Buffer {
  const bytes = files.get(part.path);
  const isSame = bytes?.byteLength === part.bytes && sha256Of(bytes) === part.sha256;
  if (!bytes || !isSame || bytes.byteLength < nonceBytes + tagBytes) throw damaged(part.path);
  const end = bytes.byteLength - tagBytes;
  const plain = decrypt(key, bytes.subarray(0, nonceBytes), Buffer.from(part.path), {
    bytes: bytes.subarray(nonceBytes, end),
    tag: bytes.subarray(end),
  });
  if (!plain) throw damaged(part.path);
  return plain;
}

/** Part by part: decrypted, and what is a segment verified to its last entry. */
function contentOf(files: Files, manifest: Manifest, tell: Tell): Pick<OpenPouch, "runs" | "blobs"> {
  const key = Buffer.from(manifest.key, "base64url");
  const signedBy = publicKeyOf(manifest.from.sign);
  const total = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const runs = new JoinedRuns();
  const others = new Map<string, Buffer>();
  let done = 0;
  for (const part of manifest.parts) {
    const plain = partOf(files, part, key);
    if (part.path.startsWith("segs/")) runs.add(decodeSegment(plain, signedBy, part.path), part.path);
    else others.set(part.path, plain);
    done += part.bytes;
    tell(done / total);
  }
  key.fill(0);
  return { runs: runs.all(), blobs: blobsOf(manifest, others) };
}

function blobsOf(manifest: Manifest, content: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  for (const [sha256, path] of Object.entries(manifest.blobs)) {
    const bytes = content.get(path);
    if (!bytes || sha256Of(bytes) !== sha256) throw damaged(path);
    blobs.set(sha256, bytes);
  }
  return blobs;
}

function deviceOf({ from: { device, sign, agree } }: Manifest): PublicDevice {
  return { device, sign, agree };
}

function sha256Of(bytes: Uint8Array = new Uint8Array()): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function damaged(part: string): AppError {
  return new AppError("pouch/damaged", { part });
}
