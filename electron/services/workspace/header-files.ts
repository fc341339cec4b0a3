// The two copies of a workspace's header: either one is enough, and the next write mends the other.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#core/host/errors.ts";
import { systemCode } from "../disk/disk-error.ts";
import { replaceFile } from "../disk/durable.ts";
import { decodeHeader, encodeHeader, type HeaderCopy, type WorkspaceHeader } from "./header.ts";

const mainCopy = "vault.json";
const backupCopy = "vault.bak.json";

/** The main copy is written first: where both are good and differ, it is the newer. */
export async function writeHeader(
  folder: string,
  header: WorkspaceHeader,
  headerKey: Uint8Array | null,
): Promise<void> {
  const bytes = encodeHeader(header, headerKey);
  await replaceFile(path.join(folder, mainCopy), bytes);
  await replaceFile(path.join(folder, backupCopy), bytes);
}

/**
 * The copies that are whole, the main one first; at least one. Reads without changing anything. Throws
 * `workspace/newer`, or `workspace/header-damaged` where neither can be read.
 */
export async function readCopies(folder: string): Promise<readonly [HeaderCopy, ...HeaderCopy[]]> {
  const texts = await Promise.all([mainCopy, backupCopy].map((name) => textOf(path.join(folder, name))));
  const [first, ...others] = texts.flatMap((text) => (text === null ? [] : (decodeHeader(text) ?? [])));
  if (!first) throw new AppError("workspace/header-damaged");
  return [first, ...others];
}

/** What the folder says it is, before anybody has shown a key. */
export async function readHeader(folder: string): Promise<WorkspaceHeader> {
  return (await readCopies(folder))[0].header;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
