// The whole page: language, boundary, host, and the workspace that is open.
import { type ReactNode, Suspense, use, useState } from "react";
import type { HostBridge } from "#core/host/bridge.ts";
import type { Result } from "#core/lib/result.ts";
import { useFailureText } from "#features/parts/failure-text.ts";
import { connect } from "#host/connect.ts";
import { HostProvider } from "#host/use-host.tsx";
import { CommandProvider } from "#ui/commands/command-provider.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { ToastProvider } from "#ui/overlays/toast.tsx";
import css from "./error-boundary.module.css";
import { ErrorBoundary } from "./error-boundary.tsx";
import { LocaleProvider } from "./locale.tsx";
import { WorkspaceGate } from "./workspace-gate.tsx";

export function App(): ReactNode {
  // Once for the life of the page: the launch code of the address may be used a single time.
  const [connecting] = useState(connect);
  return (
    <LocaleProvider>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Connected connecting={connecting} />
        </Suspense>
      </ErrorBoundary>
    </LocaleProvider>
  );
}

function Connected({ connecting }: { readonly connecting: Promise<Result<HostBridge>> }): ReactNode {
  const failureText = useFailureText();
  const connected = use(connecting);
  if (!connected.ok) {
    return (
      <main className={css["broken"]}>
        <Callout tone="danger">{failureText(connected)}</Callout>
      </main>
    );
  }
  return (
    <HostProvider host={connected.value}>
      <ToastProvider>
        <CommandProvider>
          <WorkspaceGate />
        </CommandProvider>
      </ToastProvider>
    </HostProvider>
  );
}
