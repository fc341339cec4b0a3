// Watches over the record while a workspace is open: notes that it was opened, checks its chain once nothing is going on.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import { type Failure, failed } from "#core/lib/result.ts";
import { noteAccess } from "#data/access.ts";
import { type AuditResult, checkRecord, noteCheck } from "#data/audit.ts";
import type { Progress } from "#data/follow.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";

export type RecordCheck =
  | { readonly state: "none" }
  | { readonly state: "checking"; readonly progress: Progress | null }
  | { readonly state: "checked"; readonly result: AuditResult }
  | { readonly state: "failed"; readonly failure: Failure };

export interface RecordWatch {
  readonly check: RecordCheck;
  /** Checks the whole chain now. */
  readonly run: () => Promise<void>;
}

const WatchContext = createContext<RecordWatch | null>(null);

/** Long enough for the first screen to be read before the disk is. */
const settleMs = 20_000;

export function RecordWatchProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useSession();
  const [check, setCheck] = useState<RecordCheck>({ state: "none" });
  const look = useCallback(
    async (isAsked: boolean) => {
      setCheck({ state: "checking", progress: null });
      try {
        const result = await checkRecord(session, (progress) => setCheck({ state: "checking", progress }));
        setCheck({ state: "checked", result });
        if (isAsked || result.bad) await noteCheck(session, result);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        setCheck({ state: "failed", failure: failed(error.code, error.facts) });
      }
    },
    [session],
  );
  useEffect(() => {
    let isLeft = false;
    // A workspace left or locked meanwhile takes its database along; what fails then is nobody's fault.
    const unlessLeft = (error: unknown) => {
      if (!isLeft) throw error;
    };
    write(session, noteAccess({ act: "opened" })).catch(unlessLeft);
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => void look(false).catch(unlessLeft));
    }, settleMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [session, look]);
  const watch = useMemo<RecordWatch>(() => ({ check, run: () => look(true) }), [check, look]);
  return <WatchContext value={watch}>{children}</WatchContext>;
}

export function useRecordWatch(): RecordWatch {
  const watch = useContext(WatchContext);
  if (!watch) throw new Error("useRecordWatch needs a RecordWatchProvider above it.");
  return watch;
}
