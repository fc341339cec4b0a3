// Checking the whole record through the host, slice by slice, so that a long one can say how far it is.
import type { AuditSlice, BadLink } from "#core/host/shapes.ts";
import { noteAccess } from "./access.ts";
import { valueOf, type Progress } from "./follow.ts";
import type { Session } from "./session.ts";
import { write } from "./write.ts";

export interface AuditResult {
  readonly at: string;
  readonly entries: number;
  readonly bad: BadLink | null;
}

/** Throws the host's failure where the journal cannot be read at all. */
export async function checkRecord(
  { host }: Session,
  onProgress: (progress: Progress) => void,
): Promise<AuditResult> {
  const { frame: of } = valueOf(await host.call("journal.head", {}));
  let entries = 0;
  let heads = {};
  let from: number | null = of > 0 ? 1 : null;
  while (from !== null) {
    const slice: AuditSlice = valueOf(await host.call("audit.verify", { from, heads }));
    entries += slice.entries;
    heads = slice.heads;
    if (slice.bad) return { at: new Date().toISOString(), entries, bad: slice.bad };
    onProgress({ frame: (slice.next ?? of + 1) - 1, of });
    from = slice.next;
  }
  return { at: new Date().toISOString(), entries, bad: null };
}

/** A check that a person asked for, or that found something, is itself kept. */
export async function noteCheck(session: Session, { entries, bad }: AuditResult): Promise<void> {
  const fault = bad ? `${bad.file} ${bad.frame} ${bad.log} ${bad.seq} ${bad.fault}`.trim() : "";
  await write(session, noteAccess({ act: "checked", rows: entries, fault }));
}
