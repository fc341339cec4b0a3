// Makes a pouch: segments and attachments under one random key, and a signed manifest sealed for its addressees.
import { createHash, createSecretKey, hash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import { CompactSign, GeneralEncrypt } from "jose";
import { type Manifest, pouchFormat, type PublicDevice } from "#core/host/pouch.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { encrypt, keyBytes, nonceBytes } from "../vault/aes-gcm.ts";
import { type DeviceKeys, fingerprintOf, privateKeyOf, publicDevice, publicKeyOf } from "./device-keys.ts";
import { plainZip } from "./plain-zip.ts";
import { readmeText } from "./readme-text.ts";
import { encodeSegment, segmentsOf } from "./segment.ts";

/** OWASP's count for PBKDF2-HMAC-SHA512 is 210,000; a pouch may lie about for years. */
export const passphraseRounds = 600_000;

/** Part of a log in the journal's order, with the hash of the entry before it. */
export interface LogRun {
  readonly log: string;
  readonly from: number;
  readonly previous: string;
  readonly entries: readonly EntryLines[];
}

export type PouchFor =
  | { readonly kind: "devices"; readonly devices: readonly Pick<PublicDevice, "device" | "agree">[] }
  | { readonly kind: "passphrase"; readonly passphrase: string };

export interface PouchContents {
  readonly manifest: Omit<Manifest, "format" | "key" | "parts" | "front" | "blobs">;
  readonly runs: readonly LogRun[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Whether it is small enough to be opened elsewhere is for the caller to see. */
export async function sealPouch(
  { manifest: about, runs, attachments }: PouchContents,
  recipient: PouchFor,
  keys: DeviceKeys,
): Promise<Uint8Array> {
  const contentKey = randomBytes(keyBytes);
  const signKey = privateKeyOf(keys.sign);
  const parts: { path: string; bytes: Buffer }[] = [];
  const add = (path: string, plain: Uint8Array) => {
    const nonce = randomBytes(nonceBytes);
    const { bytes, tag } = encrypt(contentKey, nonce, Buffer.from(path), plain);
    parts.push({ path, bytes: Buffer.concat([nonce, bytes, tag]) });
  };
  let segments = 0;
  for (const { log, from, previous, entries } of runs) {
    let at = from;
    let before = previous;
    for (const some of segmentsOf(entries)) {
      const headers = some.map(({ h }) => hash("sha256", h));
      const [first = "", last = ""] = [headers[0], headers.at(-1)];
      const run = { log, from: at, to: at + some.length - 1, previous: before, first, last };
      segments += 1;
      add(`segs/${segments}`, encodeSegment(run, some, signKey));
      at += some.length;
      before = last;
    }
  }
  const blobs: Record<string, string> = {};
  // Numbered: named by their content, they would tell whoever has the same document that it is here.
  for (const [sha256, content] of attachments) {
    const path = `blobs/${Object.keys(blobs).length + 1}`;
    blobs[sha256] = path;
    add(path, content);
  }
  const readme = Buffer.from(readmeText(recipient.kind));
  const header = Buffer.from(headerText(recipient));
  const manifest: Manifest = {
    ...about,
    format: pouchFormat,
    key: contentKey.toString("base64url"),
    parts: parts.map(({ path, bytes }) => ({
      path,
      sha256: sha256Of(bytes),
      bytes: bytes.byteLength,
    })),
    front: { readme: sha256Of(readme), header: sha256Of(header) },
    blobs,
  };
  contentKey.fill(0);
  const files: Record<string, Uint8Array> = {
    "README.txt": readme,
    "header.json": header,
    "manifest.jwe": Buffer.from(await sealedManifest(manifest, recipient, keys)),
  };
  for (const { path, bytes } of parts) files[path] = bytes;
  return plainZip(files);
}

async function sealedManifest(manifest: Manifest, recipient: PouchFor, keys: DeviceKeys): Promise<string> {
  const kid = fingerprintOf(publicDevice(keys));
  const jws = await new CompactSign(Buffer.from(JSON.stringify(manifest)))
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "chancery-manifest" })
    .sign(privateKeyOf(keys.sign));
  const jwe = new GeneralEncrypt(Buffer.from(jws)).setProtectedHeader({ enc: "A256GCM", cty: "JWT" });
  if (recipient.kind === "passphrase") {
    jwe
      .addRecipient(createSecretKey(Buffer.from(recipient.passphrase.normalize("NFKC"))))
      .setUnprotectedHeader({ alg: "PBES2-HS512+A256KW" })
      .setKeyManagementParameters({ p2c: passphraseRounds });
  } else {
    // Without their names: header.json has those, and nothing in the envelope is to be turned unnoticed.
    for (const { agree } of recipient.devices) {
      jwe.addRecipient(publicKeyOf(agree)).setUnprotectedHeader({ alg: "ECDH-ES+A256KW" });
    }
  }
  return canonicalize(await jwe.encrypt()) ?? "";
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function headerText(recipient: PouchFor): string {
  return `${JSON.stringify(
    {
      chancery: "pouch",
      format: pouchFormat,
      for: recipient.kind === "passphrase" ? "passphrase" : recipient.devices.map(({ device }) => device),
    },
    null,
    2,
  )}\n`;
}
