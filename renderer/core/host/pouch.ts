// What two offices tell each other in a pouch: who sends it, for whom it is, what it holds and what the sender has.
import { z } from "zod";

/** Raised when an older app could not read what a newer one seals. */
export const pouchFormat = 1;

/** Attachments that are asked for at once. */
export const mostPouchFiles = 1000;

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const name = z.string().max(200);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const logName = z.string().max(300);

/** Public keys as JWKs (RFC 7517). */
export const signKey = z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: coordinate });
export const agreeKey = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: coordinate,
  y: coordinate,
});

/** A device as others know it: what it signs with, and what is sealed for it. */
export const deviceKeys = z.strictObject({ device: z.uuid(), sign: signKey, agree: agreeKey });
export type PublicDevice = z.infer<typeof deviceKeys>;

/** The office a device belongs to, in its own words. */
export const officeCard = z.strictObject({
  office: name,
  role: z.enum(["desk", "post"]),
  person: name,
  /** The post it is, by its own id for it; null for a desk. */
  postId: z.string().max(200).nullable(),
  /** Scopes its records may stand in beside `all`. */
  scopes: z.array(z.string().max(220)).max(20),
});
export type OfficeCard = z.infer<typeof officeCard>;

/** How far a log goes, by log. */
export const logMarks = z.record(logName, z.int().min(0));

const part = z.strictObject({ path: z.string().max(120), sha256: sha256Hex, bytes: z.int().min(0) });

/** Signed by the sending device, and sealed with the pouch. Instants are ISO strings in UTC. */
export const manifestShape = z.strictObject({
  format: z.int().min(1),
  pouch: z.uuid(),
  /** Rises with each pouch this device has sealed. */
  number: z.int().min(1),
  madeAt: z.iso.datetime(),
  from: officeCard.extend(deviceKeys.shape),
  /** Devices; empty where a passphrase opens it. */
  to: z.array(z.uuid()).max(1000),
  /** The sender's own id for the post it is for; null where it is for no post, or none was named. */
  forPost: z.string().max(200).nullable(),
  /** How much of each log the sender has: a receipt, and where the addressee has more, a request. */
  have: logMarks,
  note: z.string().max(2000),
  /** Content key of the parts, base64url. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  parts: z.array(part).max(1900),
  /** SHA-256 of the two files that can be read without a key. */
  front: z.strictObject({ readme: sha256Hex, header: sha256Hex }),
  /** Attachments by the SHA-256 of their content: the part each stands in. */
  blobs: z.record(sha256Hex, z.string().max(120)),
});
export type Manifest = z.infer<typeof manifestShape>;

/** A run of one log in a pouch. Hashes are those of header lines, hex. */
export interface PouchRun {
  readonly log: string;
  readonly from: number;
  readonly to: number;
  /** What its first entry says stands before it. */
  readonly previous: string;
  readonly last: string;
}

/** A pouch that was opened: every part of it verified against its sender's signature. */
export interface PouchInfo {
  readonly manifest: Omit<Manifest, "key" | "parts" | "front" | "blobs">;
  /** Of the keys that signed it, as people read it to each other. */
  readonly fingerprint: string;
  /** In the order of their names. */
  readonly runs: readonly PouchRun[];
  readonly entries: number;
  /** SHA-256 of the attachments in it. */
  readonly attachments: readonly string[];
  readonly isByPassphrase: boolean;
}

/** What was put in a sealed pouch. */
export interface SealedPouch {
  readonly pouch: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly entries: number;
  /** SHA-256 of the attachments in it. */
  readonly files: readonly string[];
  /** Attachments that were asked for and that no pouch can hold. */
  readonly tooLarge: readonly string[];
  /** How far each log in it goes. */
  readonly upTo: Readonly<Record<string, number>>;
}
