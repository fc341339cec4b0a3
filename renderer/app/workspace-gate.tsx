// Stands between the page and its workspace: choose one, open it, show how far opening is, let go of it.
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import type { OpenedWorkspace, WorkspaceSummary } from "#core/host/shapes.ts";
import { type Failure, failed } from "#core/lib/result.ts";
import type { Progress } from "#data/follow.ts";
import { openSession, type Session } from "#data/session.ts";
import { setUpOffice, type OfficeSetup } from "#data/set-up.ts";
import { tellSample } from "#data/tell-sample.ts";
import { SessionProvider } from "#data/use-live.tsx";
import { WorkspaceProvider } from "#features/parts/workspace.tsx";
import { StartScreen } from "#features/start/start-screen.tsx";
import { useHost } from "#host/use-host.tsx";
import { OpeningScreen } from "./opening-screen.tsx";
import { Shell } from "./shell.tsx";

type Gate =
  | { readonly kind: "listing" }
  | { readonly kind: "choosing"; readonly workspaces: readonly WorkspaceSummary[]; readonly failure: Failure | null }
  | { readonly kind: "opening"; readonly label: string; readonly progress: Progress | null }
  | { readonly kind: "open"; readonly session: Session };

const rememberedKey = "chancery.workspace";

export function WorkspaceGate(): ReactNode {
  const host = useHost();
  const [gate, setGate] = useState<Gate>({ kind: "listing" });
  const session = useRef<Session | null>(null);

  const choose = useCallback(
    async (failure: Failure | null) => {
      const listed = await host.call("workspace.list", {});
      const workspaces = listed.ok ? listed.value : [];
      setGate({ kind: "choosing", workspaces, failure: failure ?? (listed.ok ? null : listed) });
      return workspaces;
    },
    [host],
  );

  const leave = useCallback(
    async (failure: Failure | null) => {
      session.current?.close();
      session.current = null;
      sessionStorage.removeItem(rememberedKey);
      await host.call("workspace.close", {});
      await choose(failure);
    },
    [host, choose],
  );

  const enter = useCallback(
    async (opened: OpenedWorkspace, prepare?: (session: Session) => Promise<void>) => {
      setGate({ kind: "opening", label: opened.label, progress: null });
      try {
        const next = await openSession(
          host,
          opened,
          (progress) => setGate({ kind: "opening", label: opened.label, progress }),
          () => void leave(failed("view/closed")),
        );
        await prepare?.(next);
        session.current = next;
        sessionStorage.setItem(rememberedKey, opened.id);
        setGate({ kind: "open", session: next });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        await leave(failed(error.code, error.facts));
      }
    },
    [host, leave],
  );

  const open = useCallback(
    async (id: string) => {
      const opened = await host.call("workspace.open", { id });
      if (opened.ok) await enter(opened.value);
      else await choose(opened);
    },
    [host, enter, choose],
  );

  const create = async (setup: OfficeSetup) => {
    const created = await host.call("workspace.create", { label: setup.label, kind: "work" });
    if (created.ok) await enter(created.value, (fresh) => setUpOffice(fresh, setup));
    else await choose(created);
  };

  const openSample = async () => {
    const created = await host.call("workspace.create", { label: sampleLabel, kind: "sample" });
    if (!created.ok) return void (await choose(created));
    const head = await tellSample(host, Temporal.Now.plainDateISO().toString());
    if (!head.ok) return void (await leave(head));
    return enter({ ...created.value, head: head.value });
  };

  useEffect(() => {
    void choose(null).then((workspaces) => {
      const remembered = sessionStorage.getItem(rememberedKey);
      const usable = workspaces.filter(({ trouble }) => trouble === null);
      const only = usable.length === 1 && workspaces.length === 1 ? usable[0] : undefined;
      const again = usable.find(({ id }) => id === remembered) ?? only;
      if (again) void open(again.id);
    });
    return host.on("workspace.closed", () => void leave(failed("workspace/not-open")));
  }, [host, choose, open, leave]);

  switch (gate.kind) {
    case "listing":
      return null;
    case "choosing":
      return (
        <StartScreen
          workspaces={gate.workspaces}
          failure={gate.failure}
          onOpen={open}
          onCreate={create}
          onOpenSample={openSample}
        />
      );
    case "opening":
      return <OpeningScreen label={gate.label} progress={gate.progress} />;
    case "open":
      return (
        <SessionProvider session={gate.session}>
          <WorkspaceProvider>
            <Shell onLeave={() => void leave(null)} />
          </WorkspaceProvider>
        </SessionProvider>
      );
  }
}

const sampleLabel = "Sample";
