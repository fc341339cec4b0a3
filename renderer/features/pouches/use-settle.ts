// Settling two histories, stage by stage: what each holds, what is taken over of the other one, and the receipt.
import { useEffect } from "react";
import { chosenRows } from "#core/exchange/pouch/pouch-plan.ts";
import type { Failure } from "#core/lib/result.ts";
import { valueOf } from "#data/follow.ts";
import { planTitles } from "#data/pouch/plan-titles.ts";
import { planSettlement, settleFork, type Settlement } from "#data/pouch/settle.ts";
import { useSession } from "#data/use-live.tsx";
import type { Progress } from "../parts/use-progress.ts";
import { useStages } from "./use-stages.ts";

export type SettleWay = "take" | "ours";

export type SettleStage =
  | { readonly kind: "reading" }
  /** Nothing waits under that name any more. */
  | { readonly kind: "nothing" }
  | { readonly kind: "way"; readonly settlement: Settlement }
  | { readonly kind: "look"; readonly settlement: Settlement; readonly titles: ReadonlyMap<string, string> }
  | { readonly kind: "done"; readonly settlement: Settlement; readonly group: string };

export interface Settling {
  readonly stage: SettleStage;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  /** To the records of the other history. */
  readonly look: () => Promise<void>;
  readonly back: () => void;
  /** By "table/id": what the other history says, or what stands here. */
  readonly choose: (keys: ReadonlySet<string>, keepsOurs: boolean) => void;
  /** `why` stands in the record. `ours` takes nothing over, whatever was chosen. */
  readonly settle: (way: SettleWay, why: string) => Promise<void>;
}

export function useSettle(log: string): Settling {
  const session = useSession();
  const { view } = session;
  const stages = useStages<SettleStage>({ kind: "reading" });
  const { stage, setStage, trying } = stages;

  useEffect(() => {
    void trying(async (work) => {
      const planning = planSettlement(session, view, log, work);
      const settlement = await work.hearing("verifying", planning);
      return settlement ? { kind: "way", settlement } : { kind: "nothing" };
    });
  }, [session, view, log, trying]);

  return {
    ...stages,
    look: () =>
      trying(async () => {
        if (stage.kind !== "way") return null;
        const { settlement } = stage;
        const titles = await planTitles(view, settlement.rows, settlement.fork.office);
        return { kind: "look", settlement, titles };
      }),
    back: () => {
      if (stage.kind === "look") setStage({ kind: "way", settlement: stage.settlement });
    },
    choose: (keys, keepsOurs) => {
      if (stage.kind !== "look") return;
      const rows = chosenRows(stage.settlement.rows, keys, keepsOurs);
      setStage({ ...stage, settlement: { ...stage.settlement, rows } });
    },
    settle: (way, why) =>
      trying(async () => {
        if (stage.kind !== "way" && stage.kind !== "look") return null;
        const settlement = way === "ours" ? { ...stage.settlement, rows: [] } : stage.settlement;
        const { group } = valueOf(await settleFork(session, settlement, why));
        return { kind: "done", settlement, group };
      }),
  };
}
