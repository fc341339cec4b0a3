// A workspace as the app made it before there were vaults: header format 1, the journal in the clear.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { nodeFiles } from "#services/journal/node-files.ts";
import { openJournal } from "#services/journal/open-journal.ts";
import { nullSeal } from "#services/journal/seal.ts";
import { EntryMaker } from "#services/journal/testing/entries.ts";
import { writeHeader } from "../header-files.ts";

/** One frame for each value. Answers the workspace's id. */
export async function legacyWorkspace(root: string, values: readonly string[]): Promise<string> {
  const id = randomUUID();
  const folder = path.join(root, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const context = { vault: id, epoch: 1 };
  const files = nodeFiles(path.join(folder, "journal"));
  const { journal } = await openJournal({ ...context, files, seal: nullSeal(context), acknowledged: 0 });
  const maker = new EntryMaker();
  for (const value of values) await journal.append([maker.next("device-1:all", value)]);
  await journal.close();
  const header = {
    chancery: "workspace",
    format: 1,
    ...context,
    cipher: "none",
    device: randomUUID(),
    label: "Older desk",
    kind: "work",
    createdAt: "2026-11-01T08:00:00.000Z",
    lastOpenedAt: null,
    journalFrame: values.length,
  } as const;
  await writeHeader(folder, header, null);
  return id;
}
