// A passphrase and a recovery code drawn by the host.
import { useCallback, useEffect, useState } from "react";
import type { VaultSecret } from "#core/host/shapes.ts";
import { useHost } from "#host/use-host.tsx";

/** Null until the host has answered. */
export function useProposal(): { readonly proposal: VaultSecret | null; readonly redraw: () => void } {
  const host = useHost();
  const [proposal, setProposal] = useState<VaultSecret | null>(null);
  const draw = useCallback(async () => {
    const drawn = await host.call("vault.propose", {});
    // The code stays the same when other words are drawn: it may have been written down already.
    if (drawn.ok)
      setProposal((before) => ({
        ...drawn.value,
        recoveryCode: before?.recoveryCode ?? drawn.value.recoveryCode,
      }));
  }, [host]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set only once the host has answered
    void draw();
  }, [draw]);
  return { proposal, redraw: () => void draw() };
}
