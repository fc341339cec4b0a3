// The ledger of pouches: what left and what came, and what waits.
import type { Verdict } from "#core/exchange/pouch/verdict.ts";
import type { SettledTip } from "#core/model/office.ts";
import type { Pouch, PouchPart } from "#core/model/pouch.ts";
import type { Ask, View } from "../view/view.ts";

/** Newest first. */
export const pouchLedger: Ask<readonly Pouch[]> = async (view) =>
  (await view.page("pouches", { sort: [{ field: "createdAt", desc: true }] })).rows;

/** The number of the next pouch that leaves. */
export async function nextNumber(view: View): Promise<number> {
  const { rows } = await view.page("pouches", { where: { state: { eq: "sent" } } });
  return rows.reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

/** Logs of which a pouch holds another history than the one here. */
export function forkedLogsOf({ parts }: Pick<Pouch, "parts">): readonly string[] {
  return Object.entries(parts).flatMap(([log, { why }]) => (why === "fork" ? [log] : []));
}

/** By log: the pouches, newest first, that showed another history of it, and wait for a person's decision or have had it. */
export async function forksBy(view: View): Promise<ReadonlyMap<string, readonly Pouch[]>> {
  const forks = new Map<string, readonly Pouch[]>();
  for (const pouch of await pouchLedger(view)) {
    for (const log of forkedLogsOf(pouch)) forks.set(log, [...(forks.get(log) ?? []), pouch]);
  }
  return forks;
}

/** By log: the ends of other histories that a person has decided on. */
export async function settledLogs(view: View): Promise<ReadonlyMap<string, readonly SettledTip[]>> {
  const { rows } = await view.page("offices", {});
  const settled = new Map<string, readonly SettledTip[]>();
  for (const office of rows) {
    for (const [log, tips] of Object.entries(office.settled))
      settled.set(log, [...(settled.get(log) ?? []), ...tips]);
  }
  return settled;
}

/** Logs of which two histories were met, with nobody having decided on any. */
export async function frozenLogs(view: View): Promise<ReadonlySet<string>> {
  const [forks, settled] = await Promise.all([forksBy(view), settledLogs(view)]);
  return new Set([...forks.keys()].filter((log) => !settled.has(log)));
}

/** Logs of another history whose beginning may be missing here: they are asked for from their first entry on. */
export async function logsWanted(view: View): Promise<ReadonlySet<string>> {
  const forks = await forksBy(view);
  const wanted = [...forks].filter(([log, pouches]) => {
    const waiting = pouches.filter(({ state }) => state === "forked");
    return waiting.length > 0 && pouches.every(({ parts }) => (parts[log]?.from ?? 1) > 1);
  });
  return new Set(wanted.map(([log]) => log));
}

/** What a pouch held of each log, and what became of it. */
export function partsOf(verdicts: readonly Verdict[]): Readonly<Record<string, PouchPart>> {
  const parts: Record<string, PouchPart> = {};
  for (const verdict of verdicts) {
    const { kind, log, to } = verdict;
    const from = "from" in verdict ? verdict.from : to;
    const before = parts[log];
    const why = kind === "merge" || kind === "known" ? null : kind;
    parts[log] = { from: before ? Math.min(before.from, from) : from, to, why };
  }
  return parts;
}
