// A process that appends without end and tells each frame's number once it is on disk, until it is killed.
import { writeSync } from "node:fs";
import { nodeFiles } from "../node-files.ts";
import { EntryMaker } from "./entries.ts";
import { journalOn } from "./journal-on.ts";

const [folder = "", rotateAt = ""] = process.argv.slice(2);
const { journal, cutBytes } = await journalOn(nodeFiles(folder), { rotateAt: Number(rotateAt) });
const maker = new EntryMaker();
maker.startFrom(journal.head.logs);
writeSync(1, `start ${journal.head.frame} ${cutBytes}\n`);
for (let n = 0; ; n += 1) {
  const value = `${process.pid}-${n}-${"x".repeat((n * 37) % 3000)}`;
  const { frame } = await journal.append([maker.next("device-1:all", value)]);
  writeSync(1, `${frame} ${value.length}\n`);
}
