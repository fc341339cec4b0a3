// All services of a host, put together from what differs between the hosts.
import { createHash, randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Arrivals } from "#core/host/arrivals.ts";
import { verifySlice } from "#core/host/audit.ts";
import type { EventName, Events, Services } from "#core/host/contract.ts";
import { AppError } from "#core/host/errors.ts";
import { JournalDoor, sizeOf } from "#core/host/journal-door.ts";
import { OpenFiles, readAsFound, type Reader, type ReadFile, type ReadJob } from "#core/host/open-files.ts";
import type { AppInfo, FileKind, OpenedFile, OpenedWorkspace, Saved } from "#core/host/shapes.ts";
import { mediaTypeOf } from "#core/lib/media-type.ts";
import { auditFile, sha256 as hashOf } from "./audit/audit-file.ts";
import { Backups } from "./backup/backups.ts";
import { type Clipboard, CopiedText } from "./clipboard/copied-text.ts";
import { systemCode } from "./disk/disk-error.ts";
import { ensureRoom } from "./disk/room.ts";
import { extensions } from "./files/read/extensions.ts";
import { largest, limits, refuseLarge } from "./files/read/limits.ts";
import { Readings } from "./files/readings.ts";
import { freeName, nameParts, safeFileName } from "./files/safe-name.ts";
import { saveFile } from "./files/save-file.ts";
import { readShared, shared, sharedBytes } from "./files/shared-bytes.ts";
import { recordFiles, writers } from "./files/write/index.ts";
import type { PouchOpener } from "./pouch/open-in-worker.ts";
import { pouchServices } from "./pouch/pouch-services.ts";
import type { PouchLimits } from "./pouch/pouch-limits.ts";
import { Pouches } from "./pouch/pouches.ts";
import type { KeyDerivation } from "./vault/kdf.ts";
import type { Keychain } from "./vault/keychain.ts";
import { newRecoveryCode } from "./vault/recovery-code.ts";
import { newPassphrase } from "./vault/words.ts";
import { Workspaces } from "./workspace/workspaces.ts";

const backupAfterMs = 30_000;

/** The system's own dialogs. Paths stay in the host. Null: the person changed their mind. */
interface Dialogs {
  chooseFile(extensions: readonly string[]): Promise<string | null>;
  chooseTarget(suggestedName: string, extension: string): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
}

export interface HostParts {
  /** Folder that holds the workspace folders. */
  readonly workspaces: string;
  readonly about: Pick<AppInfo, "version" | "host" | "platform">;
  /** Null where there are none: saves go out as downloads then. */
  readonly dialogs: Dialogs | null;
  /** Keeps the window out of screenshots and shared screens; null where the host has no window of its own. */
  readonly hideFromCapture: ((isHidden: boolean) => void) | null;
  /** The system's; null where only the page reaches it, which may write there but not read. */
  readonly clipboard: Clipboard | null;
  readonly read: Reader;
  readonly openPouch: PouchOpener;
  /** What one pouch holds, where it is not what every host takes. */
  readonly pouchLimits?: PouchLimits;
  /** Throws `file/pdf-unavailable`. */
  readonly printHtml: (html: string) => Promise<Uint8Array>;
  /** How passphrases are stretched. */
  readonly kdf: KeyDerivation;
  /** The system's; null where only a page in a browser could use it. */
  readonly keychain: Keychain | null;
  /** Tells every page. */
  readonly announce: <E extends EventName>(event: E, detail: Events[E]) => void;
}

export interface HostServices {
  readonly services: Services;
  /** Forgets the keys of a protected workspace and tells every page; false where none is open. */
  lock(): Promise<boolean>;
  /** Finishes what is being written and gives the workspace back. */
  shutdown(): Promise<void>;
}

