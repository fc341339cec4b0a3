// A plan in words: fields, their values before and after, and why a row is left out.
import type { FieldChange, PlanRow, Reason } from "#core/exchange/plan.ts";
import { useMemo } from "react";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { enumWord } from "../parts/enum-text.ts";

/** What tells a new post from others at a glance; the rest stands beside the table. */
const told: ReadonlySet<string> = new Set(["type", "country", "region"]);

export interface PlanText {
  readonly field: (field: string) => string;
  readonly value: (field: string, value: unknown) => string;
  readonly change: (change: FieldChange) => string;
  readonly reason: (reason: Reason) => string;
  /** All that a row says, on one line. */
  readonly row: (row: PlanRow) => string;
}

export function usePlanText(): PlanText {
  const text = useText();
  return useMemo(() => planTextOf(text), [text]);
}

function planTextOf({ t, has, formatDay }: TextTools): PlanText {
  const field = (name: string): string => {
    const key = `field.posts.${name}`;
    return has(key) ? t(key) : name;
  };
  const value = (name: string, held: unknown): string => {
    if (held === null || held === undefined || held === "") return "";
    if (Array.isArray(held)) return held.map(String).join("; ");
    if (name === "type" && typeof held === "string") return enumWord({ t, has }, "postType", held);
    if ((name === "openedOn" || name === "closedOn") && typeof held === "string") return formatDay(held);
    return typeof held === "string" || typeof held === "number" ? String(held) : JSON.stringify(held);
  };
  const change = ({ field: name, before, after }: FieldChange): string =>
    t("postsImport.change", {
      field: field(name),
      before: value(name, before) || t("postsImport.blank"),
      after: value(name, after) || t("postsImport.blank"),
    });
  const reason = ({ code, column, facts }: Reason): string => {
    const key = `plan.reason.${code}`;
    const words = t(has(key) ? key : "plan.reason.other", facts);
    return column === null ? words : t("plan.reason.inColumn", { column, reason: words });
  };
  const row = ({ fate, changes, reasons }: PlanRow): string => {
    if (reasons.length > 0) return reasons.map(reason).join(" ");
    if (fate === "update") return changes.map(change).join("; ");
    const known = changes.filter(({ field: name }) => told.has(name));
    const words = known.map(({ field: name, after }) => value(name, after)).filter((word) => word !== "");
    return fate === "create" ? words.join(", ") : "";
  };
  return { field, value, change, reason, row };
}
