// Long work of a screen: what is under way, how much of how much is done, and a way to stop it. Leaving the screen stops it.
import { useCallback, useEffect, useRef, useState } from "react";
import type { HostBridge } from "#core/host/bridge.ts";
import { useHost } from "#host/use-host.tsx";

/** What the host does with a file; told in bytes. */
type HostWork = "reading" | "verifying";

/** `total` is 0 while that is not known yet. */
export interface Progress {
  readonly what: HostWork | "fetching" | "unpacking" | "weighing" | "planning" | "applying";
  readonly done: number;
  readonly total: number;
}

/** One stretch of work, from its beginning until it ends or is stopped. */
export interface UnderWay {
  readonly signal: AbortSignal;
  readonly tell: (what: Progress["what"], done: number, total: number) => void;
  /** Waits for what the host does for it, tells how far that is, and has the host stop too. */
  readonly hearing: <T>(what: HostWork, answer: Promise<T>) => Promise<T>;
}

export interface ShownProgress {
  readonly progress: Progress | null;
  /** Shows what `doing` tells until it has ended or is stopped; answers what it does. */
  readonly during: <T>(doing: (work: UnderWay) => Promise<T>) => Promise<T>;
  readonly stop: () => void;
}

export function useProgress(): ShownProgress {
  const host = useHost();
  const [progress, setProgress] = useState<Progress | null>(null);
  const going = useRef(new Set<AbortController>());
  const isHere = useRef(false);

  const stop = useCallback(() => {
    for (const stopper of going.current) stopper.abort();
    going.current.clear();
    setProgress(null);
  }, []);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      // React may take a screen down only to put it up again at once: that stops nothing.
      queueMicrotask(() => {
        if (!isHere.current) stop();
      });
    };
  }, [stop]);

  const during = useCallback(
    async <T>(doing: (work: UnderWay) => Promise<T>): Promise<T> => {
      const stopper = new AbortController();
      const work = workOf(host, stopper.signal, setProgress);
      going.current.add(stopper);
      return doing(work).finally(() => {
        if (going.current.delete(stopper) && going.current.size === 0) setProgress(null);
      });
    },
    [host],
  );

  return { progress, during, stop };
}

function workOf(host: HostBridge, signal: AbortSignal, show: (progress: Progress) => void): UnderWay {
  const tell: UnderWay["tell"] = (what, done, total) => {
    if (!signal.aborted) show({ what, done, total });
  };
  return {
    signal,
    tell,
    hearing: (what, answer) => {
      tell(what, 0, 0);
      const stopHearing = host.on("files.reading", ({ done, total }) => tell(what, done, total));
      const stopHost = () => void host.call("files.stopReading", {});
      signal.addEventListener("abort", stopHost);
      return answer.finally(() => {
        stopHearing();
        signal.removeEventListener("abort", stopHost);
      });
    },
  };
}
