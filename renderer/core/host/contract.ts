// Everything the page may ask of its host: a schema for each ask, a type for each answer. Nothing else crosses.
import { z } from "zod";
import { paper } from "../report/blocks.ts";
import {
  agreeKey,
  logMarks,
  mostPouchFiles,
  officeCard,
  type PouchInfo,
  type PublicDevice,
  type SealedPouch,
} from "./pouch.ts";
import {
  type AddedAttachment,
  type AppInfo,
  type BackupInfo,
  type BackupState,
  type AuditSlice,
  entryLines,
  fileKinds,
  type EntryLines,
  type JournalHead,
  type JournalRead,
  type KeychainState,
  type OpenedFile,
  type OpenedWorkspace,
  type ProtectedWorkspace,
  readOptions,
  type Saved,
  recordFormats,
  saveFormats,
  type TableRow,
  type VaultSecret,
  type WorkspaceSummary,
} from "./shapes.ts";

const nothing = z.strictObject({});
const handle = z.string().min(1).max(100);
const bytes = z.instanceof(Uint8Array);
const id = z.string().max(100);
const label = z.string().trim().min(1).max(120);
const passphrase = z.string().min(1).max(1000);
const recoveryCode = z.string().min(1).max(200);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const secret = z.strictObject({ passphrase, recoveryCode });
const entries = z.array(entryLines).min(1).max(200_000);
const batch = z.uuid();

