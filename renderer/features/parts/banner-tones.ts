// The colours a classification strip may have, in the order they are offered.
import type { Settings } from "#core/model/settings.ts";

export const bannerTones = [
  "green",
  "blue",
  "red",
  "orange",
  "purple",
  "neutral",
] as const satisfies readonly Settings["bannerTone"][];
