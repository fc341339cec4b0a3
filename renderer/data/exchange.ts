// Bringing rows in: what a target must know of the record, the plan made between the frame's breaths, and its one write.
import { changesOf, type Plan } from "#core/exchange/plan.ts";
import { type PlanAsk, type PlannedRows, planRows } from "#core/exchange/plan-rows.ts";
import type { Known, Target } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { deviceSettingsId, type ImportReading } from "#core/model/settings.ts";
import { betweenFrames, type FrameWatch } from "./between-frames.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Every row of the tables a target reads, and whose they are. */
export const knownFor =
  (target: Target): Ask<{ readonly target: Target; readonly known: Known }> =>
  async (view) => {
    const pages = await Promise.all(
      target.reads.map(async (table) => [table, (await view.page(table, {})).rows] as const),
    );
    return { target, known: Object.fromEntries(pages) };
  };

/** All rows of the plan; null where `signal` said stop. `tell` hears how many rows are done. */
export function planBetweenFrames(ask: PlanAsk, watch: FrameWatch<number>): Promise<PlannedRows | null> {
  return betweenFrames(planRows(ask), watch);
}

/** Keeps how a file was read, for the next one with the same headings. On this device only. */
export function rememberReading(key: string, reading: ImportReading): WriteRequest {
  return {
    changes: [
      { table: "settings", id: deviceSettingsId, scope: "local", values: { [`imports/${key}`]: reading } },
    ],
  };
}

/** Carries out exactly the plan that was shown, as one write that is undone as one. */
export async function applyPlan(plan: Plan): Promise<WriteRequest> {
  const changes = await betweenFrames(changesOf(plan, targets[plan.target].table));
  return { kind: "import", why: plan.source.name, changes };
}
