// Stands between the page and its workspace: choose one, open it, show how far opening is, let go of it.
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import type { OpenedWorkspace, VaultSecret, WorkspaceSummary } from "#core/host/shapes.ts";
import { type Failure, failed, type Result } from "#core/lib/result.ts";
import type { Progress } from "#data/follow.ts";
import { openSession, type Session } from "#data/session.ts";
import { setUpOffice, type OfficeSetup } from "#data/set-up.ts";
import { tellSample } from "#data/tell-sample.ts";
import { SessionProvider } from "#data/use-live.tsx";
import { WorkspaceProvider } from "#features/parts/workspace.tsx";
import { StartScreen } from "#features/start/start-screen.tsx";
import { UnlockScreen } from "#features/start/unlock-screen.tsx";
import { useHost } from "#host/use-host.tsx";
import { OpeningScreen } from "./opening-screen.tsx";
import { Shell } from "./shell.tsx";

type Choice = Pick<WorkspaceSummary, "id" | "label" | "opensByKeychain">;

type Gate =
  | { readonly kind: "listing" }
  | {
      readonly kind: "choosing";
      readonly workspaces: readonly WorkspaceSummary[];
      readonly failure: Failure | null;
    }
  | { readonly kind: "locked"; readonly workspace: Choice; readonly failure: Failure | null }
  | { readonly kind: "opening"; readonly label: string; readonly progress: Progress | null }
  | { readonly kind: "open"; readonly session: Session };

const rememberedKey = "chancery.workspace";

export function WorkspaceGate(): ReactNode {
  const host = useHost();
  const [gate, setGate] = useState<Gate>({ kind: "listing" });
  const session = useRef<Session | null>(null);
  const [, raise] = useState<unknown>(null);
  /** What nobody foresaw rises to the error boundary, as it would from a render. */
  const guard = useCallback(async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      raise(() => {
        throw error;
      });
    }
  }, []);

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
      const left = session.current;
      left?.close();
      session.current = null;
      sessionStorage.removeItem(rememberedKey);
      await host.call("workspace.close", {});
      // Nothing of what was protected stays in this page's memory.
      if (left && !left.workspace.unsealed && failure === null) location.reload();
      else await choose(failure);
    },
    [host, choose],
  );

  /** The host has forgotten the keys; a page loaded anew holds no rows, no search and no text. */
  const lockAway = useCallback(() => {
    if (!session.current) return;
    session.current.close();
    session.current = null;
    location.reload();
  }, []);

  const enter = useCallback(
    async (opened: OpenedWorkspace, prepare?: (session: Session) => Promise<void>) => {
      setGate({ kind: "opening", label: opened.label, progress: null });
      try {
        const next = await openSession(
          host,
          opened,
          (progress) => setGate({ kind: "opening", label: opened.label, progress }),
          () => void guard(leave(failed("view/closed"))),
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
    [host, leave, guard],
  );

  const open = useCallback(
    async (workspace: Choice) => {
      const opened = await host.call("workspace.open", { id: workspace.id });
      if (opened.ok) await enter(opened.value);
      else if (opened.code === "vault/needs-passphrase")
        setGate({ kind: "locked", workspace, failure: null });
      else await choose(opened);
    },
    [host, enter, choose],
  );

  const enterUnlocked = async (workspace: Choice, opened: Result<OpenedWorkspace>) => {
    if (opened.ok) await enter(opened.value);
    else setGate({ kind: "locked", workspace, failure: opened });
  };

  const create = async (setup: OfficeSetup, secret: VaultSecret) => {
    const created = await host.call("workspace.create", { label: setup.label, kind: "work", secret });
    if (created.ok) await enter(created.value, (fresh) => setUpOffice(fresh, setup));
    else await choose(created);
  };

  const openSample = async () => {
    const created = await host.call("workspace.create", { label: sampleLabel, kind: "sample" });
    const head = created.ok ? await tellSample(host, Temporal.Now.plainDateISO().toString()) : created;
    if (created.ok && head.ok) await enter({ ...created.value, head: head.value });
    else if (!head.ok) await leave(head);
  };

  useEffect(() => {
    const begin = async () => {
      const workspaces = await choose(null);
      const usable = workspaces.filter(({ trouble }) => trouble === null);
      const remembered = usable.find(({ id }) => id === sessionStorage.getItem(rememberedKey));
      const again = remembered ?? (workspaces.length === 1 ? usable[0] : undefined);
      if (again) await open(again);
    };
    // State is set only once the host has answered; the rule cannot see that far.
    // oxlint-disable-next-line react/set-state-in-effect
    void guard(begin());
    return host.on("workspace.closed", ({ reason }) => {
      if (reason === "locked") lockAway();
      else void guard(leave(failed("workspace/closed-by-host")));
    });
  }, [host, choose, open, leave, lockAway, guard]);

  // A page that slept may have missed what the host announced.
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible" || !session.current) return;
      const head = await host.call("journal.head", {});
      if (!head.ok && head.code === "workspace/not-open") lockAway();
    };
    const onSeen = () => void guard(look());
    document.addEventListener("visibilitychange", onSeen);
    return () => document.removeEventListener("visibilitychange", onSeen);
  }, [host, lockAway, guard]);

  switch (gate.kind) {
    case "listing":
      return null;
    case "choosing":
      return (
        <StartScreen
          workspaces={gate.workspaces}
          failure={gate.failure}
          onOpen={(workspace) => guard(open(workspace))}
          onChanged={() => guard(choose(null))}
          onCreate={(setup, secret) => guard(create(setup, secret))}
          onOpenSample={() => guard(openSample())}
        />
      );
    case "locked": {
      const { workspace } = gate;
      const { id, label } = workspace;
      return (
        <UnlockScreen
          id={id}
          label={label}
          failure={gate.failure}
          onUnlock={(passphrase) =>
            guard(
              host
                .call("workspace.unlock", { id, passphrase })
                .then((opened) => enterUnlocked(workspace, opened)),
            )
          }
          onRecover={(recoveryCode, passphrase) =>
            guard(
              host
                .call("vault.recover", { id, recoveryCode, passphrase })
                .then((opened) => enterUnlocked(workspace, opened)),
            )
          }
          onUseKeychain={
            workspace.opensByKeychain
              ? () =>
                  guard(
                    host
                      .call("workspace.unlockByKeychain", { id })
                      // Tried in vain, it is not offered again.
                      .then((opened) => enterUnlocked({ ...workspace, opensByKeychain: false }, opened)),
                  )
              : null
          }
          onOther={() => void guard(choose(null))}
        />
      );
    }
    case "opening":
      return <OpeningScreen label={gate.label} progress={gate.progress} />;
    case "open":
      return (
        <SessionProvider session={gate.session}>
          <WorkspaceProvider>
            <Shell onLeave={() => void guard(leave(null))} />
          </WorkspaceProvider>
        </SessionProvider>
      );
  }
}

const sampleLabel = "Sample";
