// The clock and patience by which the rules of this workspace judge what is late.
import { useMemo } from "react";
import { zoneFrom } from "#core/rules/calendar.ts";
import type { DeskClock } from "#core/rules/deadlines.ts";
import { useWorkspace } from "./workspace.tsx";

export function useDeskClock(): DeskClock {
  const { now, settings } = useWorkspace();
  const { capitalTimeZone, silenceDays } = settings;
  return useMemo(
    () => ({ now, capitalTimeZone: zoneFrom(capitalTimeZone), silenceDays }),
    [now, capitalTimeZone, silenceDays],
  );
}
