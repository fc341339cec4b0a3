// Opens the journal of a workspace: reads every file once, cuts a torn tail, refuses a damaged one.
import { AppError } from "#core/host/errors.ts";
import type { LogHead } from "#core/host/shapes.ts";
import { fileHead, fileName, fileNumbers } from "./file-head.ts";
import { Journal } from "./journal.ts";
import type { JournalFile, JournalFiles } from "./journal-files.ts";
import { type FramePosition, scanFile } from "./scan.ts";
import type { Seal, SealContext } from "./seal.ts";

export interface JournalOptions extends SealContext {
  readonly files: JournalFiles;
  readonly seal: Seal;
  /** Last frame known to have been on disk: a hint that tells a torn tail from lost or damaged frames. */
  readonly acknowledged: number;
  /** A new file is begun once the last one has this many bytes. */
  readonly rotateAt?: number;
}

/** `cutBytes` of a last frame that was never finished; they are kept aside in a file of their own. */
export interface OpenedJournal {
  readonly journal: Journal;
  readonly cutBytes: number;
}

const rotateAt = 16 * 1024 * 1024;

/** Throws `journal/damaged` (facts: file, frame) and leaves every file as it is where an earlier frame is not whole. */
export async function openJournal(options: JournalOptions): Promise<OpenedJournal> {
  const { files, seal } = options;
  const names = await files.names();
  const numbers = fileNumbers(names);
  if (numbers.length === 0) {
    if (options.acknowledged > 0) throw damaged(1, 1);
    await files.create(fileName(1), fileHead(options, seal.name, 1, 1));
  }
  const count = Math.max(numbers.length, 1);
  const positions: FramePosition[] = [];
  const heads = new Map<string, LogHead>();
  let lastTag: Uint8Array = new Uint8Array(seal.tagBytes);
  let cutBytes = 0;
  for (let file = 1; file < count; file += 1) {
    if (numbers[file - 1] !== file) throw damaged(file, positions.length + 1);
    const scan = await withFile(files, file, (open) => scanOpen(open, file));
    if (scan.fault) throw damaged(file, positions.length + scan.frames.length + 1);
    take(scan);
  }
  if (numbers.length > 0 && numbers[count - 1] !== count) throw damaged(count, positions.length + 1);
  const open = await files.open(fileName(count));
  try {
    const scan = await scanOpen(open, count);
    take(scan);
    if (scan.fault === "inside" || positions.length < options.acknowledged) {
      throw damaged(count, positions.length + 1);
    }
    if (scan.fault === "tail") cutBytes = await cutTail(files, names, open, count, scan.end);
    const journal = new Journal({
      ...options,
      rotateAt: options.rotateAt ?? rotateAt,
      positions,
      heads,
      lastTag,
      file: { number: count, open, end: scan.end },
    });
    return { journal, cutBytes };
  } catch (error) {
    await open.close();
    throw error;
  }

  async function scanOpen(opened: JournalFile, file: number): Promise<ReturnType<typeof scanFile>> {
    const bytes = Buffer.from(await opened.read(0, await opened.size()));
    const number = positions.length + 1;
    const head = fileHead(options, seal.name, file, number);
    if (!bytes.subarray(0, head.byteLength).equals(head)) throw damaged(file, number);
    const from = {
      file,
      bytes,
      offset: head.byteLength,
      number,
      previousTag: lastTag,
      vault: options.vault,
      seal,
    };
    return scanFile(from);
  }

  function take(scan: ReturnType<typeof scanFile>): void {
    for (const position of scan.frames) positions.push(position);
    for (const [log, head] of scan.heads) heads.set(log, head);
    lastTag = scan.lastTag;
  }
}

/** Keeps the bytes after `end` in a file of their own, then cuts them off. Answers how many there were. */
async function cutTail(
  files: JournalFiles,
  names: readonly string[],
  open: JournalFile,
  file: number,
  end: number,
): Promise<number> {
  const size = await open.size();
  const taken = new Set(names);
  let aside = `${fileName(file)}.cut-at-${end}`;
  for (let again = 2; taken.has(aside); again += 1) aside = `${fileName(file)}.cut-at-${end}-${again}`;
  await files.create(aside, await open.read(end, size - end));
  await open.truncate(end);
  await open.sync();
  return size - end;
}

async function withFile<T>(
  files: JournalFiles,
  file: number,
  use: (open: JournalFile) => Promise<T>,
): Promise<T> {
  const open = await files.open(fileName(file));
  try {
    return await use(open);
  } finally {
    await open.close();
  }
}

function damaged(file: number, frame: number): AppError {
  return new AppError("journal/damaged", { file: fileName(file), frame });
}
