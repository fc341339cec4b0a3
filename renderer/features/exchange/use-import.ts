// One import from file to receipt: what has been read, said, planned and chosen. Nothing is written before `apply`.
import { useEffect, useMemo, useState } from "react";
import { allColumns, canPlan, type Known } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import {
  type Choice,
  chosen,
  choiceFor,
  type Plan,
  planOf,
  type PlanRow,
  type Wish,
} from "#core/exchange/plan.ts";
import type { PlannedRows } from "#core/exchange/plan-rows.ts";
import type { ReadRules } from "#core/exchange/read-cell.ts";
import type { OpenedFile, ReadOptions } from "#core/host/shapes.ts";
import type { Failure, Result } from "#core/lib/result.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { applyPlan, knownFor, planBetweenFrames, rememberReading } from "#data/exchange.ts";
import { sha256OfValue } from "#data/hash.ts";
import { newId } from "#data/ids.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useText } from "#ui/text/use-text.ts";
import { enumWord } from "../parts/enum-text.ts";
import { type Progress, type UnderWay, useProgress } from "../parts/use-progress.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { type ImportFile, readRows } from "./import-file.ts";
import { dayOrderIn, type ImportSettings } from "./mapping.ts";
import { readingKey, readingOf, startSettings } from "./reading.ts";
import type { ImportStep } from "./step-line.tsx";

/** Rows as they were planned, what they were planned against, and what a person chose since. */
export interface Planned extends PlannedRows {
  readonly against: Known;
  readonly choices: ReadonlyMap<number, Choice>;
}

interface Applied {
  readonly plan: Plan;
  /** By which the import is taken back. */
  readonly group: string;
}

const noRows: readonly PlanRow[] = [];