export function createServices(parts: HostParts): HostServices {
  const workspaces = new Workspaces({ root: parts.workspaces, kdf: parts.kdf, keychain: parts.keychain });
  const backups = new Backups(parts.workspaces);
  const files = new OpenFiles();
  const arrivals = new Arrivals(sharedBytes);
  /** Folders a person chose to save several files in, by handle. */
  const folders = new Map<string, string>();
  const ensureRoomFor = (bytes: number) => ensureRoom(parts.workspaces, bytes, { full: "journal/full" });
  const pouches = new Pouches(workspaces, parts.openPouch, ensureRoomFor, parts.pouchLimits);
  const readings = new Readings((progress) => parts.announce("files.reading", progress));
  const copied = parts.clipboard && new CopiedText(parts.clipboard);
  const door = new JournalDoor(() => workspaces.journal);
  const letGo = (): void => {
    door.letGo();
    readings.stop();
    files.closeAll();
    arrivals.letGo();
    pouches.closeAll();
  };
  const lock = async (): Promise<boolean> => {
    if (!(await workspaces.lock())) return false;
    letGo();
    await copied?.clear();
    parts.announce("workspace.closed", { reason: "locked" });
    return true;
  };
  /** Once whoever opened it has begun to work: copying must not stand in the way of the first screen. */
  const entered = (opened: OpenedWorkspace): OpenedWorkspace => {
    setTimeout(() => void backUpIfDue(), backupAfterMs).unref();
    return opened;
  };
  const backUpIfDue = async (): Promise<void> => {
    try {
      if (workspaces.isOpen) await backups.makeIfDue(workspaces.backupSource);
    } catch (error) {
      // Its journal is being written anew; the next closing backs it up.
      if (!(error instanceof AppError)) throw error;
    }
  };
  const close = async (): Promise<void> => {
    letGo();
    await copied?.clear();
    try {
      await backUpIfDue();
    } finally {
      await workspaces.close();
    }
  };
  const services: Services = {
    "app.info": async () => ({
      ...parts.about,
      dialogs: parts.dialogs !== null,
      hidesFromCapture: parts.hideFromCapture !== null,
      clearsClipboard: parts.clipboard !== null,
    }),
    "app.hideFromCapture": async ({ isHidden }) => {
      if (!parts.hideFromCapture) throw new AppError("host/no-window");
      parts.hideFromCapture(isHidden);
      return null;
    },
    "app.copied": async () => {
      if (!copied) throw new AppError("host/no-window");
      await copied.noted();
      return null;
    },
    "workspace.list": () => workspaces.list(),
    "workspace.create": async (ask) => entered(await workspaces.create(ask)),
    "workspace.open": async ({ id }) => entered(await workspaces.open(id)),
    "workspace.unlock": async ({ id, passphrase }) => entered(await workspaces.unlock(id, passphrase)),
    "workspace.unlockByKeychain": async ({ id }) => entered(await workspaces.unlockByKeychain(id)),
    "workspace.lock": async () => {
      if (!(await lock())) throw new AppError("vault/not-protected");
      return null;
    },
    "workspace.close": async () => {
      await close();
      return null;
    },
    "workspace.discardSample": async ({ id }) => {
      await workspaces.discardSample(id);
      return null;
    },
    "vault.propose": async () => ({ passphrase: newPassphrase(), recoveryCode: newRecoveryCode() }),
    "vault.protect": async ({ secret }) => {
      const opened = await workspaces.protect(secret);
      // What was copied before lies open on the disk: a sealed copy takes its place.
      const backupFailure = await backups.tryMake(workspaces.backupSource);
      return { opened, backupFailure };
    },
    "vault.changePassphrase": async ({ current, next }) => {
      await workspaces.changePassphrase(current, next);
      return null;
    },
    "vault.recover": ({ id, recoveryCode, passphrase }) => workspaces.recover(id, recoveryCode, passphrase),
    "vault.newEpoch": ({ secret }) => workspaces.newEpoch(secret),
    "vault.keychain": () => workspaces.keychainState(),
    "vault.keepKey": async ({ isKept }) => {
      await workspaces.keepKey(isKept);
      return null;
    },
    "journal.head": async () => workspaces.journal.head,
    "journal.read": ({ from, to, maxBytes }) => door.read(from, maxBytes, to),
    "journal.stage": async ({ batch, entries }) => {
      door.stage(batch, entries);
      return null;
    },
    "journal.append": async ({ batch, entries }) => {
      const whole = door.whole(batch, entries);
      await ensureRoomFor(sizeOf(whole));
      const { frame } = await workspaces.append(whole);
      return { frame };
    },
    "attachments.add": async ({ bytes }) => {
      await ensureRoomFor(bytes.byteLength);
      const sha256 = await workspaces.attachments.add(bytes);
      return { sha256, byteCount: bytes.byteLength, mediaType: mediaTypeOf(bytes) };
    },
    "attachments.save": async ({ sha256, name }) => {
      // Read first: a dialog for what is not there would be a promise.
      const content = await workspaces.attachments.read(sha256, name);
      const { title, extension } = nameParts(name);
      // As plain bytes: a browser must not think of showing it.
      return save(title, { extension, mime: "application/octet-stream" }, async () => content);
    },
    "attachments.size": () => workspaces.attachments.size(),
    "backup.state": ({ id }) => backups.state(id),
    "backup.make": () => backups.make(workspaces.backupSource),
    "backup.restore": async ({ id, name }) => {
      const restored = await backups.restore(id, name);
      return { ...restored, label: await workspaces.labelOf(restored.id) };
    },
    "audit.verify": ({ from, heads }) => verifySlice(workspaces.journal, from, heads, hashOf),
    "audit.export": async ({ name }) => {
      const { bytes, entries } = await auditFile(workspaces.journal);
      return {
        saved: await save(name, { extension: "txt", mime: "text/plain" }, async () => bytes),
        entries,
      };
    },
    "files.choose": async ({ kind }) => {
      if (!parts.dialogs) throw new AppError("host/no-dialog");
      const file = await parts.dialogs.chooseFile(extensions[kind]);
      if (file === null) return null;
      return take(path.basename(file), kind, await bytesOf(file, kind));
    },
    "files.chooseFolder": async () => {
      if (!parts.dialogs) throw new AppError("host/no-dialog");
      const folder = await parts.dialogs.chooseFolder();
      if (folder === null) return null;
      const handle = randomUUID();
      folders.set(handle, folder);
      return { handle, name: path.basename(folder) };
    },
    "files.bring": async ({ handle, byteCount, bytes }) => {
      if (handle !== null) return arrivals.add(handle, bytes);
      refuseLarge(byteCount, limits.listBytes);
      return arrivals.begin(randomUUID(), byteCount, bytes);
    },
    "files.take": async ({ name, kind, bytes, handle }) =>
      take(name, kind, handle === undefined ? bytes : arrivals.whole(handle, bytes)),
    "files.reread": ({ handle, ...options }) => files.reread(handle, options, read),
    "files.stopReading": async () => {
      readings.stop();
      arrivals.letGo();
      return null;
    },
    "files.text": async ({ handle }) => ({ text: files.text(handle) }),
    "files.rows": async ({ handle, from, count }) => ({ rows: files.rows(handle, from, count) }),
    "files.close": async ({ handle }) => {
      files.close(handle);
      pouches.close(handle);
      return null;
    },
    ...pouchServices({ pouches, files, readings, attachments: () => workspaces.attachments, save, take }),
    "files.saveOnly": ({ handle, name, lines }) => {
      const format = files.format(handle);
      return save(name, recordFiles[format], async () => files.only(handle, lines));
    },
    "files.saveRecords": ({ name, format, text }) =>
      save(name, recordFiles[format], async () => new TextEncoder().encode(text)),
    "files.save": async ({ name, format, paper }) => {
      const writer = writers[format];
      return save(name, writer, () => writer.encode(paper, parts));
    },
  };
  return { services, lock, shutdown: close };

  /** Where there are no dialogs, the page hands the bytes to the browser. */
  async function save(
    name: string,
    { extension, mime }: { readonly extension: string; readonly mime: string },
    encode: () => Promise<Uint8Array>,
    into: string | null = null,
  ): Promise<Saved> {
    const safeName = safeFileName(name, extension);
    if (into !== null) {
      const folder = folders.get(into);
      if (folder === undefined) throw new AppError("file/gone");
      const free = await freeName(folder, safeName);
      await saveFile(path.join(folder, free), await encode());
      return { kind: "saved", name: free };
    }
    if (!parts.dialogs) return { kind: "download", name: safeName, mime, bytes: await encode() };
    const target = await parts.dialogs.chooseTarget(safeName, extension);
    if (target === null) return { kind: "cancelled" };
    await saveFile(target, await encode());
    return { kind: "saved", name: path.basename(target) };
  }

  function read(job: ReadJob): Promise<ReadFile> {
    return readings.run((signal, hear) => parts.read(job, signal, hear));
  }

  async function take(name: string, kind: FileKind, given: Uint8Array): Promise<OpenedFile> {
    const bytes = shared(given);
    const found = await read({ kind, bytes, ...readAsFound });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return files.add(randomUUID(), { name, bytes, sha256, read: found });
  }
}

async function bytesOf(file: string, kind: FileKind): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new AppError("file/missing", { name: path.basename(file), reason: "" });
    refuseLarge(found.size, largest[kind]);
    return await readShared(file);
  } catch (error) {
    if (systemCode(error) === "") throw error;
    throw new AppError(
      "file/missing",
      { name: path.basename(file), reason: systemCode(error) },
      { cause: error },
    );
  }
}
