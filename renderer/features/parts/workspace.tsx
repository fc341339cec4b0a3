// What every screen may ask of the workspace it is in: its settings, its role, and what day it is.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { initialValues } from "#core/model/entity.ts";
import {
  deviceSettingsId,
  type Settings,
  settings as settingsEntity,
  workspaceSettingsId,
} from "#core/model/settings.ts";
import { useLive } from "#data/use-live.tsx";

export interface Workspace {
  readonly settings: Settings;
  readonly device: Settings;
  /** The post this workspace belongs to, or null at the desk. */
  readonly homePostId: string | null;
  /** Now, to the minute. */
  readonly now: string;
  /** The day it is in the capital, YYYY-MM-DD. */
  readonly today: string;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace needs a WorkspaceProvider above it.");
  return workspace;
}

export function WorkspaceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const now = useMinute();
  const live = useLive((view) => view.get("settings", [workspaceSettingsId, deviceSettingsId]), []);
  const [office, device] = live.state === "ready" ? live.value : [];
  const workspace = useMemo<Workspace>(() => {
    const settings = office ?? unset(workspaceSettingsId);
    return {
      settings,
      device: device ?? unset(deviceSettingsId),
      homePostId: settings.role === "post" ? settings.postId : null,
      now,
      today: dayIn(now, settings.capitalTimeZone),
    };
  }, [office, device, now]);
  if (live.state === "loading") return null;
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

function unset(id: string): Settings {
  return {
    ...initialValues(settingsEntity),
    id,
    scope: "local",
    createdAt: "",
    changedAt: "",
    changedBy: "",
    conflicts: [],
    deleted: false,
  };
}

/** The calendar day of an instant in a zone. */
function dayIn(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function useMinute(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
