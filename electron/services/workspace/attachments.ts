// Where the attachments of a workspace lie in each epoch, and under which seal and names.
import { createHmac } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Frame } from "#core/host/shapes.ts";
import { AttachmentStore, type StoreOptions } from "../attachments/attachment-store.ts";
import { ensureRoom } from "../disk/room.ts";
import type { Journal } from "../journal/journal.ts";
import { nullSeal, type SealContext } from "../journal/seal.ts";
import { vaultSeal } from "../vault/journal-seal.ts";
import { keyFor } from "../vault/keys.ts";
import { setAside } from "./rewrite-journal.ts";

const batchBytes = 8 * 1024 * 1024;

export function attachmentsFolder(folder: string, epoch: number): string {
  return path.join(folder, epoch === 1 ? "attachments" : `attachments-${epoch}`);
}

/** Finishes what a host that stopped left undone. */
export async function openAttachments(
  folder: string,
  context: SealContext,
  dataKey: Uint8Array | null,
  journal: Journal,
): Promise<AttachmentStore> {
  return AttachmentStore.open(optionsFor(folder, context, dataKey), () => framesOf(journal));
}

/** The same attachments under the key of another epoch; `finish` does the rest, and where it fails nothing is left. */
export async function rewriteAttachments<T>(
  from: AttachmentStore,
  folder: string,
  context: SealContext,
  dataKey: Uint8Array,
  finish: () => Promise<T>,
): Promise<{ readonly attachments: AttachmentStore; readonly finished: T }> {
  const options = optionsFor(folder, context, dataKey);
  await ensureRoom(folder, (await from.size()).bytes, { full: "journal/full" });
  await setAside(options.folder);
  const attachments = AttachmentStore.empty(options);
  try {
    await from.copyInto(attachments);
    return { attachments, finished: await finish() };
  } catch (error) {
    await rm(options.folder, { recursive: true, force: true });
    throw error;
  }
}

/** Under a vault a known file's SHA-256 must not tell that it is there, so the name is keyed too. */
function optionsFor(folder: string, { vault, epoch }: SealContext, dataKey: Uint8Array | null): StoreOptions {
  const context = { vault, epoch };
  const here = { folder: attachmentsFolder(folder, epoch), context };
  if (!dataKey) return { ...here, seal: nullSeal(context), nameOf: (sha256) => sha256 };
  const nameKey = keyFor(dataKey, context, "attachment names");
  return {
    ...here,
    seal: vaultSeal(dataKey, context, "attachments"),
    nameOf: (sha256) => createHmac("sha256", nameKey).update(sha256).digest("hex"),
  };
}

export async function mentionedIn(
  journal: Journal,
  store: AttachmentStore,
  names: ReadonlySet<string>,
): Promise<readonly string[]> {
  return store.mentioned(framesOf(journal), names);
}

async function* framesOf(journal: Journal): AsyncGenerator<Frame> {
  for (let next: number | null = 1; next !== null;) {
    const batch: Awaited<ReturnType<Journal["read"]>> = await journal.read(next, batchBytes);
    yield* batch.frames;
    next = batch.next;
  }
}
