// The header of a workspace, as `vault.json` and `vault.bak.json` hold it.
import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { workspaceKinds } from "#core/host/shapes.ts";

export const headerFormat = 1;

/** Loose: what a later release adds to the same format is kept. Instants are ISO strings in UTC. */
const schema = z.looseObject({
  chancery: z.literal("workspace"),
  format: z.literal(headerFormat),
  vault: z.uuid(),
  /** Rises when the key of the seal changes. */
  epoch: z.int().min(1),
  cipher: z.literal("none"),
  /** Names this copy's logs; a copied or restored folder gets a new one. */
  device: z.uuid(),
  label: z.string().min(1),
  kind: z.enum(workspaceKinds),
  createdAt: z.iso.datetime(),
  lastOpenedAt: z.iso.datetime().nullable(),
  /** Last frame known to be on disk when this was written. A hint: the journal itself is the truth. */
  journalFrame: z.int().min(0),
});
export type WorkspaceHeader = z.infer<typeof schema>;

export function encodeHeader(header: WorkspaceHeader): Buffer {
  return Buffer.from(`${JSON.stringify({ ...header, integrity: integrityOf(header) }, null, 2)}\n`);
}

/** Null where the text is damaged. Throws `workspace/newer` where a newer app wrote it. */
export function decodeHeader(text: string): WorkspaceHeader | null {
  const parsed = parsedObject(text);
  if (!parsed) return null;
  const { integrity, ...rest } = parsed;
  if (integrity !== integrityOf(rest)) return null;
  const format = rest["format"];
  if (typeof format === "number" && format > headerFormat)
    throw new AppError("workspace/newer", { version: format });
  const checked = schema.safeParse(rest);
  return checked.success ? checked.data : null;
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
