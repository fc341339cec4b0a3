// What the host is and can do; null until it has said so.
import { useEffect, useState } from "react";
import type { AppInfo } from "#core/host/shapes.ts";
import { useHost } from "#host/use-host.tsx";

export function useHostInfo(): AppInfo | null {
  const host = useHost();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await host.call("app.info", {});
      if (!isGone && answer.ok) setInfo(answer.value);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host]);
  return info;
}
