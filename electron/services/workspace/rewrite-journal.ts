// Writes a journal anew under another key, beside the one in use. Which of the two counts, the header says: writing
// that is the one step that switches, so a kill at any moment leaves either the old record or the new one, whole.
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import { systemCode } from "../disk/disk-error.ts";
import { syncFolder } from "../disk/durable.ts";
import { ensureRoom } from "../disk/room.ts";
import type { Journal } from "../journal/journal.ts";
import type { JournalFiles } from "../journal/journal-files.ts";
import { nodeFiles } from "../journal/node-files.ts";
import { openJournal } from "../journal/open-journal.ts";
import type { Seal, SealContext } from "../journal/seal.ts";

const batchBytes = 8 * 1024 * 1024;
const leftName = /^(?:journal|attachments)-(\d{1,9})\.left-\d+$/;
const epochFolderName = /^(?:journal|attachments)(?:-(\d{1,9}))?$/;

/** The first epoch's journal has no number: that is where every journal lay before there were epochs. */
export function journalFolder(folder: string, epoch: number): string {
  return path.join(folder, epoch === 1 ? "journal" : `journal-${epoch}`);
}

/** The same frames under the same numbers, on disk, verified, and open. The old journal is only read. */
export async function rewriteJournal(
  from: Journal,
  folder: string,
  context: SealContext,
  seal: Seal,
): Promise<Journal> {
  const bytes = from.extent.reduce((sum, file) => sum + file.bytes, 0);
  await ensureRoom(folder, bytes, { full: "journal/full" });
  const target = journalFolder(folder, context.epoch);
  await setAside(target);
  const files = nodeFiles(target);
  const { journal } = await openJournal({ ...context, files: withoutSync(files), seal, acknowledged: 0 });
  for (let next: number | null = 1; next !== null;) {
    const batch = await from.read(next, batchBytes);
    for (const { entries } of batch.frames) await journal.append(entries);
    next = batch.next;
  }
  await journal.close();
  await syncAll(files);
  await syncFolder(target);
  await syncFolder(folder);
  const again = await openJournal({ ...context, files, seal, acknowledged: from.head.frame });
  if (!isSameHead(again.journal, from)) {
    await again.journal.close();
    throw new AppError("journal/refused", { reason: "EIO" });
  }
  return again.journal;
}

/** Removes what epochs before this one left behind: without a vault it would be readable by anybody. */
export async function removeOlder(folder: string, epoch: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const match = epochFolderName.exec(name);
    if (match && Number(match[1] ?? 1) < epoch) await rm(path.join(folder, name), { recursive: true });
  }
  await syncFolder(folder);
}

/**
 * Removes what `setAside` kept. To be called once a workspace has been opened from the disk and verified: what it holds
 * of this epoch is then the record, and what lies aside of it is under a key that no header has.
 */
export async function removeSetAside(folder: string, epoch: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const match = leftName.exec(name);
    if (match && Number(match[1]) <= epoch) await rm(path.join(folder, name), { recursive: true });
  }
}

/** A rewrite that was cut short, or a newer record beside an old header: not for this place to judge, so it is kept. */
export async function setAside(target: string): Promise<void> {
  try {
    await rename(target, `${target}.left-${Date.now()}`);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}

/** One sync for each file at the end does for thousands of frames: until then nobody relies on them. */
function withoutSync(files: JournalFiles): JournalFiles {
  return { ...files, open: async (name) => ({ ...(await files.open(name)), sync: async () => undefined }) };
}

async function syncAll(files: JournalFiles): Promise<void> {
  for (const name of await files.names()) {
    const file = await files.open(name);
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

function isSameHead(a: Journal, b: Journal): boolean {
  return headText(a) === headText(b);
}

function headText({ head }: Journal): string {
  const logs = Object.entries(head.logs).toSorted(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify([head.frame, logs]);
}
