// A plan: exactly what an import will do, row by row, before anything is written. An immutable value with a hash.
import type { Change } from "../log/change.ts";
import type { Scope } from "../model/scope.ts";
import type { TargetName } from "./target.ts";

/**
 * What becomes of a row. `conflict` waits for a person and nothing is written for it meanwhile; so does `duplicate`, but
 * where its records can be merged afterwards it is entered, and waits with what needs a decision.
 */
export const fates = ["create", "update", "unchanged", "duplicate", "conflict", "skip", "reject"] as const;
export type Fate = (typeof fates)[number];

export type Values = Readonly<Record<string, unknown>>;

/** `code` has a text in locales under `plan.reason.<code>`. */
export interface Reason {
  readonly code: string;
  readonly column: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One thing a row can become. */
export interface Way {
  /** `later`: entered as new, with a person's choice to come whether it is one that is there. */
  readonly kind: "create" | "update" | "unchanged" | "later";
  readonly id: string;
  readonly scope: Scope;
  /** Of the record as it stands; empty where it is new. */
  readonly title: string;
  /** New values by path; of a record that is there only those that differ. */
  readonly values: Values;
  /** What the record holds at the same paths; empty where it is new. */
  readonly before: Values;
  /** Ids of records that come to be with it: the body an office belongs to. */
  readonly makes: readonly string[];
}

export interface PlanRow {
  /** Its place in the plan: several may start on the same line (the dates of a meeting that repeats). */
  readonly at: number;
  /** 1-based line of the file the row starts on. */
  readonly line: number;
  /** Rows of the file this one stands for: more than one only where rejects are no longer listed. */
  readonly stands: number;
  readonly title: string;
  readonly fate: Fate;
  /** Everything a person may choose beside leaving the row out; empty for rejects. */
  readonly ways: readonly Way[];
  /** Which of the ways it goes; null where it goes none. */
  readonly way: number | null;
  readonly reasons: readonly Reason[];
}

/** What a person wants of a row; without one the row goes as it was proposed. */
export type Choice = { readonly kind: "way"; readonly at: number } | { readonly kind: "skip" };

/** The row as chosen. A reject stays one, and a way that is not there changes nothing. */
export function chosen(row: PlanRow, choice: Choice | undefined): PlanRow {
  if (choice === undefined || row.fate === "reject") return row;
  if (choice.kind === "skip") return { ...row, fate: "skip", way: null };
  const way = row.ways[choice.at];
  return way === undefined ? row : { ...row, fate: fateOf(way), way: choice.at };
}

export function fateOf({ kind }: Way): Fate {
  return kind === "later" ? "duplicate" : kind;
}

/** What can be said of many rows at once. */
export const wishes = ["create", "update", "skip"] as const;
export type Wish = (typeof wishes)[number];

/** The choice that grants a wish; null where the row cannot, or where it could update one of several: nobody guesses. */
export function choiceFor(row: PlanRow, wish: Wish): Choice | null {
  if (row.fate === "reject") return null;
  if (wish === "skip") return { kind: "skip" };
  const fits = row.ways.flatMap(({ kind }, at) => (kind === wish ? [at] : []));
  const [only] = fits;
  return only === undefined || fits.length > 1 ? null : { kind: "way", at: only };
}

export interface PlanSource {
  readonly name: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** `rowsIn` is the sum of the others: every row of the file is accounted for. Rows nobody decided on are skipped. */
export interface PlanCounts {
  readonly rowsIn: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

export interface Plan {
  readonly target: TargetName;
  readonly source: PlanSource;
  readonly rows: readonly PlanRow[];
  /** Records that rows bring with them, by id; written where a row that makes them is. */
  readonly made: Readonly<Record<string, Change>>;
  readonly counts: PlanCounts;
  /** Hex SHA-256 of everything above, so that what is applied is what was shown. */
  readonly hash: string;
}

const countedAs: Readonly<Record<Fate, Exclude<keyof PlanCounts, "rowsIn">>> = {
  create: "created",
  update: "updated",
  unchanged: "unchanged",
  duplicate: "skipped",
  conflict: "skipped",
  skip: "skipped",
  reject: "rejected",
};

export function countsOf(rows: readonly PlanRow[]): PlanCounts {
  const counts = { rowsIn: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  for (const { fate, way, stands } of rows) {
    counts.rowsIn += stands;
    counts[fate === "duplicate" && way !== null ? "created" : countedAs[fate]] += stands;
  }
  return counts;
}

/** How many rows have each fate. */
export function fatesOf(rows: readonly PlanRow[]): Readonly<Record<Fate, number>> {
  const counts = { create: 0, update: 0, unchanged: 0, duplicate: 0, conflict: 0, skip: 0, reject: 0 };
  for (const { fate, stands } of rows) counts[fate] += stands;
  return counts;
}

/** Rows hashed at a time, so that the hash of a large plan is made between the frame's breaths. */
const hashedAtOnce = 500;

/** Freezes decided rows into a plan. `hash` is hex SHA-256 of a value's JSON. */
export async function planOf(
  parts: Pick<Plan, "target" | "source" | "rows" | "made">,
  hash: (value: unknown) => Promise<string>,
): Promise<Plan> {
  const { target, source, rows, made } = parts;
  const hashes: string[] = [];
  for (let from = 0; from < rows.length; from += hashedAtOnce) {
    hashes.push(await hash(rows.slice(from, from + hashedAtOnce).map(Object.freeze)));
  }
  const counts = countsOf(rows);
  return Object.freeze({
    target,
    source: Object.freeze(source),
    rows: Object.freeze(rows),
    made: Object.freeze(made),
    counts: Object.freeze(counts),
    hash: await hash({ target, source, made, counts, rows: hashes }),
  });
}

/**
 * The changes that carry a plan out: exactly the rows that go a way, and what they make. One change for each record.
 * Yields after each row, so that a page can breathe.
 */
export function* changesOf(
  { rows, made }: Pick<Plan, "rows" | "made">,
  table: Change["table"],
): Generator<null, readonly Change[]> {
  const changes = new Map<string, Change>();
  for (const { way, ways } of rows) {
    const going = way === null ? undefined : ways[way];
    if (going === undefined || going.kind === "unchanged") continue;
    for (const id of going.makes) {
      const maker = made[id];
      if (maker) changes.set(id, maker);
    }
    const before = changes.get(going.id)?.values;
    const values = before === undefined ? going.values : { ...before, ...going.values };
    changes.set(going.id, { table, id: going.id, scope: going.scope, values });
    yield null;
  }
  return [...changes.values()];
}
