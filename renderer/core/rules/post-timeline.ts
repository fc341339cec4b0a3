// What has happened at a post, latest first: meetings, papers, follow-ups closed, and what the host said.
import type { Document } from "../model/document.ts";
import type { Engagement } from "../model/engagement.ts";
import type { FollowUp } from "../model/follow-up.ts";
import type { Position } from "../model/position.ts";
import type { Response } from "../model/response.ts";
import { dayIn, zoneFrom } from "./calendar.ts";
import type { Host } from "./deadlines.ts";
import { isOpenFollowUp } from "./follow-up.ts";

export const timelineKinds = ["meetings", "papers", "followUps", "positions"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

type TimelineMatter =
  | { readonly table: "engagements"; readonly row: Engagement }
  | { readonly table: "documents"; readonly row: Document }
  | { readonly table: "followUps"; readonly row: FollowUp }
  | { readonly table: "responses"; readonly row: Response }
  | { readonly table: "positions"; readonly row: Position };

export interface TimelineEntry {
  readonly key: string;
  readonly kind: TimelineKind;
  /** The day at the post; null where nobody noted one. */
  readonly on: string | null;
  readonly matter: TimelineMatter;
}

export interface TimelineRows {
  readonly engagements: readonly Engagement[];
  readonly documents: readonly Document[];
  readonly followUps: readonly FollowUp[];
  readonly responses: readonly Response[];
  readonly positions: readonly Position[];
}

function dayOf(instant: string | null, timeZone: string): string | null {
  return instant === null ? null : dayIn(instant, timeZone);
}

/** Rows of one post. Planned meetings and open follow-ups are left out: they stand on the agenda. */
export function postTimeline(rows: TimelineRows, host: Host): TimelineEntry[] {
  const there = host.timeZone;
  const past: TimelineEntry[] = [];
  const add = (kind: TimelineKind, on: string | null, matter: TimelineMatter): void => {
    if (!matter.row.deleted) past.push({ key: `${matter.table}/${matter.row.id}`, kind, on, matter });
  };
  for (const row of rows.engagements) {
    if (row.state === "planned") continue;
    add("meetings", dayOf(row.at, zoneFrom(row.timeZone, there)), { table: "engagements", row });
  }
  for (const row of rows.documents) {
    // A file attached to the post did not happen there; it stands in a list of its own.
    if (row.sha256 === "") add("papers", row.on, { table: "documents", row });
  }
  for (const row of rows.followUps) {
    if (!isOpenFollowUp(row)) add("followUps", dayOf(row.closedAt, there), { table: "followUps", row });
  }
  for (const row of rows.responses)
    add("positions", dayOf(row.receivedAt, there), { table: "responses", row });
  for (const row of rows.positions) add("positions", row.on, { table: "positions", row });
  return past.toSorted((a, b) => compareLatest(a.on, b.on) || (a.key < b.key ? 1 : -1));
}

function compareLatest(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? 1 : -1;
}
