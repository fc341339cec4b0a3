// Entries on their way to the journal: as one frame, in as many messages as it takes.
import type { HostBridge } from "#core/host/bridge.ts";
import type { Answers } from "#core/host/contract.ts";
import { sizeOf } from "#core/host/journal-door.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";

/** Characters of one message: more would hold up the page while it is packed. */
const messageSize = 1_000_000;

/** Puts all entries on disk as one frame, or none. */
export async function append(
  host: HostBridge,
  entries: readonly EntryLines[],
): Promise<Result<Answers["journal.append"]>> {
  const messages = [...messagesOf(entries)];
  const last = messages.pop() ?? [];
  if (messages.length === 0) return host.call("journal.append", { entries: last });
  const batch = crypto.randomUUID();
  for (const some of messages) {
    const staged = await host.call("journal.stage", { batch, entries: some });
    if (!staged.ok) return staged;
  }
  return host.call("journal.append", { batch, entries: last });
}

function* messagesOf(entries: readonly EntryLines[]): Generator<EntryLines[]> {
  let some: EntryLines[] = [];
  let size = 0;
  for (const lines of entries) {
    const more = sizeOf([lines]);
    if (some.length > 0 && size + more > messageSize) {
      yield some;
      some = [];
      size = 0;
    }
    some.push(lines);
    size += more;
  }
  if (some.length > 0) yield some;
}
