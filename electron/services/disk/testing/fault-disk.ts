// Stands in the place of node:fs/promises: counts the calls that change the disk, fails one or ends the process at one.
import type { FileHandle } from "node:fs/promises";
import { PowerLedger } from "./power-ledger.ts";

type Files = typeof import("node:fs/promises");
type Call = (...args: unknown[]) => Promise<unknown>;

/** What happens at call `at`: the process ends there; the disk is full from there on; the disk refuses this one. */
export interface Fault {
  readonly at: number;
  readonly manner: "kill" | "full" | "refuse";
}

/** Not a system's error: nobody catches it as one, and what would clean up afterwards fails by it too. */
export class Killed extends Error {}

const growing = new Set(["create", "write", "writeFile", "mkdir", "link"]);

class FaultDisk {
  calls = 0;
  fault: Fault | null = null;
  readonly ledger = new PowerLedger();
  readonly #open = new Set<() => Promise<unknown>>();
  #isDead = false;

  begin(fault: Fault | null): void {
    this.calls = 0;
    this.fault = fault;
    this.#isDead = false;
    this.ledger.clear();
    this.ledger.watches = true;
  }

  /** Lets go of what a killed process had open, as the system would. From here on the disk works. */
  async end(): Promise<void> {
    this.fault = null;
    this.#isDead = false;
    this.ledger.watches = false;
    for (const close of this.#open) await close();
  }

  /** Where a write is what the process ends in, the first half of it has come to the disk. */
  change(call: string, half: () => void = () => undefined): void {
    this.live();
    this.calls += 1;
    const { at, manner } = this.fault ?? { at: Number.POSITIVE_INFINITY, manner: "kill" };
    if (this.calls < at) return;
    if (manner === "kill") {
      if (this.calls === at) half();
      this.#isDead = true;
      throw new Killed(call);
    }
    if (manner === "refuse" && this.calls === at) throw systemError("EIO", call);
    if (manner === "full" && growing.has(call)) throw systemError("ENOSPC", call);
  }

  live(): void {
    if (this.#isDead) throw new Killed("after the end");
  }

  hold(close: () => Promise<unknown>): () => Promise<unknown> {
    const once = async () => {
      if (this.#open.delete(once)) await close();
    };
    this.#open.add(once);
    return once;
  }
}

export const faultDisk = new FaultDisk();

function systemError(code: string, call: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${call}, made for a test`), { code });
}

/** To be given to `vi.mock("node:fs/promises")`. */
export function faultFiles(files: Files): Files {
  const { ledger } = faultDisk;
  const wrapped: Record<string, unknown> = { ...files };
  const put = (name: keyof Files, make: (plain: Call) => Call): void => {
    wrapped[name] = make(files[name] as Call);
  };
  for (const name of ["readdir", "readFile", "stat", "statfs"] as const) {
    put(name, (plain) => async (...args) => {
      faultDisk.live();
      return plain(...args);
    });
  }
  put("open", (plain) => async (file, flags, mode) => {
    const isNew = String(flags).startsWith("w");
    if (isNew) faultDisk.change("create");
    else faultDisk.live();
    const handle = (await plain(file, flags, mode)) as FileHandle;
    if (isNew) ledger.created(String(file), handle.fd);
    return wrappedHandle(handle, String(file));
  });
  put("writeFile", (plain) => async (file, ...rest) => {
    faultDisk.change("writeFile");
    await plain(file, ...rest);
    ledger.written(String(file));
  });
  put("rename", (plain) => async (from, to) => {
    faultDisk.change("rename");
    await ledger.renaming(String(from), String(to), () => plain(from, to));
  });
  put("rm", (plain) => async (file, options) => {
    faultDisk.change("rm");
    await ledger.removing(String(file), () => plain(file, options));
  });
  put("mkdir", (plain) => async (folder, options) => {
    faultDisk.change("mkdir");
    return ledger.making(String(folder), () => plain(folder, options));
  });
  put("link", (plain) => async (from, to) => {
    faultDisk.change("link");
    await plain(from, to);
    ledger.linked(String(to));
  });
  return { ...(wrapped as Files), default: wrapped } as Files;
}

function wrappedHandle(handle: FileHandle, file: string): FileHandle {
  const { ledger } = faultDisk;
  const put = (name: string, make: (plain: Call) => Call): void => {
    const plain = (Reflect.get(handle, name) as Call).bind(handle);
    Object.defineProperty(handle, name, { value: make(plain) });
  };
  put("write", (plain) => async (...args) => {
    ledger.changing(handle.fd, file);
    faultDisk.change("write", () => ledger.half(handle.fd, args));
    return plain(...args);
  });
  for (const name of ["writeFile", "truncate"]) {
    put(name, (plain) => async (...args) => {
      ledger.changing(handle.fd, file);
      faultDisk.change(name);
      return plain(...args);
    });
  }
  // The ledger is the disk that a sync would reach: the machine's own is spared.
  for (const name of ["sync", "datasync"]) {
    put(name, () => async () => {
      faultDisk.change("sync");
      ledger.synced(handle.fd, file);
    });
  }
  put("read", (plain) => async (...args) => {
    faultDisk.live();
    return plain(...args);
  });
  put("close", (plain) => faultDisk.hold(plain));
  return handle;
}
