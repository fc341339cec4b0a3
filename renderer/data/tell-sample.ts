// Writes the sample's history into a fresh journal, as if the pouches of all its offices had come in.
import type { HostBridge } from "#core/host/bridge.ts";
import type { EntryLines, JournalHead } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import { sampleAnchor } from "#core/sample/calendar.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { sampleHistory } from "#core/sample/history.ts";
import { append } from "./append.ts";
import { sha256 } from "./hash.ts";

/** Answers where the journal ends then. `today` is a day; the sample's cable then went out on a Friday some three weeks before. */
export async function tellSample(host: HostBridge, today: string): Promise<Result<JournalHead>> {
  const entries: EntryLines[] = [];
  for await (const some of entriesOf(sampleHistory(sampleAnchor(today)), sha256)) entries.push(...some);
  const appended = await append(host, entries);
  return appended.ok ? host.call("journal.head", {}) : appended;
}
