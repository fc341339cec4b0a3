// A process that imports batch after batch and backs up after each, a day later every time, until it is killed.
import { writeSync } from "node:fs";
import { EntryMaker } from "#services/journal/testing/entries.ts";
import { cheapKdf } from "#services/vault/testing/cheap-kdf.ts";
import { passphrase } from "#services/workspace/testing/work.ts";
import { Workspaces } from "#services/workspace/workspaces.ts";
import { backupName } from "../backup-folder.ts";
import { makeBackup } from "../make-backup.ts";
import { batchEntries, dayAfter } from "./batches.ts";

/** "hasty" says that a thing is done before it is: the fault that the test must find. */
const [root = "", id = "", manner = ""] = process.argv.slice(2);
const host = new Workspaces({ root, kdf: cheapKdf });
const opened = await host.unlock(id, passphrase);
const maker = new EntryMaker();
maker.startFrom(opened.head.logs);
writeSync(1, "start\n");
for (let frame = opened.head.frame + 1; ; frame += 1) {
  const entries = Array.from({ length: batchEntries }, (_, n) => maker.next("d:all", `Row ${frame} ${n}`));
  const madeAt = dayAfter(frame);
  const name = backupName(madeAt, frame);
  if (manner === "hasty") writeSync(1, `batch ${frame}\nbackup ${name}\n`);
  await host.journal.append(entries);
  if (manner !== "hasty") writeSync(1, `batch ${frame}\n`);
  await makeBackup(host.backupSource, madeAt);
  if (manner !== "hasty") writeSync(1, `backup ${name}\n`);
}
