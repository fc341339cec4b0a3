// The part of the journal that goes into a pouch: of each log, what its addressee has not acknowledged.
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { noHash, partsOfLog } from "#core/log/entry.ts";
import type { Journal } from "../journal/journal.ts";
import type { LogRun } from "./seal-pouch.ts";

const batchBytes = 8_000_000;
const place = z.object({ l: z.string(), s: z.int(), p: z.string() });

/** `logs`: of each, the first number wanted. Throws `record/out-of-scope` for a log that never leaves its device. */
export async function runsOf(
  journal: Pick<Journal, "read">,
  logs: Readonly<Record<string, number>>,
): Promise<readonly LogRun[]> {
  for (const log of Object.keys(logs)) {
    const scope = partsOfLog(log)?.scope;
    if (scope === undefined || scope === "local")
      throw new AppError("record/out-of-scope", { table: log, scope: "local" });
  }
  const runs = new Map<string, { from: number; previous: string; entries: EntryLines[] }>();
  for (let from: number | null = 1; from !== null;) {
    const { frames, next }: Awaited<ReturnType<Journal["read"]>> = await journal.read(from, batchBytes);
    for (const lines of frames.flatMap(({ entries }) => entries)) {
      const { l: log, s: seq, p: previous } = place.parse(JSON.parse(lines.h));
      const wanted = Object.hasOwn(logs, log) ? logs[log] : undefined;
      if (wanted === undefined || seq < wanted) continue;
      const run = runs.get(log) ?? { from: seq, previous: seq === 1 ? noHash : previous, entries: [] };
      run.entries.push(lines);
      runs.set(log, run);
    }
    from = next;
  }
  return [...runs].map(([log, run]) => ({ log, ...run })).toSorted((a, b) => (a.log < b.log ? -1 : 1));
}
