// A host that lives in memory, for unit tests: the journal, the workspaces and the files mean the same, nothing lasts.
import { Arrivals } from "#core/host/arrivals.ts";
import { type AuditedJournal, auditLines, verifySlice } from "#core/host/audit.ts";
import type { HostBridge } from "#core/host/bridge.ts";
import type { Answers, EventName, Events, Method, Services } from "#core/host/contract.ts";
import { maxAttachmentBytes, maxAttachmentMegabytes } from "#core/host/attachments.ts";
import { dispatch } from "#core/host/dispatch.ts";
import { headAfter } from "#core/host/entry-check.ts";
import { AppError } from "#core/host/errors.ts";
import { JournalDoor } from "#core/host/journal-door.ts";
import { OpenFiles, readAsFound, type Reader, type ReadFile, type ReadJob } from "#core/host/open-files.ts";
import type { Paper } from "#core/report/blocks.ts";
import type {
  EntryLines,
  Frame,
  JournalHead,
  LogHead,
  OpenedFile,
  OpenedWorkspace,
  RecordFormat,
  SaveFormat,
  VaultSecret,
  WorkspaceKind,
  WorkspaceSummary,
} from "#core/host/shapes.ts";
import { mediaTypeOf } from "#core/lib/media-type.ts";
import { passphraseFault } from "#core/rules/passphrase.ts";
import type { Result } from "#core/lib/result.ts";
import { memoryVault, unlocked } from "./memory-vault.ts";

export interface MemoryHost extends HostBridge {
  /** Papers handed to `files.save`, in order. */
  readonly saves: readonly { readonly name: string; readonly format: SaveFormat; readonly paper: Paper }[];
  /** Cards and calendars that were saved, in order. */
  readonly records: readonly SavedRecords[];
  announce<E extends EventName>(event: E, detail: Events[E]): void;
}

interface SavedRecords {
  readonly name: string;
  readonly format: RecordFormat;
  readonly text: string;
}

export interface MemoryOptions {
  /** Reads files; left out, texts in UTF-8 are read and tables refused. */
  readonly read?: Reader;
  /** What answers in place of its own. */
  readonly services?: Partial<Services>;
}

interface MemoryWorkspace {
  /** Null where it is not protected. */
  secret: VaultSecret | null;
  readonly summary: WorkspaceSummary;
  readonly deviceId: string;
  readonly frames: Frame[];
  readonly logs: Map<string, LogHead>;
  /** Contents by their SHA-256. */
  readonly attachments: Map<string, Uint8Array>;
}

export function memoryHost(options: MemoryOptions = {}): MemoryHost {
  const saves: { name: string; format: SaveFormat; paper: Paper }[] = [];
  const records: SavedRecords[] = [];
  const heard = new Map<string, Set<(detail: never) => void>>();
  const announce: MemoryHost["announce"] = (event, detail) => {
    for (const hear of heard.get(event) ?? []) hear(detail as never);
  };
  const own = memoryServices(options.read ?? readPlainText, { saves, records }, announce);
  const services = { ...own, ...options.services };
  return {
    saves,
    records,
    call: async <M extends Method>(method: M, ask: unknown) => {
      const answer = await dispatch(services, method, structuredClone(ask), (error) => {
        throw error;
      });
      return structuredClone(answer) as Result<Answers[M]>;
    },
    on: (event, hear) => {
      const some = heard.get(event) ?? new Set();
      heard.set(event, some.add(hear));
      return () => some.delete(hear);
    },
    announce,
  };
}

