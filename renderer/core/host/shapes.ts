// The values that cross the bridge between page and host.
import { z } from "zod";
import type { Failure } from "../lib/result.ts";

/** One entry as its two lines of text, hashed as exact bytes; `b` is null where a lawful erasure dropped the body. */
export const entryLines = z.object({ h: z.string().max(10_000), b: z.string().max(64_000_000).nullable() });
export type EntryLines = z.infer<typeof entryLines>;

/** Where a log stands: its highest sequence number and the hash of that entry's header (hex SHA-256). */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

/** Where the journal stands: number of the last frame (0: none yet) and every log's head. */
export interface JournalHead {
  readonly frame: number;
  readonly logs: Readonly<Record<string, LogHead>>;
}

/** The first link of the record that does not hold: which entry of which log, and where it lies. */
export interface BadLink {
  /** What is wrong: the frame itself, its entry's header, its number, the hash of the entry before, or of its body. */
  readonly fault: "frame" | "header" | "sequence" | "previous" | "body";
  /** Empty where the frame cannot be read at all. */
  readonly log: string;
  readonly seq: number;
  readonly frame: number;
  readonly file: string;
}

/** A part of an audit. `next` is the frame to go on from with these `heads`; null at the end or at a bad link. */
export interface AuditSlice {
  readonly next: number | null;
  readonly entries: number;
  readonly heads: Readonly<Record<string, LogHead>>;
  readonly bad: BadLink | null;
}

/** An entry of the journal: number of its frame, and its place in that, from 0. */
export interface JournalPlace {
  readonly frame: number;
  readonly entry: number;
}

export interface Frame {
  readonly number: number;
  readonly entries: readonly EntryLines[];
}

/** Frames, the first and the last perhaps in part; `next` is null at the end. */
export interface JournalRead {
  readonly frames: readonly Frame[];
  readonly next: JournalPlace | null;
}

export const workspaceKinds = ["sample", "work"] as const;
export type WorkspaceKind = (typeof workspaceKinds)[number];

export interface WorkspaceSummary {
  readonly id: string;
  readonly label: string;
  readonly kind: WorkspaceKind;
  readonly createdAt: string;
  readonly lastOpenedAt: string | null;
  /** A passphrase opens it. */
  readonly isProtected: boolean;
  /** This computer's keychain opens it as well; false where it was tried in vain. */
  readonly opensByKeychain: boolean;
  /** Set where another host holds the lock, or the header cannot be read. */
  readonly trouble: "locked" | "newer" | "damaged" | null;
}

/** The system's keychain, and whether it opens the workspace that is open. */
export interface KeychainState {
  /** False where there is none, or one that only hides what it is given. */
  readonly isReal: boolean;
  readonly isKept: boolean;
}

/** A verified copy of a workspace as it stood at `frame`. */
export interface BackupInfo {
  readonly name: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly frame: number;
  readonly bytes: number;
  /** Anybody who can read the disk can read it: made before the workspace had a vault, or of one without. */
  readonly unsealed: boolean;
  /** How many attachments of the record are not in it, since nothing whole of them was on the disk. */
  readonly lacks: number;
}

/** A file whose bytes the workspace keeps. */
export interface AddedAttachment {
  readonly sha256: string;
  readonly byteCount: number;
  /** What the bytes say they are, whatever the file is called. */
  readonly mediaType: string;
}

export interface BackupState {
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
  /** Why the last one could not be made, where it could not. */
  readonly failure: Failure | null;
  /** SHA-256 of the record's attachments that the disk did not give back whole when the last one was made. */
  readonly damaged: readonly string[];
}

export interface OpenedWorkspace {
  readonly id: string;
  readonly label: string;
  readonly kind: WorkspaceKind;
  /** Random, made by the host when the folder was made; names this copy's logs. */
  readonly deviceId: string;
  /** True where the journal's seal is the null cipher: the page says that data are not encrypted. */
  readonly unsealed: boolean;
  readonly head: JournalHead;
  /** What recovery did on opening, to be told to the person: bytes cut from a torn last frame. */
  readonly cutBytes: number;
}

