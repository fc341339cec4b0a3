// One open workspace as the page holds it: its host, its view, and who is writing.
import type { HostBridge } from "#core/host/bridge.ts";
import type { OpenedWorkspace } from "#core/host/shapes.ts";
import { workspaceSettingsId } from "#core/model/settings.ts";
import { follow, type Progress } from "./follow.ts";
import { LatelyWritten } from "./lately.ts";
import { type Applied, type Db, empty, openDb } from "./open-db.ts";
import { withWriteLock } from "./write-lock.ts";
import { DexieView } from "./view/dexie-view.ts";

/** How far the view has come, as this window knows it. */
interface Mark {
  applied: Applied;
  /** Its database could not be stored: a write brings it up to the journal first. */
  isBehind: boolean;
}

export interface Session {
  readonly workspace: OpenedWorkspace;
  readonly host: HostBridge;
  readonly db: Db;
  readonly view: DexieView;
  readonly mark: Mark;
  readonly lately: LatelyWritten;
  close(): void;
}

/** Opens the view of a workspace the host has opened, and brings it up to the journal. */
export async function openSession(
  host: HostBridge,
  workspace: OpenedWorkspace,
  onProgress: (progress: Progress) => void,
  onClosedByOther: () => void,
): Promise<Session> {
  const db = await openDb(workspace.id, onClosedByOther);
  const applied = await withWriteLock(workspace.id, () => follow(db, host, workspace.head, onProgress));
  const view = new DexieView(db, workspace.id);
  return {
    workspace,
    host,
    db,
    view,
    mark: { applied, isBehind: false },
    lately: new LatelyWritten(),
    close: () => {
      view.close();
      db.close();
    },
  };
}

/** Throws the view away and makes it again from the journal. */
export async function rebuildView(session: Session, onProgress: (progress: Progress) => void): Promise<void> {
  const head = await session.host.call("journal.head", {});
  if (!head.ok) throw new Error(head.code);
  await withWriteLock(session.workspace.id, async () => {
    await empty(session.db);
    session.mark.applied = await follow(session.db, session.host, head.value, onProgress);
  });
  session.lately.forget();
  session.view.noticeAll();
}

/** Name that signs the entries written here. */
export async function writerName(session: Session): Promise<string> {
  const [row] = await session.view.get("settings", [workspaceSettingsId]);
  return row?.userName ?? "";
}