export function useImport(into: ImportSettings["target"] | null) {
  const session = useSession();
  const { host } = session;
  const text = useText();
  const { settings: office, device } = useWorkspace();
  const [step, setStep] = useState<ImportStep>("source");
  const [file, setFile] = useState<ImportFile | null>(null);
  const [settings, setSettings] = useState<ImportSettings | null>(null);
  const [isAsLastTime, setAsLastTime] = useState(false);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const { progress, during, stop } = useProgress();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** A file that holds no rows, and belongs to another door. */
  const [elsewhere, setElsewhere] = useState<OpenedFile | null>(null);
  const target = targets[settings?.target ?? into ?? "posts"];
  const live = useLive(knownFor(target), [target]);
  const known = live.state === "ready" && live.value.target === target ? live.value.known : null;
  const handle = file?.handle ?? null;

  // The host holds the file while it may be read another way, and no longer.
  useEffect(
    () => (handle === null ? undefined : () => void host.call("files.close", { handle })),
    [host, handle],
  );

  const rules = useMemo((): ReadRules => {
    const shown: ReadRules["shown"] = (list, member) => enumWord(text, list, member);
    const found = file && settings ? dayOrderIn(file, target, settings.mapping) : null;
    return {
      dayOrder: settings?.dayOrder ?? found?.order ?? null,
      words: settings?.words ?? new Map(),
      timeZone: zoneFrom(office.capitalTimeZone),
      shown,
    };
  }, [text, file, settings, target, office.capitalTimeZone]);
  const rows = useMemo(
    () => planned?.rows.map((row) => chosen(row, planned.choices.get(row.at))) ?? noRows,
    [planned],
  );

  /** What was under way is given up for it. */
  const doing = (what: Progress["what"], work: (underWay: UnderWay) => Promise<void>): Promise<void> => {
    stop();
    setFailure(null);
    return during((underWay) => {
      underWay.tell(what, 0, 0);
      return work(underWay);
    });
  };
  /** Takes over what has been read, unless it was stopped or refused meanwhile. */
  const takeOver = (
    opening: Promise<Result<OpenedFile | null>>,
    name: string,
    keep: ImportSettings | null,
  ): Promise<void> =>
    doing("reading", async (work) => {
      setElsewhere(null);
      const opened = await work.hearing("reading", opening);
      if (opened.ok && opened.value && opened.value.kind !== "table" && !work.signal.aborted) {
        setElsewhere(opened.value);
        return;
      }
      const read = !opened.ok || opened.value === null ? opened : await readRows(host, opened.value, work);
      if (work.signal.aborted) {
        if (opened.ok && opened.value) await host.call("files.close", { handle: opened.value.handle });
        return;
      }
      if (!read.ok) setFailure({ ...read, facts: { name, ...read.facts } });
      else if (read.value !== null && "rows" in read.value) {
        const start = await startSettings(read.value.table, device.imports, keep?.target ?? into);
        setFile(read.value);
        setSettings(start.settings);
        setAsLastTime(start.isAsLastTime);
        setPlanned(null);
        setStep("map");
      }
    });

  const makePlan = async () => {
    if (!file || !settings || !known) return;
    const defaults = {
      postId: settings.postId ?? (office.role === "post" ? office.postId : null),
      directiveId: settings.directiveId,
      timeZone: zoneFrom(office.capitalTimeZone),
      now: new Date().toISOString(),
    };
    const ask = {
      target,
      file: { headings: file.table.headings, rows: file.rows, rejects: file.table.rejects },
      mapping: settings.mapping,
      rules,
      defaults,
      known,
      newId,
    };
    await doing("planning", async ({ signal, tell }) => {
      const hear = (done: number) => tell("planning", done, file.rows.length);
      const made = await planBetweenFrames(ask, { signal, tell: hear });
      if (made === null) return;
      setPlanned({ ...made, against: known, choices: new Map() });
      setStep("plan");
    });
  };

  const apply = async () => {
    if (!file || !settings || !planned) return;
    await doing("applying", async () => {
      // Before the rows: a large import is stored for a while yet when the next file of the kind may be chosen already.
      await write(session, rememberReading(await readingKey(file.table.headings), readingOf(settings)));
      const source = { name: file.name, sha256: file.sha256 };
      const plan = await planOf({ target: target.name, source, rows, made: planned.made }, sha256OfValue);
      const written = await write(session, await applyPlan(plan));
      if (!written.ok) {
        setFailure(written);
        return;
      }
      setApplied({ plan, group: written.value.group });
      setStep("done");
    });
  };

  const open = settings && file ? dayOrderIn(file, target, settings.mapping).isOpen : false;
  return {
    step,
    file,
    settings,
    target,
    known,
    rules,
    isAsLastTime,
    planned,
    rows,
    applied,
    progress,
    failure,
    elsewhere,
    /** Days of the file can be read in several orders, and nobody has said which. */
    needsDayOrder: open && settings?.dayOrder === null,
    canPlan: settings !== null && canPlan(target, settings.mapping),
    isStale: planned !== null && known !== null && planned.against !== known,
    columns: allColumns(target),
    goBack: setStep,
    take: (name: string, opening: Promise<Result<OpenedFile | null>>) => takeOver(opening, name, null),
    reread: (options: ReadOptions) =>
      file === null
        ? Promise.resolve()
        : takeOver(host.call("files.reread", { handle: file.handle, ...options }), file.name, settings),
    say: (next: ImportSettings) => {
      setSettings(next);
      setPlanned(null);
    },
    makePlan,
    choose: (places: readonly number[], wish: Wish | Choice | "proposed") => {
      if (planned === null) return;
      const choices = new Map(planned.choices);
      const wanted = new Set(places);
      for (const row of planned.rows) {
        if (!wanted.has(row.at)) continue;
        const choice = wish === "proposed" ? null : typeof wish === "string" ? choiceFor(row, wish) : wish;
        if (choice !== null) choices.set(row.at, choice);
        else if (wish === "proposed") choices.delete(row.at);
      }
      setPlanned({ ...planned, choices });
    },
    apply,
    stop,
    restart: () => {
      setFile(null);
      setSettings(null);
      setPlanned(null);
      setApplied(null);
      setStep("source");
    },
  };
}

export type Importing = ReturnType<typeof useImport>;
