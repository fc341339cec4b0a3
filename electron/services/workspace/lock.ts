// The lock of a workspace folder: one host at a time, given back on close and taken over after a crash.
import { randomUUID } from "node:crypto";
import { open, readFile, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { AppError } from "#core/host/errors.ts";
import { systemCode } from "../disk/disk-error.ts";
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
/** A lock without readable text, or a guard, younger than this is just being written or used. */
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
  if (!(await create(file, text)) && !(await takeOver(file, text))) throw new AppError("workspace/locked");
  return {
    release: async () => {
      if ((await textOf(file)) === text) await rm(file, { force: true });
    },
  };
}

/** Whether a running host holds the folder. */
export async function isLocked(folder: string): Promise<boolean> {
  return isHeld(path.join(folder, lockName));
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

/**
 * Puts `text` in place of the lock of a dead host; false where somebody was quicker. Only who has made the guard file
 * may take a lock away, so that a living one is never taken for the dead one it replaced.
 */
async function takeOver(file: string, text: string): Promise<boolean> {
  const guard = `${file}.taking`;
  if (!(await takeGuard(guard, text))) return false;
  try {
    if (await isHeld(file)) return false;
    await rm(file, { force: true });
    return await create(file, text);
  } finally {
    await rm(guard, { force: true });
  }
}

async function takeGuard(guard: string, text: string): Promise<boolean> {
  if (await create(guard, text)) return true;
  if (!(await isOld(guard))) return false;
  await rm(guard, { force: true });
  return create(guard, text);
}

async function isOld(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > settlingMs;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return true;
    throw error;
  }
}

async function isHeld(file: string): Promise<boolean> {
  const text = await textOf(file);
  if (text === null) return false;
  const holder = parsed(text);
  if (!holder) return !(await isOld(file));
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
