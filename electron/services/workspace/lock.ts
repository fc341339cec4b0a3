// The lock of a workspace folder: one host at a time, given back on close and taken over after a crash.
import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { systemCode } from "../disk/disk-error.ts";
import { temporaryName } from "../disk/durable.ts";
import { isRunning, processStart } from "./process-start.ts";

const holderShape = z.object({
  pid: z.int().min(1),
  /** Of the process; see process-start. */
  start: z.string(),
  machine: z.string(),
  token: z.string(),
});
type Holder = z.infer<typeof holderShape>;

export interface Lock {
  /** Gives the folder back; does nothing where another host has taken the lock meanwhile. */
  release(): Promise<void>;
}

const lockName = "lock";
/** A lock without readable text this young is being written just now. */
const settlingMs = 5000;

/** Throws `workspace/locked` where another running host holds it. */
export async function takeLock(folder: string): Promise<Lock> {
  const file = path.join(folder, lockName);
  const me: Holder = {
    pid: process.pid,
    start: await processStart(process.pid),
    machine: hostname(),
    token: randomUUID(),
  };
  const text = JSON.stringify(me);
  if (!(await create(file, text))) {
    await clearStale(file);
    if (!(await create(file, text))) throw new AppError("workspace/locked");
  }
  return {
    release: async () => {
      if ((await textOf(file)) === text) await rm(file, { force: true });
    },
  };
}

/** Whether a running host holds the folder. */
export async function isLocked(folder: string): Promise<boolean> {
  const file = path.join(folder, lockName);
  const text = await textOf(file);
  return text !== null && (await isHeld(file, text));
}

/** False where the file is there already. No hard links: sticks and shares may not have them. */
async function create(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves the lock of a dead host away. Where two hosts do so at once, the one that moved a living lock puts it back. */
async function clearStale(file: string): Promise<void> {
  const seen = await textOf(file);
  if (seen === null) return;
  if (await isHeld(file, seen)) throw new AppError("workspace/locked");
  const aside = temporaryName(file);
  try {
    await rename(file, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const moved = await textOf(aside);
  if (moved !== null && moved !== seen) {
    await create(file, moved);
    await rm(aside, { force: true });
    throw new AppError("workspace/locked");
  }
  await rm(aside, { force: true });
}

async function isHeld(file: string, text: string): Promise<boolean> {
  const holder = parsed(text);
  if (!holder) return Date.now() - (await stat(file)).mtimeMs < settlingMs;
  // A process on another machine cannot be looked at from here: believe its lock.
  if (holder.machine !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const start = await processStart(holder.pid);
  return start === "" || holder.start === "" || start === holder.start;
}

function parsed(text: string): Holder | null {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
