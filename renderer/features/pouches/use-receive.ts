// Receiving a pouch, stage by stage: chosen, opened, its sender known, its plan looked at, merged.
import { useEffect } from "react";
import { AppError } from "#core/host/errors.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { chosenRows, pouchPlanOf } from "#core/exchange/pouch/pouch-plan.ts";
import type { Failure, Result } from "#core/lib/result.ts";
import { valueOf } from "#data/follow.ts";
import { sha256OfValue } from "#data/hash.ts";
import { type Arrival, type MergePlan, openArrival, planMerge } from "#data/pouch/arrival.ts";
import { type Merged, mergePouch } from "#data/pouch/merge.ts";
import { type Introduction, trustOffice } from "#data/pouch/offices.ts";
import { planTitles } from "#data/pouch/plan-titles.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import type { Progress, UnderWay } from "../parts/use-progress.ts";
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
  readonly progress: Progress | null;
  readonly stop: () => void;
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
  const stages = useStages<Stage>({ kind: "choose" });
  const { stage, setStage, setFailure, trying, settled } = stages;
  const handle = fileOf(stage)?.handle ?? null;

  // The host holds a pouch while its arrival is on the screen, and until what was begun with it has ended.
  useEffect(() => {
    if (handle === null) return undefined;
    return () => void settled().then(() => host.call("files.close", { handle }));
  }, [host, handle, settled]);

  const weighed = async (arrival: Arrival, work: UnderWay): Promise<Stage> => {
    if (arrival.standing.kind !== "trusted") return { kind: "sender", arrival };
    const merge = await planMerge(session, view, arrival, arrival.standing.office, work);
    return {
      kind: "plan",
      shown: { merge, titles: await planTitles(view, merge.plan.rows, arrival.info.manifest.from) },
    };
  };

  const opened = async (file: OpenedFile, passphrase: string | null, work: UnderWay): Promise<Stage> => {
    try {
      const opening = openArrival(session, view, file, passphrase);
      return await weighed(await work.hearing("verifying", opening), work);
    } catch (error) {
      if (error instanceof AppError && error.code === "pouch/needs-passphrase")
        return { kind: "passphrase", file };
      throw error;
    }
  };

  /** Where nothing comes of it, the host lets go of the file at once. */
  const openedOrClosed = async (file: OpenedFile, work: UnderWay): Promise<Stage | null> => {
    let next: Stage | null = null;
    try {
      if (!work.signal.aborted) next = await opened(file, null, work);
      return next;
    } finally {
      if (next === null || work.signal.aborted) void host.call("files.close", { handle: file.handle });
    }
  };

  return {
    ...stages,
    take: (opening) =>
      trying(async (work) => {
        const file = valueOf(await work.hearing("reading", opening));
        return file && openedOrClosed(file, work);
      }),
    unlock: (passphrase) =>
      trying(async (work) => (stage.kind === "passphrase" ? opened(stage.file, passphrase, work) : null)),
    trust: (introduction) =>
      trying(async (work) => {
        if (stage.kind !== "sender") return null;
        const { arrival } = stage;
        valueOf(await write(session, await trustOffice(view, arrival.info, introduction)));
        const [office] = await view.get("offices", [arrival.info.manifest.from.device]);
        if (!office) return null;
        // The question of who it is has been answered: stopped after that, it is not asked again.
        work.signal.addEventListener("abort", () => setStage({ kind: "choose" }));
        const known: Arrival = { ...arrival, standing: { kind: "trusted", office } };
        return arrival.info.entries === 0 && arrival.info.isByPassphrase
          ? { kind: "introduced", arrival: known }
          : weighed(known, work);
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
      trying(async (work) => {
        if (stage.kind !== "plan") return null;
        work.tell("applying", 0, 0);
        const merged = valueOf(await mergePouch(session, view, stage.shown.merge));
        return { kind: "done", shown: stage.shown, merged };
      }),
    restart: () => {
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
