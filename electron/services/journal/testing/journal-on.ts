// Opens a journal on a disk, with the null seal of one made-up vault.
import type { JournalFiles } from "../journal-files.ts";
import { openJournal, type OpenedJournal } from "../open-journal.ts";
import { nullSeal } from "../seal.ts";

export const testVault = { vault: "0f8b7a52-0000-4000-8000-000000000001", epoch: 1 };

export function journalOn(
  files: JournalFiles,
  options: { acknowledged?: number; rotateAt?: number; vault?: string; epoch?: number } = {},
): Promise<OpenedJournal> {
  const context = { ...testVault, ...options };
  return openJournal({ acknowledged: 0, ...context, files, seal: nullSeal(context) });
}
