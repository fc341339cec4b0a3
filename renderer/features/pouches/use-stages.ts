// Steps of a screen that does some work between them: which one it stands at, how far the work is, and what went wrong.
import { useCallback, useRef, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import { failed, type Failure } from "#core/lib/result.ts";
import { type UnderWay, useProgress } from "../parts/use-progress.ts";

export function useStages<Stage extends object>(first: Stage) {
  const [stage, setStage] = useState(first);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { progress, during, stop } = useProgress();
  const latest = useRef<Promise<unknown>>(Promise.resolve());

  /** Does some work; what can be expected to go wrong is shown, and the stage stays. So it does where the work is stopped. */
  const trying = useCallback(
    (doing: (work: UnderWay) => Promise<Stage | null>): Promise<void> => {
      setBusy(true);
      setFailure(null);
      const tried = during(async (work) => {
        try {
          const next = await doing(work);
          if (next && !work.signal.aborted) setStage(next);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          if (!work.signal.aborted) setFailure(failed(error.code, error.facts));
        } finally {
          setBusy(false);
        }
      });
      latest.current = tried;
      return tried;
    },
    [during],
  );
  /** Waits for the work begun last, whatever becomes of it. */
  const settled = useCallback(() => latest.current.catch(() => undefined), []);
  return { stage, setStage, failure, setFailure, isBusy, progress, stop, trying, settled };
}
