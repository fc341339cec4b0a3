// The first line of each journal file: what it is, whose it is, how it is sealed.
import type { SealContext } from "./seal.ts";

const journalName = /^(\d{6})\.jnl$/;

/** 1 -> `000001.jnl`. */
export function fileName(file: number): string {
  return `${String(file).padStart(6, "0")}.jnl`;
}

/** Numbers of the journal files among `names`, ascending. */
export function fileNumbers(names: readonly string[]): readonly number[] {
  const numbers = names.flatMap((name) => journalName.exec(name)?.[1] ?? []).map(Number);
  return numbers.sort((a, b) => a - b);
}

/**
 * The line a file must begin with. All of it follows from the vault and the frames before, so a file is checked by
 * comparing bytes and a flipped bit cannot hide.
 */
export function fileHead(context: SealContext, cipher: string, file: number, firstFrame: number): Buffer {
  const head = {
    chancery: "journal",
    format: 1,
    vault: context.vault,
    epoch: context.epoch,
    cipher,
    file,
    firstFrame,
  };
  return Buffer.from(`${JSON.stringify(head)}\n`);
}
