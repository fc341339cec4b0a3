// The bridge for components: put in once at the top, taken out where it is needed.
import { createContext, type ReactNode, useContext } from "react";
import type { HostBridge } from "#core/host/bridge.ts";

const Host = createContext<HostBridge | null>(null);

export function HostProvider({
  host,
  children,
}: {
  readonly host: HostBridge;
  readonly children: ReactNode;
}) {
  return <Host value={host}>{children}</Host>;
}

/** Throws where no HostProvider is above. */
export function useHost(): HostBridge {
  const host = useContext(Host);
  if (!host) throw new Error("useHost needs a HostProvider above");
  return host;
}
