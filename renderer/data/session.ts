// One open workspace as the page holds it: its host, its view, and who is writing.
import type { HostBridge } from "#core/host/bridge.ts";
import type { OpenedWorkspace } from "#core/host/shapes.ts";
import { workspaceSettingsId } from "#core/model/settings.ts";
import { follow, type Progress } from "./follow.ts";
import { type Db, empty, openDb } from "./open-db.ts";
import { DexieView } from "./view/dexie-view.ts";

export interface Session {
  readonly workspace: OpenedWorkspace;
  readonly host: HostBridge;
  readonly db: Db;
  readonly view: DexieView;
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
  await follow(db, host, workspace.head, onProgress);
  const view = new DexieView(db, workspace.id);
  return {
    workspace,
    host,
    db,
    view,
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
  await empty(session.db);
  await follow(session.db, session.host, head.value, onProgress);
  session.view.noticeAll();
}

/** Name that signs the entries written here. */
export async function writerName(session: Session): Promise<string> {
  const [row] = await session.view.get("settings", [workspaceSettingsId]);
  return row?.userName ?? "";
}
