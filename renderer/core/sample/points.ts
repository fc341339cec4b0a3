// How an engagement of the sample says what became of each talking point of the directive.
import type { PointOutcome } from "../model/enums.ts";
import type { PointRecord } from "../model/engagement.ts";

/** The points by what they say, so that a story reads without the cable beside it. */
export const pointIds = {
  concern: "pt-a",
  examples: "pt-b",
  performance: "pt-c",
  security: "pt-d",
  neutrality: "pt-e",
  groundwork: "pt-f",
  ifGroundless: "pt-g",
  ifProtection: "pt-h",
  ifAsked: "pt-i",
  background: "pt-j",
  noLink: "pt-k",
  noOthers: "pt-l",
  noTechnique: "pt-m",
  /** The wording on performance after the desk revised it in the second week. */
  performanceRevised: "pt-c2",
} as const;
export type PointKey = keyof typeof pointIds;

/** An outcome alone, or with what was said about it; "left" where the point stayed behind in writing. */
type Made = PointOutcome | readonly [PointOutcome, string] | readonly [PointOutcome, string, "left"];

export function made(outcomes: Partial<Record<PointKey, Made>>): Readonly<Record<string, PointRecord>> {
  const records = (Object.keys(outcomes) as PointKey[]).map((key): [string, PointRecord] => {
    const given = outcomes[key] ?? "notApplicable";
    const [outcome, note, left] = typeof given === "string" ? [given, "", undefined] : given;
    return [pointIds[key], { outcome, note, leftInWriting: left === "left" }];
  });
  return Object.fromEntries(records);
}
