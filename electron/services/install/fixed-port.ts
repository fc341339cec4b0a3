// The port of the browser edition: chosen once and kept, because a browser keeps its view by address and port.
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { systemCode } from "../disk/disk-error.ts";
import { replaceFile } from "../disk/durable.ts";

/** Above the well-known services, below the range systems hand out for outgoing connections. */
const lowest = 20_000;
const highest = 32_000;
const fileName = "port";

/** The port is in use; it is explained, never changed: another port shows an empty app. */
export class PortTaken extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken`);
    this.name = "PortTaken";
    this.port = port;
  }
}

/**
 * Opens on `named`, else on the port kept in `folder`, else on one chosen now and kept from then on. Throws PortTaken;
 * only a choice not yet kept is made again.
 */
export async function openOnFixedPort<T>(
  folder: string,
  named: number | null,
  open: (port: number) => Promise<T>,
): Promise<T> {
  const fixed = named ?? (await keptPort(folder));
  if (fixed !== null) return openOn(fixed, open);
  for (;;) {
    const port = randomInt(lowest, highest);
    try {
      const opened = await openOn(port, open);
      await replaceFile(path.join(folder, fileName), Buffer.from(`${port}\n`));
      return opened;
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
}

async function openOn<T>(port: number, open: (port: number) => Promise<T>): Promise<T> {
  try {
    return await open(port);
  } catch (error) {
    throw systemCode(error) === "EADDRINUSE" ? new PortTaken(port) : error;
  }
}

async function keptPort(folder: string): Promise<number | null> {
  try {
    const port = Number((await readFile(path.join(folder, fileName), "utf8")).trim());
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
