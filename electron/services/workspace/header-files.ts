// The two copies of a workspace's header: either one is enough, and the next write mends the other.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import { systemCode } from "../disk/disk-error.ts";
import { replaceFile } from "../disk/durable.ts";
import { decodeHeader, encodeHeader, type WorkspaceHeader } from "./header.ts";

const mainCopy = "vault.json";
const backupCopy = "vault.bak.json";

/** The main copy is written first: where both are good and differ, it is the newer. */
export async function writeHeader(folder: string, header: WorkspaceHeader): Promise<void> {
  const bytes = encodeHeader(header);
  await replaceFile(path.join(folder, mainCopy), bytes);
  await replaceFile(path.join(folder, backupCopy), bytes);
}

/**
 * Reads without changing anything. Null where the folder holds no header at all. Throws `workspace/newer`, or
 * `workspace/header-damaged` where neither copy can be read.
 */
export async function readHeader(folder: string): Promise<WorkspaceHeader | null> {
  const texts = await Promise.all([mainCopy, backupCopy].map((name) => textOf(path.join(folder, name))));
  if (texts.every((text) => text === null)) return null;
  const [main, backup] = texts.map((text) => (text === null ? null : decodeHeader(text)));
  const header = main ?? backup;
  if (!header) throw new AppError("workspace/header-damaged");
  return header;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
