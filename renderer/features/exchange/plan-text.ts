// A plan in words: fields, their values before and after, and why a row is left out.
import { useMemo } from "react";
import type { PlanRow, Reason, Way } from "#core/exchange/plan.ts";
import type { Known, Target } from "#core/exchange/target.ts";
import type { Change } from "#core/log/change.ts";
import { asText } from "#core/lib/as-text.ts";
import type { RowBase } from "#core/model/entity.ts";
import { recordKey } from "#data/touches.ts";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { useValueWords } from "../parts/value-words.ts";

export interface PlanText {
  readonly field: (path: string) => string;
  readonly value: (path: string, value: unknown) => string;
  readonly reason: (reason: Reason) => string;
  /** All that a row says, on one line. */
  readonly row: (row: PlanRow) => string;
}

/** Which of the ways stands for the row: the one it goes, else the first it could. */
export function wayShown({ way, ways }: PlanRow): Way | undefined {
  return ways[way ?? 0];
}

export function usePlanText(target: Target, known: Known, made: Readonly<Record<string, Change>>): PlanText {
  const text = useText();
  const words = useValueWords();
  return useMemo(() => {
    const { t, has } = text;
    const { table } = target;
    const titles = titlesIn(known, made);
    const field = (path: string): string => fieldLabel(text, table, path);
    const value = (path: string, held: unknown): string => words(table, path, held, titles);
    const reason = ({ code, column, facts }: Reason): string => {
      const key = `plan.reason.${code}`;
      const said = t(has(key) ? key : "plan.reason.other", facts);
      return column === null ? said : t("plan.reason.inColumn", { column, reason: said });
    };
    const row = (one: PlanRow): string => {
      const reasons = one.reasons.map(reason).join(" ");
      if (reasons !== "" && one.fate !== "create" && one.fate !== "update") return reasons;
      const way = wayShown(one);
      if (one.fate === "skip" || way === undefined) return "";
      const paths = Object.keys(way.values);
      if (one.fate === "update") {
        const changes = paths
          .map((path) =>
            t("import.change", {
              field: field(path),
              before: value(path, way.before[path]),
              after: value(path, way.values[path]),
            }),
          )
          .join("; ");
        return [reasons, changes].filter(Boolean).join(" ");
      }
      const said = paths.map((path) => value(path, way.values[path])).filter((word) => word !== one.title);
      return [reasons, said.slice(0, 4).join(", ")].filter(Boolean).join(" ");
    };
    return { field, value, reason, row };
  }, [text, words, target, known, made]);
}

function named(values: object): string {
  const { name, mrn, subject } = values as Record<string, unknown>;
  return asText(name) || asText(mrn) || asText(subject);
}

/** Names of the records that values point to: those there are, and those the plan makes. */
function titlesIn(known: Known, made: Readonly<Record<string, Change>>): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const table of ["posts", "organizations", "directives", "counterparts", "issues"] as const) {
    for (const row of (known[table] ?? []) as readonly RowBase[])
      titles.set(recordKey(table, row.id), named(row));
  }
  for (const { table, id, values } of Object.values(made)) titles.set(recordKey(table, id), named(values));
  return titles;
}
