// How one column of a foreign table becomes one field: by which headings it is known, and how its text is read.
import { folded } from "../lib/fold-text.ts";
import type { Reason } from "./plan.ts";

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: Reason };

export interface Column {
  readonly field: string;
  /** Headings that mean this field, compared without case, accents and punctuation; the first match wins. */
  readonly headings: readonly string[];
  /** Reads a trimmed, non-empty cell. An empty cell leaves the field alone. */
  readonly read: (text: string, heading: string) => Read;
}

/** Field -> index of the heading it is read from. */
export type Mapping = ReadonlyMap<string, number>;

/** Guesses the mapping from the headings alone; a heading serves one field. */
export function guessMapping(columns: readonly Column[], headings: readonly string[]): Mapping {
  const taken = new Set<number>();
  const mapping = new Map<string, number>();
  const keys = headings.map(headingKey);
  for (const column of columns) {
    for (const name of column.headings) {
      const at = keys.findIndex((key, index) => !taken.has(index) && key === headingKey(name));
      if (at < 0) continue;
      mapping.set(column.field, at);
      taken.add(at);
      break;
    }
  }
  return mapping;
}

function headingKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, "");
}

export function readText(text: string, heading: string): Read {
  return text.length <= 2000
    ? { ok: true, value: text }
    : refused("tooLong", heading, { length: text.length });
}

export function readNumber(min: number, max: number): Column["read"] {
  return (text, heading) => {
    const value = Number(text.replace(",", "."));
    return Number.isFinite(value) && value >= min && value <= max
      ? { ok: true, value }
      : refused("notANumber", heading, { text: short(text), min, max });
  };
}

/** Members of a closed list, by any of their names. */
export function readChoice(names: Readonly<Record<string, string>>): Column["read"] {
  const known = new Map(Object.entries(names).map(([name, member]) => [headingKey(name), member]));
  return (text, heading) => {
    const value = known.get(headingKey(text));
    return value === undefined ? refused("notInList", heading, { text: short(text) }) : { ok: true, value };
  };
}

/** A year, or an ISO day. */
export function readDay(text: string, heading: string): Read {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    try {
      return { ok: true, value: Temporal.PlainDate.from(text, { overflow: "reject" }).toString() };
    } catch {
      return refused("notADay", heading, { text: short(text) });
    }
  }
  if (/^\d{4}$/.test(text)) return { ok: true, value: `${text}-01-01` };
  return refused("notADay", heading, { text: short(text) });
}

/** Several values in one cell, separated by semicolons. */
export function readList(text: string): Read {
  return {
    ok: true,
    value: text
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean),
  };
}

function refused(code: string, column: string | null, facts: Reason["facts"] = {}): Read & { ok: false } {
  return { ok: false, reason: { code, column, facts } };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
