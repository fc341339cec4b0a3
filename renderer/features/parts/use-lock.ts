// Locking as a person asks for it: the host forgets the keys, then the page is loaded anew with nothing in it.
import { useCallback } from "react";
import { useHost } from "#host/use-host.tsx";

export function useLock(): () => Promise<void> {
  const host = useHost();
  return useCallback(async () => {
    const locked = await host.call("workspace.lock", {});
    if (locked.ok) location.reload();
  }, [host]);
}