/** The ask of every method. Strict: an unknown key is refused. */
export const asks = {
  "app.info": nothing,
  /** Whether the system is asked to keep the window out of captures; `host/no-window` where there is none of the host's own. */
  "app.hideFromCapture": z.strictObject({ isHidden: z.boolean() }),
  /** Something was copied in the app: cleared from the clipboard half a minute later; `host/no-window` as above. */
  "app.copied": nothing,
  "workspace.list": nothing,
  /** Real work is never kept without a vault. */
  "workspace.create": z.discriminatedUnion("kind", [
    z.strictObject({ label, kind: z.literal("sample") }),
    z.strictObject({ label, kind: z.literal("work"), secret }),
  ]),
  /** `vault/needs-passphrase` where it is protected and not open already. */
  "workspace.open": z.strictObject({ id }),
  "workspace.unlock": z.strictObject({ id, passphrase }),
  /** By the wrap the system's keychain holds; `host/no-keychain` where there is none. */
  "workspace.unlockByKeychain": z.strictObject({ id }),
  "workspace.close": nothing,
  /** Closes a protected workspace and forgets its keys; every page hears `workspace.closed`. */
  "workspace.lock": nothing,
  /** Moves the sample's folder out of sight; refused for `work`. */
  "workspace.discardSample": z.strictObject({ id }),
  /** Draws a passphrase and a recovery code, and keeps neither. */
  "vault.propose": nothing,
  /** Gives the open workspace, made without a vault, one: its journal is written anew, and a sealed backup replaces all. */
  "vault.protect": z.strictObject({ secret }),
  "vault.changePassphrase": z.strictObject({ current: passphrase, next: passphrase }),
  /** Opens with the recovery code and puts a new passphrase in place of the forgotten one. */
  "vault.recover": z.strictObject({ id, recoveryCode, passphrase }),
  /** A new key and a new recovery code for the open workspace: its journal is written anew. The passphrase stays. */
  "vault.newEpoch": z.strictObject({ secret }),
  "vault.keychain": nothing,
  /** Whether the system's keychain opens the open workspace without its passphrase; `host/no-keychain` as above. */
  "vault.keepKey": z.strictObject({ isKept: z.boolean() }),
  "journal.head": nothing,
  /**
   * Frames from a place on, none much beyond number `to`, as many as fit `maxBytes`: at least one entry, and so of a large
   * frame perhaps a part.
   */
  "journal.read": z.strictObject({
    from: z.strictObject({ frame: z.int().min(1), entry: z.int().min(0) }),
    to: z.int().min(1).optional(),
    maxBytes: z.int().min(1).max(33_554_432),
  }),
  /** Keeps entries for the append that names the same batch, where they are more than one message carries. */
  "journal.stage": z.strictObject({ batch, entries }),
  /** Answers only after the frame is on disk. All entries, those staged before them, are one frame: all or none. */
  "journal.append": z.strictObject({ batch: batch.optional(), entries }),
  /** Keeps a file's bytes in the open workspace; answers once they are on disk. The same bytes twice are kept once. */
  "attachments.add": z.strictObject({ bytes }),
  /** A copy outside of the workspace, asked for by a person. `name` with its extension, as it is to be called. */
  "attachments.save": z.strictObject({
    sha256: sha256Hex,
    name: z.string().max(2000),
  }),
  "attachments.size": nothing,
  /** Of any workspace, open or not: backups are the way back for one that does not open. */
  "backup.state": z.strictObject({ id: z.string().max(100) }),
  /** Of the open workspace; answers once the copy has been opened again and found the same. */
  "backup.make": nothing,
  /** Makes a workspace of its own of a backup; nothing there is changes. */
  "backup.restore": z.strictObject({ id: z.string().max(100), name: z.string().max(100) }),
  /** Checks the chain of some frames from `from` on; `heads` as the slice before answered them, none at frame 1. */
  "audit.verify": z.strictObject({
    from: z.int().min(1),
    heads: z.record(z.string(), z.strictObject({ seq: z.int().min(0), hash: z.string().max(64) })),
  }),
  /** Every entry as a text that can be checked outside of the app. `name` without extension. */
  "audit.export": z.strictObject({ name: z.string().min(1).max(200) }),
  /** Shows the system's dialog; `host/no-dialog` where there is none. */
  "files.choose": z.strictObject({ kind: z.enum(fileKinds) }),
  /** A folder to save several files in, by the system's dialog; `host/no-dialog` where there is none. */
  "files.chooseFolder": nothing,
  /** A part of a large file that `files.take` will hand over; the first, without a handle, says how long the file will be. */
  "files.bring": z.strictObject({ handle: handle.nullable(), byteCount: z.int().min(1), bytes }),
  /** Hands over a file the page was given (dropped, pasted or picked in the browser edition); by `handle`, its last part. */
  "files.take": z.strictObject({
    name: z.string().max(255),
    kind: z.enum(fileKinds),
    bytes,
    handle: handle.optional(),
  }),
  /** Reads the file again as the person said: encoding, sheet, line of headings. */
  "files.reread": readOptions.extend({ handle }),
  /**
   * Ends whatever is being read or verified: the ask that waits for it answers `file/stopped`. Nothing is kept of a file that was
   * being read; a pouch that was being verified is not open.
   */
  "files.stopReading": nothing,
  "files.text": z.strictObject({ handle }),
  /** Rows from number `from` on: at most `count`, and fewer where they are long. */
  "files.rows": z.strictObject({ handle, from: z.int().min(0), count: z.int().min(1).max(5000) }),
  "files.close": z.strictObject({ handle }),
  /** Saves a file that is held open without its records that begin elsewhere than on these lines, byte for byte. */
  "files.saveOnly": z.strictObject({
    handle,
    name: z.string().min(1).max(200),
    lines: z.array(z.int().min(1)).max(100_000),
  }),
  /** Saves cards or calendar entries, already written as such. */
  "files.saveRecords": z.strictObject({
    name: z.string().min(1).max(200),
    format: z.enum(recordFormats),
    text: z.string().max(100_000_000),
  }),
  "files.save": z.strictObject({
    /** Without extension; the host makes it safe for the file system. */
    name: z.string().min(1).max(200),
    format: z.enum(saveFormats),
    paper,
  }),
  /** The public keys of this device, made at the first ask; `pouch/needs-vault` where nothing could keep them. */
  "pouch.device": nothing,
  /**
   * Seals what its addressees lack, as much as one pouch holds, and saves it. `logs`: of each log, the first number they
   * do not have. An attachment goes with the entry that names it; `bytes` null where it is not known.
   */
  "pouch.seal": z.strictObject({
    /** Of the file, without extension. */
    name: z.string().min(1).max(200),
    /** Saves it in a folder chosen before, beside what is there; null asks where. */
    folder: handle.nullable(),
    pouch: z.uuid(),
    number: z.int().min(1),
    card: officeCard,
    to: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("devices"),
        devices: z
          .array(z.strictObject({ device: z.uuid(), agree: agreeKey }))
          .min(1)
          .max(1000),
      }),
      z.strictObject({ kind: z.literal("passphrase"), passphrase: z.string().min(8).max(1000) }),
    ]),
    forPost: z.string().max(200).nullable(),
    logs: logMarks,
    have: logMarks,
    note: z.string().max(2000),
    attachments: z
      .array(
        z.strictObject({
          sha256: sha256Hex,
          name: z.string().max(2000),
          bytes: z.number().min(0).nullable(),
        }),
      )
      .max(mostPouchFiles),
  }),
  /** Verifies all of a pouch that was chosen or taken; it stays open until its file is closed. Nothing is written. */
  "pouch.open": z.strictObject({ handle, passphrase: passphrase.nullable() }),
  /** Entries of an open pouch's run from number `from` on, as many as fit `maxBytes` (at least one). */
  "pouch.entries": z.strictObject({
    handle,
    log: z.string().max(300),
    from: z.int().min(1),
    maxBytes: z.int().min(1).max(33_554_432),
  }),
  /** Puts parts of an open pouch on record as one frame, entries of this device behind them; `pouch/moved-on` where they no longer follow on. */
  "pouch.merge": z.strictObject({
    handle,
    logs: z.record(z.string().max(300), z.strictObject({ from: z.int().min(1), to: z.int().min(1) })),
    own: z.array(entryLines).max(1000),
  }),
  /** Keeps a pouch that cannot be merged yet, as an attachment is kept. */
  "pouch.keep": z.strictObject({ handle }),
  "pouch.reopen": z.strictObject({ sha256: sha256Hex, name: z.string().max(255) }),
} as const;