function memoryServices(
  read: Reader,
  {
    saves,
    records,
  }: { saves: { name: string; format: SaveFormat; paper: Paper }[]; readonly records: SavedRecords[] },
  announce: MemoryHost["announce"],
): Services {
  const workspaces = new Map<string, MemoryWorkspace>();
  const files = new OpenFiles();
  const arrivals = new Arrivals((byteCount) => new Uint8Array(byteCount));
  let open: MemoryWorkspace | null = null;
  let appends: Promise<unknown> = Promise.resolve();
  const readNow = (job: ReadJob): Promise<ReadFile> =>
    read(job, new AbortController().signal, (progress) => announce("files.reading", progress));
  const current = (): MemoryWorkspace => {
    if (!open) throw new AppError("workspace/not-open");
    return open;
  };
  const door = new JournalDoor(() => audited(current()));
  const known = (id: string): MemoryWorkspace => {
    const found = workspaces.get(id);
    if (!found) throw new AppError("workspace/missing");
    return found;
  };
  return {
    "app.info": () =>
      Promise.resolve({
        version: "0",
        host: "memory",
        platform: "memory",
        dialogs: false,
        hidesFromCapture: false,
        clearsClipboard: false,
      }),
    "app.hideFromCapture": () => Promise.reject(new AppError("host/no-window")),
    "app.copied": () => Promise.reject(new AppError("host/no-window")),
    "workspace.list": () => Promise.resolve([...workspaces.values()].map(({ summary }) => summary).reverse()),
    "workspace.create": (ask) => {
      const { label, kind } = ask;
      const isTaken = [...workspaces.values()].some(
        ({ summary }) => summary.label.toLowerCase() === label.toLowerCase(),
      );
      if (isTaken) return Promise.reject(new AppError("workspace/name-taken", { label }));
      if (ask.kind === "work" && passphraseFault(ask.secret.passphrase))
        return Promise.reject(new AppError("vault/weak-passphrase"));
      open = newWorkspace(label, kind, ask.kind === "work" ? ask.secret : null);
      workspaces.set(open.summary.id, open);
      return Promise.resolve(opened(open));
    },
    "workspace.open": async ({ id }) => {
      const found = known(id);
      if (found !== open && found.secret) throw new AppError("vault/needs-passphrase");
      open = found;
      return opened(open);
    },
    "workspace.unlock": async ({ id, passphrase }) => {
      open = unlocked(known(id), passphrase);
      return opened(open);
    },
    "workspace.unlockByKeychain": () => Promise.reject(new AppError("host/no-keychain")),
    "workspace.lock": async () => {
      if (!open?.secret) throw new AppError("vault/not-protected");
      open = null;
      door.letGo();
      announce("workspace.closed", { reason: "locked" });
      return null;
    },
    "workspace.close": async () => {
      await appends;
      open = null;
      door.letGo();
      return null;
    },
    "workspace.discardSample": async ({ id }) => {
      const found = known(id);
      if (found.summary.kind !== "sample") throw new AppError("workspace/not-sample");
      if (open === found) open = null;
      workspaces.delete(id);
      return null;
    },
    ...memoryVault(current, (id) => (open = known(id)), opened),
    "journal.head": async () => headOf(current()),
    "journal.read": ({ from, to, maxBytes }) => door.read(from, maxBytes, to),
    "journal.stage": async ({ batch, entries }) => {
      door.stage(batch, entries);
      return null;
    },
    "journal.append": ({ batch, entries }) => {
      const appended = appends.then(() => append(current(), door.whole(batch, entries)));
      appends = appended.catch(() => undefined);
      return appended;
    },
    "attachments.add": async ({ bytes }) => {
      const { attachments } = current();
      if (bytes.byteLength > maxAttachmentBytes)
        throw new AppError("attachment/too-large", { limitMegabytes: maxAttachmentMegabytes });
      const digest = hex(await sha256(new Uint8Array(bytes)));
      attachments.set(digest, bytes);
      return { sha256: digest, byteCount: bytes.byteLength, mediaType: mediaTypeOf(bytes) };
    },
    "attachments.save": async ({ sha256: digest, name }) => {
      const bytes = current().attachments.get(digest);
      if (!bytes) throw new AppError("attachment/missing", { name });
      return { kind: "download", name, mime: "application/octet-stream", bytes };
    },
    "attachments.size": async () => {
      const sizes = [...current().attachments.values()].map(({ byteLength }) => byteLength);
      return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    "backup.state": async () => ({ backups: [], failure: null, damaged: [] }),
    "backup.make": async () => {
      current();
      throw new AppError("backup/refused", { reason: "ENOSYS" });
    },
    "backup.restore": () => Promise.reject(new AppError("backup/missing")),
    "audit.verify": ({ from, heads }) => verifySlice(audited(current()), from, heads, hashOf),
    "audit.export": async ({ name }) => {
      const lines = await auditLines(audited(current()), hashOf);
      return { saved: { kind: "saved", name: `${name}.txt` }, entries: (lines.length - 2) / 2 };
    },
    "files.choose": () => Promise.reject(new AppError("host/no-dialog")),
    "files.chooseFolder": () => Promise.reject(new AppError("host/no-dialog")),
    "files.bring": async ({ handle, byteCount, bytes }) =>
      handle === null ? arrivals.begin(crypto.randomUUID(), byteCount, bytes) : arrivals.add(handle, bytes),
    "files.take": async ({ name, kind, bytes, handle }) =>
      take(files, readNow, name, kind, handle === undefined ? bytes : arrivals.whole(handle, bytes)),
    "files.reread": ({ handle, ...options }) => files.reread(handle, options, readNow),
    "files.stopReading": async () => {
      arrivals.letGo();
      return null;
    },
    "files.text": async ({ handle }) => ({ text: files.text(handle) }),
    "files.rows": async ({ handle, from, count }) => ({ rows: files.rows(handle, from, count) }),
    "files.close": async ({ handle }) => {
      files.close(handle);
      return null;
    },
    "files.saveOnly": async ({ handle, name, lines }) => {
      const format = files.format(handle);
      records.push({ name, format, text: new TextDecoder().decode(files.only(handle, lines)) });
      return { kind: "saved", name: `${name}.${format}` };
    },
    "files.saveRecords": async (ask) => {
      records.push(ask);
      return { kind: "saved", name: `${ask.name}.${ask.format}` };
    },
    "files.save": async (ask) => {
      saves.push(ask);
      return { kind: "saved", name: `${ask.name}.${ask.format}` };
    },
    // Nothing here could keep the keys.
    "pouch.device": () => Promise.reject(new AppError("pouch/needs-vault")),
    "pouch.seal": () => Promise.reject(new AppError("pouch/needs-vault")),
    "pouch.open": () => Promise.reject(new AppError("pouch/needs-vault")),
    "pouch.entries": () => Promise.reject(new AppError("pouch/not-open")),
    "pouch.merge": () => Promise.reject(new AppError("pouch/not-open")),
    "pouch.keep": () => Promise.reject(new AppError("file/gone")),
    "pouch.reopen": ({ name }) => Promise.reject(new AppError("attachment/missing", { name })),
  };
}

function newWorkspace(label: string, kind: WorkspaceKind, secret: VaultSecret | null): MemoryWorkspace {
  const createdAt = new Date().toISOString();
  return {
    secret,
    summary: {
      id: crypto.randomUUID(),
      label,
      kind,
      createdAt,
      lastOpenedAt: createdAt,
      isProtected: secret !== null,
      opensByKeychain: false,
      trouble: null,
    },
    deviceId: crypto.randomUUID(),
    frames: [],
    logs: new Map(),
    attachments: new Map(),
  };
}

function opened(workspace: MemoryWorkspace): OpenedWorkspace {
  const { id, label, kind } = workspace.summary;
  return {
    id,
    label,
    kind,
    deviceId: workspace.deviceId,
    unsealed: workspace.secret === null,
    head: headOf(workspace),
    cutBytes: 0,
  };
}

function headOf({ frames, logs }: MemoryWorkspace): JournalHead {
  return { frame: frames.length, logs: Object.fromEntries(logs) };
}

function audited(workspace: MemoryWorkspace): AuditedJournal {
  return {
    head: headOf(workspace),
    read: async (from, maxBytes) => batchOf(workspace.frames, from, maxBytes),
    fileOf: () => "memory",
  };
}

async function hashOf(text: string): Promise<string> {
  return hex(await sha256(utf8(text)));
}

async function append(
  workspace: MemoryWorkspace,
  entries: readonly EntryLines[],
): Promise<{ frame: number }> {
  const touched = new Map<string, LogHead>();
  for (const lines of entries) {
    const hashes = {
      header: await hashOf(lines.h),
      body: lines.b === null ? null : await hashOf(lines.b),
    };
    const { log, head } = headAfter(lines, hashes, (name) => touched.get(name) ?? workspace.logs.get(name));
    touched.set(log, head);
  }
  workspace.frames.push({ number: workspace.frames.length + 1, entries });
  for (const [log, head] of touched) workspace.logs.set(log, head);
  return { frame: workspace.frames.length };
}

function batchOf(
  frames: readonly Frame[],
  from: number,
  maxBytes: number,
): Awaited<ReturnType<AuditedJournal["read"]>> {
  const batch: Frame[] = [];
  let bytes = 0;
  for (const frame of frames.slice(from - 1)) {
    for (const { h, b } of frame.entries) bytes += utf8(h).byteLength + utf8(b ?? "").byteLength + 2;
    if (batch.length > 0 && bytes > maxBytes) break;
    batch.push(frame);
  }
  const next = from + batch.length;
  return { frames: batch, next: next <= frames.length ? next : null };
}

async function take(
  files: OpenFiles,
  read: (job: ReadJob) => Promise<ReadFile>,
  name: string,
  kind: OpenedFile["kind"],
  bytes: Uint8Array,
): Promise<OpenedFile> {
  const result = await read({ kind, bytes, ...readAsFound });
  const digest = hex(await sha256(new Uint8Array(bytes)));
  return files.add(crypto.randomUUID(), { name, bytes, sha256: digest, read: result });
}

const readPlainText: Reader = async ({ kind, bytes }) => {
  if (kind !== "text") throw new AppError("file/not-a-table");
  if (bytes.byteLength === 0) throw new AppError("file/empty");
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return { kind, encoding: "utf-8", text, parts: [], part: 0, table: null };
};

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
