// What went to an office in pouches that did not hold everything: the next one goes on from there, before any receipt.
import type { Marks } from "#core/exchange/pouch/who-may.ts";
import type { Office } from "#core/model/office.ts";
import type { View } from "../view/view.ts";

export interface UnderWay {
  /** Of the newest of these pouches. */
  readonly number: number;
  /** How far each log goes with what the office has said it has and what is under way. */
  readonly marks: Marks;
  /** SHA-256 of the attachments under way. */
  readonly files: ReadonlySet<string>;
}

/** Null where the newest pouch for it held everything: what is not acknowledged then goes once more. */
export async function underWayTo(view: View, office: Pick<Office, "id" | "acked">): Promise<UnderWay | null> {
  const { rows } = await view.page("pouches", {
    where: { officeId: { eq: office.id }, state: { eq: "sent" } },
    sort: [{ field: "number" }],
  });
  const series = rows.slice(rows.findLastIndex(({ left }) => left === 0) + 1);
  const newest = series.at(-1);
  if (!newest) return null;
  const marks: Record<string, number> = { ...office.acked };
  for (const { parts } of series) {
    for (const [log, { from, to }] of Object.entries(parts)) {
      const mark = marks[log] ?? 0;
      if (from <= mark + 1) marks[log] = Math.max(mark, to);
    }
  }
  return { number: newest.number, marks, files: new Set(series.flatMap(({ files }) => files)) };
}