/** Answer to the giving of a vault: that much is done, whatever became of the backups. */
export interface ProtectedWorkspace {
  readonly opened: OpenedWorkspace;
  /** Why no sealed backup could be made, where it could not: unsealed ones made before stand until one is. */
  readonly backupFailure: Failure | null;
}

/** What a person keeps of a vault; either one opens it, and without both it stays closed for good. */
export interface VaultSecret {
  readonly passphrase: string;
  readonly recoveryCode: string;
}

export const fileKinds = ["text", "table", "pouch"] as const;
export type FileKind = (typeof fileKinds)[number];

/** By the names the WHATWG gives them; it has none for the code pages of DOS. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "koi8-r",
  "koi8-u",
  "macintosh",
  "x-mac-cyrillic",
  "ibm437",
  "ibm850",
  "ibm866",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;

/** How a file is to be read where a person knows better; null leaves it to the reader. */
export const readOptions = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  /** Of a workbook, or of what else a file holds several of (kinds of entry, parts of a mail), from 0. */
  sheet: z.int().min(0).max(10_000).nullable(),
  /** 1-based line the headings stand on. */
  headingLine: z.int().min(1).max(10_000_000).nullable(),
});
export type ReadOptions = z.infer<typeof readOptions>;

export const tableFormats = ["csv", "xlsx", "vcf", "ics"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** What a table says of itself beside its rows. */
export interface TableInfo {
  readonly format: TableFormat;
  /** Of delimited text, else empty. */
  readonly delimiter: string;
  /** Names of the sheets that can be chosen; empty where there are none. */
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** What a workbook holds beside values, and is not read. */
  readonly ignored: readonly (
    | "formulas"
    | "macros"
    | "links"
    | "objects"
    | "pictures"
    | "agents"
    | "alarms"
  )[];
  /** What a person should know of how it was read; `code` has a text in locales under `import.note.<code>`. */
  readonly notes: readonly TableNote[];
  /** 0 where the file knows its own fields. */
  readonly headingLine: number;
  /** The first lines that are not blank, as they stand, to choose the headings from. */
  readonly head: readonly TableRow[];
  readonly headings: readonly string[];
  /** Rows the reader itself rejects (ragged, control characters), by line of the file. */
  readonly rejects: readonly RejectedLine[];
}

export interface TableNote {
  readonly code: "zoneUnknown" | "repeatCut" | "alsoHolds";
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A file the host has read and sniffed. The page never sees its path. */
export interface OpenedFile {
  readonly handle: string;
  readonly name: string;
  /** What its bytes say, whatever it was opened as. */
  readonly kind: FileKind;
  readonly byteCount: number;
  readonly sha256: string;
  /** Null where the file is no text. */
  readonly encoding: (typeof encodings)[number] | null;
  /** Of a text: what could be read instead (a mail's body, what is attached to it), and which of them was. */
  readonly parts: readonly string[];
  readonly part: number;
  /** For tables. */
  readonly table: (TableInfo & { readonly rowCount: number }) | null;
}

export interface RejectedLine {
  readonly line: number;
  /** What stands there, as far as it could be parted. */
  readonly cells: readonly string[];
  readonly column: string | null;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One data row: the 1-based line of the file it starts on, and a cell for each heading. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const saveFormats = ["docx", "pdf", "html", "xlsx", "csv", "txt"] as const;
export type SaveFormat = (typeof saveFormats)[number];

/** Formats of records that address books and calendars exchange. */
export const recordFormats = ["vcf", "ics"] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** What became of a save. In the browser edition the browser itself writes `bytes` as a download. */
export type Saved =
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "download"; readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

export interface AppInfo {
  readonly version: string;
  readonly host: "desktop" | "browser" | "memory";
  readonly platform: string;
  /** True where the host can show the system's own open and save dialogs. */
  readonly dialogs: boolean;
  /** True where the host can ask the system to keep its window out of screenshots and shared screens. */
  readonly hidesFromCapture: boolean;
  /** True where the host can take from the clipboard what was copied in the app. */
  readonly clearsClipboard: boolean;
}
