// Whether the host can show the system's own dialogs for opening a file; false until it has said so.
import { useEffect, useState } from "react";
import { useHost } from "#host/use-host.tsx";

export function useHostDialogs(): boolean {
  const host = useHost();
  const [hasDialogs, setHasDialogs] = useState(false);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const info = await host.call("app.info", {});
      if (!isGone && info.ok) setHasDialogs(info.value.dialogs);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host]);
  return hasDialogs;
}
