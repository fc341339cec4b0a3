// Where governments and officials stand on an issue, from the latest evidence, and how far they have moved.
import { groupBy } from "../lib/group-by.ts";
import { type Stance, stances } from "../model/enums.ts";
import type { Position } from "../model/position.ts";

/** Whose stance: a country as a whole, or one official. */
export type LedgerView = "country" | "counterpart";

export interface Standing {
  readonly issueId: string;
  readonly country: string;
  /** Null where the standing is the country's. */
  readonly counterpartId: string | null;
  readonly current: Position;
  /** Where they stood when the matter began; null where nobody recorded it. */
  readonly baseline: Position | null;
  /** What `shift` is measured from: the stand on the day asked for, else the baseline. */
  readonly from: Position | null;
  /** Steps towards us (positive) or away (negative); null where either end is unknown. */
  readonly shift: number | null;
  /** Every record, earliest first. */
  readonly history: readonly Position[];
}

const known: readonly Stance[] = stances.filter((stance) => stance !== "unknown");

/** Steps from one stance to another on the scale from opposed to supportive; null where one is unknown. */
export function stanceShift(from: Stance, to: Stance): number | null {
  const [before, after] = [known.indexOf(from), known.indexOf(to)];
  return before < 0 || after < 0 ? null : before - after;
}

/** Earlier evidence first. Undated records are the oldest; on one day a baseline goes before, a stated word after. */
function compareEvidence(a: Position, b: Position): number {
  return (
    (a.on ?? "").localeCompare(b.on ?? "", "en") ||
    Number(b.baseline) - Number(a.baseline) ||
    Number(a.basis === "stated") - Number(b.basis === "stated") ||
    Temporal.Instant.compare(a.createdAt, b.createdAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

function standingOf(records: readonly Position[], since: string | null): Standing | null {
  const history = records.toSorted(compareEvidence);
  const first = history[0];
  // "Unknown" is the absence of evidence: a later note that nothing was said takes no stand back.
  const telling = history.filter((row) => row.stance !== "unknown");
  const current = telling.at(-1) ?? history.at(-1);
  if (first === undefined || current === undefined) return null;
  const baseline = history.find((row) => row.baseline) ?? null;
  const earlier = since === null ? [] : telling.filter((row) => row.on !== null && row.on <= since);
  const from = earlier.at(-1) ?? baseline;
  return {
    issueId: first.issueId ?? "",
    country: first.country,
    counterpartId: first.counterpartId,
    current,
    baseline,
    from,
    shift: from === null ? null : stanceShift(from.stance, current.stance),
    history,
  };
}

/**
 * A standing for every issue and country (or official) with a record. A country's standing draws on all that is
 * recorded of it, its officials' words included. `since`: an ISO day; shifts are then measured from that day's end.
 * Those who moved most come first, then by country.
 */
export function positionLedger(
  positions: readonly Position[],
  options: { readonly view: LedgerView; readonly since: string | null },
): Standing[] {
  const rows = positions.filter(
    (row) => !row.deleted && (options.view === "country" || row.counterpartId !== null),
  );
  const groups = groupBy(rows, (row) =>
    options.view === "country" ? `${row.issueId}\n${row.country}` : `${row.issueId}\n${row.counterpartId}`,
  );
  return [...groups.values()]
    .flatMap((records) => standingOf(records, options.since) ?? [])
    .map((standing) => (options.view === "country" ? { ...standing, counterpartId: null } : standing))
    .toSorted(
      (a, b) => Math.abs(b.shift ?? 0) - Math.abs(a.shift ?? 0) || a.country.localeCompare(b.country, "en"),
    );
}

/** Standings that moved. */
export function shiftsOf(standings: readonly Standing[]): Standing[] {
  return standings.filter((standing) => standing.shift !== null && standing.shift !== 0);
}
