// Receiving a pouch, stage by stage: chosen, opened, its sender known, its plan looked at, merged.
import { AppError } from "#core/host/errors.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { chosenRows, pouchPlanOf } from "#core/exchange/pouch/pouch-plan.ts";
import type { Failure, Result } from "#core/lib/result.ts";
import { asError } from "#data/follow.ts";
import { sha256OfValue } from "#data/hash.ts";
import { type Arrival, type MergePlan, openArrival, planMerge } from "#data/pouch/arrival.ts";
import { type Merged, mergePouch } from "#data/pouch/merge.ts";
import { type Introduction, trustOffice } from "#data/pouch/offices.ts";
import { planTitles } from "#data/pouch/plan-titles.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useStages } from "./use-stages.ts";

export interface ShownPlan {
  readonly merge: MergePlan;
  /** By "table/id". */
  readonly titles: ReadonlyMap<string, string>;
}

export type Stage =
  | { readonly kind: "choose" }
  | { readonly kind: "passphrase"; readonly file: OpenedFile }
  | { readonly kind: "sender"; readonly arrival: Arrival }
  | { readonly kind: "plan"; readonly shown: ShownPlan }
  | { readonly kind: "done"; readonly shown: ShownPlan; readonly merged: Merged }
  /** An introduction: the office is known from now on, and there was nothing to merge. */
  | { readonly kind: "introduced"; readonly arrival: Arrival };

export interface Receiving {
  readonly stage: Stage;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly take: (opening: Promise<Result<OpenedFile | null>>) => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly trust: (introduction: Introduction) => Promise<void>;
  /** By "table/id": what came, or what stands here. */
  readonly choose: (keys: ReadonlySet<string>, keepsOurs: boolean) => Promise<void>;
  readonly merge: () => Promise<void>;
  readonly restart: () => void;
}

export function useReceive(): Receiving {
  const session = useSession();
  const { view, host } = session;
  const { stage, setStage, failure, setFailure, isBusy, trying } = useStages<Stage>({ kind: "choose" });

  const weighed = async (arrival: Arrival): Promise<Stage> => {
    if (arrival.standing.kind !== "trusted") return { kind: "sender", arrival };
    const merge = await planMerge(session, view, arrival, arrival.standing.office);
    return {
      kind: "plan",
      shown: { merge, titles: await planTitles(view, merge.plan.rows, arrival.info.manifest.from) },
    };
  };

  const opened = async (file: OpenedFile, passphrase: string | null): Promise<Stage> => {
    try {
      return await weighed(await openArrival(session, view, file, passphrase));
    } catch (error) {
      if (error instanceof AppError && error.code === "pouch/needs-passphrase")
        return { kind: "passphrase", file };
      throw error;
    }
  };

  const letGo = () => {
    const file = fileOf(stage);
    if (file) void host.call("files.close", { handle: file.handle });
  };

  return {
    stage,
    failure,
    isBusy,
    take: (opening) =>
      trying(async () => {
        const answer = await opening;
        if (!answer.ok) throw asError(answer);
        if (!answer.value) return null;
        letGo();
        return opened(answer.value, null);
      }),
    unlock: (passphrase) =>
      trying(async () => (stage.kind === "passphrase" ? opened(stage.file, passphrase) : null)),
    trust: (introduction) =>
      trying(async () => {
        if (stage.kind !== "sender") return null;
        const { arrival } = stage;
        const written = await write(session, await trustOffice(view, arrival.info, introduction));
        if (!written.ok) throw asError(written);
        const [office] = await view.get("offices", [arrival.info.manifest.from.device]);
        if (!office) return null;
        const known: Arrival = { ...arrival, standing: { kind: "trusted", office } };
        return arrival.info.entries === 0 && arrival.info.isByPassphrase
          ? { kind: "introduced", arrival: known }
          : weighed(known);
      }),
    choose: (keys, keepsOurs) =>
      trying(async () => {
        if (stage.kind !== "plan") return null;
        const { merge } = stage.shown;
        const rows = chosenRows(merge.plan.rows, keys, keepsOurs);
        const plan = await pouchPlanOf({ ...merge.plan, rows }, sha256OfValue);
        return { kind: "plan", shown: { ...stage.shown, merge: { ...merge, plan } } };
      }),
    merge: () =>
      trying(async () => {
        if (stage.kind !== "plan") return null;
        const merged = await mergePouch(session, view, stage.shown.merge);
        if (!merged.ok) throw asError(merged);
        return { kind: "done", shown: stage.shown, merged: merged.value };
      }),
    restart: () => {
      letGo();
      setFailure(null);
      setStage({ kind: "choose" });
    },
  };
}

function fileOf(stage: Stage): OpenedFile | null {
  switch (stage.kind) {
    case "choose":
      return null;
    case "passphrase":
      return stage.file;
    case "sender":
    case "introduced":
      return stage.arrival.file;
    case "plan":
    case "done":
      return stage.shown.merge.arrival.file;
  }
}
