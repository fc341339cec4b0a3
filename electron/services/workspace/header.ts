// The header of a workspace, as `vault.json` and `vault.bak.json` hold it.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { workspaceKinds } from "#core/host/shapes.ts";
import { sealedKeysShape } from "../pouch/device-keys.ts";
import { sealName } from "../vault/journal-seal.ts";
import { type KeychainWrap, keychainWrapShape } from "../vault/keychain.ts";
import { wrapsShape } from "../vault/wraps.ts";

export const plainFormat = 1;
export const sealedFormat = 2;

const common = {
  chancery: z.literal("workspace"),
  vault: z.uuid(),
  /** Rises when the key of the seal changes. */
  epoch: z.int().min(1),
  /** Names this copy's logs; a copied or restored folder gets a new one. */
  device: z.uuid(),
  label: z.string().min(1),
  kind: z.enum(workspaceKinds),
  createdAt: z.iso.datetime(),
  lastOpenedAt: z.iso.datetime().nullable(),
  /** Last frame known to be on disk when this was written. A hint: the journal itself is the truth. */
  journalFrame: z.int().min(0),
};

/** Loose: what a later release adds to the same format is kept. Instants are ISO strings in UTC. */
const schema = z.discriminatedUnion("format", [
  z.looseObject({ ...common, format: z.literal(plainFormat), cipher: z.literal("none") }),
  z.looseObject({
    ...common,
    format: z.literal(sealedFormat),
    cipher: z.literal(sealName),
    wraps: wrapsShape,
    /** Beside the wraps, where a release that knows no keychain leaves it as it is and asks for the passphrase. */
    keychain: keychainWrapShape.optional(),
    /** Of this device, made when it first takes part in an exchange. */
    deviceKeys: sealedKeysShape.optional(),
  }),
]);
export type WorkspaceHeader = z.infer<typeof schema>;
export type SealedHeader = Extract<WorkspaceHeader, { format: typeof sealedFormat }>;

export function keychainWrapOf(header: WorkspaceHeader): KeychainWrap | undefined {
  return header.format === sealedFormat ? header.keychain : undefined;
}

/** A header whose bits are as they were written; whether its vault's owner wrote them, only the key can tell. */
export interface HeaderCopy {
  readonly header: WorkspaceHeader;
  readonly isAuthentic: (headerKey: Uint8Array) => boolean;
}

/** `headerKey` is null for a workspace without a vault. */
export function encodeHeader(header: WorkspaceHeader, headerKey: Uint8Array | null): Buffer {
  const signed = headerKey ? { ...header, mac: macOf(JSON.stringify(header), headerKey) } : header;
  return Buffer.from(`${JSON.stringify({ ...signed, integrity: integrityOf(signed) }, null, 2)}\n`);
}

/** Null where the text is damaged. Throws `workspace/newer` where a newer app wrote it. */
export function decodeHeader(text: string): HeaderCopy | null {
  const parsed = parsedObject(text);
  if (!parsed) return null;
  const { integrity, ...rest } = parsed;
  if (integrity !== integrityOf(rest)) return null;
  const format = rest["format"];
  if (typeof format === "number" && format > sealedFormat)
    throw new AppError("workspace/newer", { version: format });
  const { mac, ...signed } = rest;
  const checked = schema.safeParse(signed);
  if (!checked.success) return null;
  return {
    header: checked.data,
    isAuthentic: (headerKey) => isSame(macOf(JSON.stringify(signed), headerKey), mac),
  };
}

function parsedObject(text: string): Record<string, unknown> | null {
  try {
    const checked = z.record(z.string(), z.json()).safeParse(JSON.parse(text));
    return checked.success ? checked.data : null;
  } catch {
    return null; // no JSON: damaged like any other unreadable header
  }
}

/** SHA-256 over the header's own text, so that a flipped bit is noticed. Against accidents, not against an owner. */
function integrityOf(header: Readonly<Record<string, unknown>>): string {
  return createHash("sha256").update("chancery header\n").update(JSON.stringify(header)).digest("hex");
}

function macOf(text: string, headerKey: Uint8Array): string {
  return createHmac("sha256", headerKey).update("chancery header\n").update(text).digest("base64");
}

function isSame(mac: string, found: unknown): boolean {
  const [a, b] = [mac, typeof found === "string" ? found : ""].map((text) => Buffer.from(text, "base64"));
  return a !== undefined && b !== undefined && a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
