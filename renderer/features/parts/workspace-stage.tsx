// What a screen stands in when a browser test draws it: a workspace in memory, its view on real IndexedDB, and the stage.
import type { Change } from "#core/log/change.ts";
import { valueOf } from "#data/follow.ts";
import { openSession, type Session } from "#data/session.ts";
import { setUpOffice } from "#data/set-up.ts";
import { SessionProvider } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { HostProvider } from "#host/use-host.tsx";
import { memoryHost, type MemoryHost, type MemoryOptions } from "#host/memory.ts";
import { Stage, type StageProps } from "#ui/testing/stage.tsx";
import { cleanup } from "vitest-browser-react";
import { WorkspaceProvider } from "./workspace.tsx";

export interface OpenedStage {
  readonly host: MemoryHost;
  readonly session: Session;
  /** Writes as a screen would; throws where it was not saved. */
  readonly put: (changes: readonly Change[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A desk's workspace in memory: capital in UTC, ceiling SBU. */
export async function openStage(options: MemoryOptions = {}): Promise<OpenedStage> {
  const host = memoryHost(options);
  const secret = valueOf(await host.call("vault.propose", {}));
  const workspace = valueOf(
    await host.call("workspace.create", { label: crypto.randomUUID(), kind: "work", secret }),
  );
  const session = await openSession(
    host,
    workspace,
    () => undefined,
    () => undefined,
  );
  await setUpOffice(session, {
    label: "Desk",
    role: "desk",
    userName: "R. Tester",
    userRank: "",
    capitalName: "the capital",
    capitalTimeZone: "UTC",
    bannerText: "UNCLASSIFIED",
    bannerTone: "green",
    ceiling: "SBU",
    post: null,
  });
  return {
    host,
    session,
    put: async (changes) => {
      valueOf(await write(session, { changes }));
    },
    close: async () => {
      // A screen still up would ask a view that is gone.
      await cleanup();
      // Nor is the view closed under a write that is still under way.
      await navigator.locks.request(`chancery-write-${workspace.id}`, () => undefined);
      session.close();
      await session.db.delete();
    },
  };
}

export function WorkspaceStage({ stage, ...props }: StageProps & { readonly stage: OpenedStage }) {
  return (
    <HostProvider host={stage.host}>
      <Stage width={1000} height={620} {...props}>
        <SessionProvider session={stage.session}>
          <WorkspaceProvider>{props.children}</WorkspaceProvider>
        </SessionProvider>
      </Stage>
    </HostProvider>
  );
}