export type Method = keyof typeof asks;
export type Ask<M extends Method> = z.infer<(typeof asks)[M]>;

/** The answer of every method. */
export interface Answers {
  "app.info": AppInfo;
  "app.hideFromCapture": null;
  "app.copied": null;
  "workspace.list": readonly WorkspaceSummary[];
  "workspace.create": OpenedWorkspace;
  "workspace.open": OpenedWorkspace;
  "workspace.unlock": OpenedWorkspace;
  "workspace.unlockByKeychain": OpenedWorkspace;
  "workspace.close": null;
  "workspace.lock": null;
  "workspace.discardSample": null;
  "vault.propose": VaultSecret;
  "vault.protect": ProtectedWorkspace;
  "vault.changePassphrase": null;
  "vault.recover": OpenedWorkspace;
  "vault.newEpoch": OpenedWorkspace;
  "vault.keychain": KeychainState;
  "vault.keepKey": null;
  "journal.head": JournalHead;
  "journal.read": JournalRead;
  "journal.stage": null;
  /** The number it got. The writer knows the logs' new heads; all of them with each edit would be most of the answer. */
  "journal.append": { readonly frame: number };
  "attachments.add": AddedAttachment;
  "attachments.save": Saved;
  /** Files, and the bytes they take on disk. */
  "attachments.size": { readonly count: number; readonly bytes: number };
  "backup.state": BackupState;
  "backup.make": BackupInfo;
  /** `lost`: how many attachments could not be had back. */
  "backup.restore": { readonly id: string; readonly label: string; readonly lost: number };
  "audit.verify": AuditSlice;
  "audit.export": { readonly saved: Saved; readonly entries: number };
  "files.choose": OpenedFile | null;
  "files.chooseFolder": { readonly handle: string; readonly name: string } | null;
  "files.bring": { readonly handle: string };
  "files.take": OpenedFile;
  "files.reread": OpenedFile;
  "files.stopReading": null;
  "files.text": { readonly text: string };
  "files.rows": { readonly rows: readonly TableRow[] };
  "files.close": null;
  "files.saveOnly": Saved;
  "files.saveRecords": Saved;
  "files.save": Saved;
  "pouch.device": PublicDevice & { readonly fingerprint: string };
  "pouch.seal": { readonly saved: Saved; readonly sealed: SealedPouch };
  "pouch.open": PouchInfo;
  "pouch.entries": { readonly entries: readonly EntryLines[]; readonly next: number | null };
  "pouch.merge": { readonly frame: number };
  "pouch.keep": AddedAttachment;
  "pouch.reopen": OpenedFile;
}

/** What the host announces unasked. */
export interface Events {
  /** A command chosen in the native menu, by its id. */
  "menu.command": { readonly id: string };
  /** The host let go of the workspace (suspend, lock, shutdown): the page must drop its view. */
  "workspace.closed": { readonly reason: "shutdown" | "locked" };
  /** How much of the file that is being read or verified has been: bytes, of how many. A few times a second; not told of a short one. */
  "files.reading": { readonly done: number; readonly total: number };
}
export type EventName = keyof Events;

/** A host: one function for each method, and a way to announce. Throws AppError for what can be expected. */
export type Services = {
  readonly [M in Method]: (ask: Ask<M>) => Promise<Answers[M]>;
};
