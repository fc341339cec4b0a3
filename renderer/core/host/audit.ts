// The audit of a journal: every link of every log checked over the exact bytes, and the file others check it from.
import { noHash } from "../log/entry.ts";
import { AppError } from "./errors.ts";
import type { DoorJournal } from "./journal-door.ts";
import type { AuditSlice, BadLink, EntryLines, Frame, LogHead } from "./shapes.ts";

/** Hex SHA-256 of a text in UTF-8. */
type Hash = (text: string) => string | Promise<string>;

/** What an audit needs of a journal. */
export interface AuditedJournal extends DoorJournal {
  /** Name of the file a frame lies in. */
  fileOf(frame: number): string;
}

/** One entry with the head of its log before it. */
interface Link {
  readonly seq: unknown;
  readonly previous: unknown;
  readonly body: unknown;
  readonly bodyHash: string | null;
  readonly head: LogHead;
}

interface Rule {
  readonly fault: BadLink["fault"];
  readonly holds: (link: Link) => boolean;
}

/** An erased body cannot be checked; the header still says what its hash was. */
export const chainRules: readonly Rule[] = [
  { fault: "sequence", holds: ({ seq, head }) => seq === head.seq + 1 },
  { fault: "previous", holds: ({ previous, head }) => previous === head.hash },
  { fault: "body", holds: ({ body, bodyHash }) => bodyHash === null || body === bodyHash },
];

/** Follows the logs through the frames it is given, in their order. */
export class ChainCheck {
  readonly #heads: Map<string, LogHead>;
  readonly #hash: Hash;
  readonly #rules: readonly Rule[];
  #entries = 0;

  constructor(hash: Hash, heads: Readonly<Record<string, LogHead>> = {}, rules = chainRules) {
    this.#hash = hash;
    this.#heads = new Map(Object.entries(heads));
    this.#rules = rules;
  }

  get entries(): number {
    return this.#entries;
  }

  get heads(): Readonly<Record<string, LogHead>> {
    return Object.fromEntries(this.#heads);
  }

  /** The first link that does not hold, or null. */
  async add(frame: Frame, file: string): Promise<BadLink | null> {
    for (const lines of frame.entries) {
      const bad = await this.#addEntry(lines);
      if (bad) return { ...bad, frame: frame.number, file };
    }
    return null;
  }

  async #addEntry(lines: EntryLines): Promise<Pick<BadLink, "fault" | "log" | "seq"> | null> {
    const header = headerOf(lines.h);
    if (!header) return { fault: "header", log: "", seq: 0 };
    const { l: log, s: seq, p: previous, b: body } = header;
    const head = this.#heads.get(String(log)) ?? { seq: 0, hash: noHash };
    const bodyHash = lines.b === null ? null : await this.#hash(lines.b);
    const broken = this.#rules.find((rule) => !rule.holds({ seq, previous, body, bodyHash, head }));
    if (broken) return { fault: broken.fault, log: String(log), seq: head.seq + 1 };
    this.#heads.set(String(log), { seq: Number(seq), hash: await this.#hash(lines.h) });
    this.#entries += 1;
    return null;
  }
}

function headerOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const sliceBytes = 4_000_000;

/** Checks some frames from `from` on; `heads` are those the slice before ended with, none at the first frame. */
export async function verifySlice(
  journal: AuditedJournal,
  from: number,
  heads: Readonly<Record<string, LogHead>>,
  hash: Hash,
): Promise<AuditSlice> {
  const check = new ChainCheck(hash, heads);
  const answer = (next: number | null, bad: BadLink | null): AuditSlice => ({
    next: bad ? null : next,
    entries: check.entries,
    heads: check.heads,
    bad,
  });
  try {
    const { frames, next } = await journal.read(from, sliceBytes);
    for (const frame of frames) {
      const bad = await check.add(frame, journal.fileOf(frame.number));
      if (bad) return answer(null, bad);
    }
    return answer(next, null);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "journal/damaged") throw error;
    const { file, frame } = error.facts;
    return answer(null, { fault: "frame", log: "", seq: 0, frame: Number(frame), file: String(file) });
  }
}

/** The lines of an audit file, as the README tells how to check them. The digest that ends it is not among them. */
export async function auditLines(journal: AuditedJournal, hash: Hash): Promise<readonly string[]> {
  const check = new ChainCheck(hash);
  const lines = [JSON.stringify({ chancery: "audit", format: 1 })];
  let from: number | null = journal.head.frame > 0 ? 1 : null;
  while (from !== null) {
    const batch: Awaited<ReturnType<AuditedJournal["read"]>> = await journal.read(from, sliceBytes);
    for (const frame of batch.frames) {
      await check.add(frame, "");
      for (const { h, b } of frame.entries) lines.push(h, b ?? "");
    }
    from = batch.next;
  }
  lines.push(JSON.stringify({ entries: (lines.length - 1) / 2, heads: check.heads }));
  return lines;
}
