// Everything the page may ask of its host: a schema for each ask, a type for each answer. Nothing else crosses.
import { z } from "zod";
import { paper } from "../report/blocks.ts";
import {
  type AppInfo,
  entryLines,
  fileKinds,
  type Frame,
  type JournalHead,
  type OpenedFile,
  type OpenedWorkspace,
  type Saved,
  saveFormats,
  type TableRow,
  workspaceKinds,
  type WorkspaceSummary,
} from "./shapes.ts";

const nothing = z.strictObject({});
const handle = z.string().min(1).max(100);
const bytes = z.instanceof(Uint8Array);

/** The ask of every method. Strict: an unknown key is refused. */
export const asks = {
  "app.info": nothing,
  "workspace.list": nothing,
  "workspace.create": z.strictObject({
    label: z.string().trim().min(1).max(120),
    kind: z.enum(workspaceKinds),
  }),
  "workspace.open": z.strictObject({ id: z.string().max(100) }),
  "workspace.close": nothing,
  /** Moves the sample's folder out of sight; refused for `work`. */
  "workspace.discardSample": z.strictObject({ id: z.string().max(100) }),
  "journal.head": nothing,
  /** Frames from number `from` on, as many as fit `maxBytes` (at least one). */
  "journal.read": z.strictObject({ from: z.int().min(1), maxBytes: z.int().min(1).max(33_554_432) }),
  /** Answers only after the frame is on disk. All entries are one frame: all or none. */
  "journal.append": z.strictObject({ entries: z.array(entryLines).min(1).max(200_000) }),
  /** Shows the system's dialog; `host/no-dialog` where there is none. */
  "files.choose": z.strictObject({ kind: z.enum(fileKinds) }),
  /** Hands over a file the page was given (dropped, pasted or picked in the browser edition). */
  "files.take": z.strictObject({ name: z.string().max(255), kind: z.enum(fileKinds), bytes }),
  /** Opens the file again under an encoding the person chose. */
  "files.reread": z.strictObject({
    handle,
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  }),
  "files.text": z.strictObject({ handle }),
  "files.rows": z.strictObject({ handle, from: z.int().min(0), count: z.int().min(1).max(5000) }),
  "files.close": z.strictObject({ handle }),
  "files.save": z.strictObject({
    /** Without extension; the host makes it safe for the file system. */
    name: z.string().min(1).max(200),
    format: z.enum(saveFormats),
    paper,
  }),
} as const;

export type Method = keyof typeof asks;
export type Ask<M extends Method> = z.infer<(typeof asks)[M]>;

/** The answer of every method. */
export interface Answers {
  "app.info": AppInfo;
  "workspace.list": readonly WorkspaceSummary[];
  "workspace.create": OpenedWorkspace;
  "workspace.open": OpenedWorkspace;
  "workspace.close": null;
  "workspace.discardSample": null;
  "journal.head": JournalHead;
  "journal.read": { readonly frames: readonly Frame[]; readonly next: number | null };
  "journal.append": JournalHead;
  "files.choose": OpenedFile | null;
  "files.take": OpenedFile;
  "files.reread": OpenedFile;
  "files.text": { readonly text: string };
  "files.rows": { readonly rows: readonly TableRow[] };
  "files.close": null;
  "files.save": Saved;
}

/** What the host announces unasked. */
export interface Events {
  /** A command chosen in the native menu, by its id. */
  "menu.command": { readonly id: string };
  /** The host let go of the workspace (suspend, lock, shutdown): the page must drop its view. */
  "workspace.closed": { readonly reason: "shutdown" | "locked" };
}
export type EventName = keyof Events;

/** A host: one function for each method, and a way to announce. Throws AppError for what can be expected. */
export type Services = {
  readonly [M in Method]: (ask: Ask<M>) => Promise<Answers[M]>;
};
