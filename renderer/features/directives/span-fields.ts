// Which field of the directive a span of its source belongs to. Spans are keyed "subject", "objectives/<key>", "points/<id>".
import { useMemo } from "react";
import type { ReadinessPart } from "#core/rules/readiness.ts";
import { useText } from "#ui/text/use-text.ts";

/** "objectives/warn" -> "objectives". */
export function fieldOfSpan(spanKey: string): string {
  return spanKey.split("/")[0] ?? spanKey;
}

/** The point a span was read into, or null. */
export function pointOfSpan(spanKey: string): string | null {
  const [field, id] = spanKey.split("/");
  return field === "points" && id !== undefined ? id : null;
}

const partFields: Readonly<Record<ReadinessPart, string | null>> = {
  subject: "subject",
  objective: "objectives",
  points: null,
  posts: null,
  deliverBy: "deliverBy",
  reportBy: "reportBy",
  level: "level",
  writtenMaterial: "writtenMaterial",
  reporting: "reportingRequirement",
  issue: "issueId",
};

/** The field that puts a part of the readiness list right; null for parts with a tab of their own. */
export function fieldOfPart(part: ReadinessPart): string | null {
  return partFields[part];
}

/** What a span became, as the source shows it on hover. */
export function useSpanLabel(): (spanKey: string) => string {
  const { t, has } = useText();
  return useMemo(
    () => (spanKey: string) => {
      const key = `directive.field.${fieldOfSpan(spanKey)}`;
      return has(key) ? t(key) : spanKey;
    },
    [t, has],
  );
}
