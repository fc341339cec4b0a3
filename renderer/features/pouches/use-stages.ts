// Steps of a screen that does some work between them: which one it stands at, whether it is busy, and what went wrong.
import { useCallback, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import { failed, type Failure } from "#core/lib/result.ts";

export function useStages<Stage extends object>(first: Stage) {
  const [stage, setStage] = useState(first);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** Does some work; what can be expected to go wrong is shown, and the stage stays. */
  const trying = useCallback(async (work: () => Promise<Stage | null>) => {
    setBusy(true);
    setFailure(null);
    try {
      const next = await work();
      if (next) setStage(next);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFailure(failed(error.code, error.facts));
    } finally {
      setBusy(false);
    }
  }, []);
  return { stage, setStage, failure, setFailure, isBusy, trying };
}
