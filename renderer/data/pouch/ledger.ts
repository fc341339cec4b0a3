// The ledger of pouches: what left and what came, and what waits.
import type { Verdict } from "#core/exchange/pouch/verdict.ts";
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

/** Logs of which two histories were met. */
export async function frozenLogs(view: View): Promise<ReadonlySet<string>> {
  const { rows } = await view.page("pouches", { where: { state: { eq: "forked" } } });
  return new Set(
    rows.flatMap(({ parts }) =>
      Object.entries(parts).flatMap(([log, { why }]) => (why === "fork" ? [log] : [])),
    ),
  );
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
