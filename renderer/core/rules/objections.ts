// The counter-arguments heard: in which capitals, since when, and which rebuttals were used against them.
import { folded } from "../lib/fold-text.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Engagement } from "../model/engagement.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import { dayIn, zoneFrom } from "./calendar.ts";

export interface Objection {
  /** As most posts wrote it. */
  readonly text: string;
  /** Posts that heard it, by when they first did. */
  readonly heardAt: readonly { readonly postId: string; readonly firstOn: string | null }[];
  readonly firstOn: string | null;
  /** Points that rebut it, and in how many of the meetings where it was heard each was made; most used first. */
  readonly rebuttals: readonly { readonly pointId: string; readonly used: number }[];
}

function keyOf(text: string): string {
  return folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function commonest(texts: readonly string[]): string {
  const counts = groupBy(texts, (text) => text.trim());
  return [...counts].reduce(
    (top, next) => (next[1].length > top[1].length ? next : top),
    ["", [] as string[]],
  )[0];
}

interface Heard {
  readonly text: string;
  readonly engagement: Engagement;
  readonly on: string | null;
}

function firstDay(heard: readonly Heard[]): string | null {
  return heard.reduce<string | null>(
    (first, { on }) => (on !== null && (first === null || on < first) ? on : first),
    null,
  );
}

function rebuttalsOf(
  key: string,
  heard: readonly Heard[],
  points: readonly TalkingPoint[],
): Objection["rebuttals"] {
  return points
    .filter((point) => !point.deleted && point.rebuts !== "" && keyOf(point.rebuts) === key)
    .map((point) => ({
      pointId: point.id,
      used: heard.filter(({ engagement }) => {
        const outcome = Object.hasOwn(engagement.points, point.id)
          ? engagement.points[point.id]?.outcome
          : undefined;
        return outcome === "delivered" || outcome === "partly";
      }).length,
    }))
    .toSorted((a, b) => b.used - a.used);
}

/** Tally of what was heard in held engagements; the most widely heard first. Spellings that differ only in case, accents or punctuation are one. */
export function objectionTally(
  engagements: readonly Engagement[],
  points: readonly TalkingPoint[],
  capitalTimeZone: string,
): Objection[] {
  const heard = engagements
    .filter((engagement) => engagement.state === "held" && !engagement.deleted)
    .flatMap((engagement) => {
      const on =
        engagement.at === null ? null : dayIn(engagement.at, zoneFrom(engagement.timeZone, capitalTimeZone));
      return engagement.counterArguments.map((text): Heard => ({ text, engagement, on }));
    });
  const groups = groupBy(heard, ({ text }) => keyOf(text));
  return [...groups]
    .filter(([key]) => key !== "")
    .map(([key, group]) => ({
      text: commonest(group.map(({ text }) => text)),
      heardAt: [...groupBy(group, ({ engagement }) => engagement.postId ?? "")]
        .map(([postId, there]) => ({ postId, firstOn: firstDay(there) }))
        .toSorted((a, b) => (a.firstOn ?? "9").localeCompare(b.firstOn ?? "9", "en")),
      firstOn: firstDay(group),
      rebuttals: rebuttalsOf(key, group, points),
    }))
    .toSorted(
      (a, b) =>
        b.heardAt.length - a.heardAt.length || (a.firstOn ?? "9").localeCompare(b.firstOn ?? "9", "en"),
    );
}
