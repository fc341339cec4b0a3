// The plan of an import: pure, from rows of a file and the records there are. Goes on row by row, so that a page can breathe.
import type { RejectedLine, TableRow } from "../host/shapes.ts";
import { asText } from "../lib/as-text.ts";
import { valueAt } from "../log/row.ts";
import type { Change } from "../log/change.ts";
import type { Mapping } from "./column.ts";
import { fateOf, type PlanRow, type Reason, type Values, type Way } from "./plan.ts";
import { type CellReader, cellReader, type ReadRules, saidIn } from "./read-cell.ts";
import {
  allColumns,
  type Defaults,
  type Known,
  type Meaning,
  reason,
  type Row,
  type RowReader,
  type Target,
} from "./target.ts";

export interface TableFile {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly rejects: readonly RejectedLine[];
}

export interface PlanAsk {
  readonly target: Target;
  readonly file: TableFile;
  readonly mapping: Mapping;
  readonly rules: ReadRules;
  readonly defaults: Defaults;
  readonly known: Known;
  readonly newId: () => string;
}

export interface PlannedRows {
  readonly rows: readonly PlanRow[];
  readonly made: Readonly<Record<string, Change>>;
}

/** A row before all are in their order. */
type UnplacedRow = Omit<PlanRow, "at">;

/** Rows read between two yields. */
const stride = 50;

const nothing: Values = {};

/** Yields how many rows are planned, and answers all of them in file order, with those the reader refused. */
export function* planRows(ask: PlanAsk): Generator<number, PlannedRows> {
  const planner = new Planner(ask);
  const rows: UnplacedRow[] = [];
  for (const row of ask.file.rows) {
    rows.push(planner.plan(row));
    if (rows.length % stride === 0) yield rows.length;
  }
  for (const { line, column, code, facts } of ask.file.rejects) {
    const stands = code === "file/more-rejects" ? Number(facts["count"] ?? 1) : 1;
    rows.push({ ...rejected(line, "", [{ code, column, facts }]), stands });
  }
  rows.sort((a, b) => a.line - b.line);
  return { rows: rows.map((row, at) => ({ at, ...row })), made: Object.fromEntries(planner.made) };
}

/** A row of the file that has spoken of a record already. */
interface Earlier {
  readonly line: number;
  readonly said: Values;
  readonly way: Way | undefined;
}

class Planner {
  readonly #ask: PlanAsk;
  readonly #reader: RowReader;
  readonly #records = new Map<string, Row>();
  readonly #cells: readonly (readonly [field: string, at: number, read: CellReader])[];
  readonly #met = new Map<string, Earlier>();

  constructor(ask: PlanAsk) {
    const { target, known, mapping, rules } = ask;
    this.#ask = ask;
    this.#reader = target.open(known, ask.defaults, ask.newId);
    for (const record of known[target.table] ?? []) this.#records.set(record.id, record);
    this.#cells = allColumns(target).flatMap((column) => {
      const at = mapping.get(column.field);
      return at === undefined ? [] : [[column.field, at, cellReader(column, rules)] as const];
    });
  }

  get made(): RowReader["made"] {
    return this.#reader.made;
  }

  plan({ line, cells }: TableRow): UnplacedRow {
    const said: Record<string, unknown> = {};
    const reasons: Reason[] = [];
    const unread = new Set<string>();
    for (const [field, at, read] of this.#cells) {
      const text = saidIn(cells[at]);
      if (text === "") continue;
      const value = read(text, this.#ask.file.headings[at] ?? "");
      if (value.ok) said[field] = value.value;
      else {
        reasons.push(value.reason);
        unread.add(field);
      }
    }
    const named = this.#records.get(asText(said["id"])) ?? null;
    const meaning = this.#reader.read(said, named, unread);
    if ("reasons" in meaning) return rejected(line, meaning.title, [...reasons, ...meaning.reasons]);
    if (reasons.length > 0) return rejected(line, meaning.title, reasons);
    return this.#fated(line, said, meaning, named);
  }

  #fated(line: number, said: Values, meaning: Meaning, named: Row | null): UnplacedRow {
    const id = asText(said["id"]);
    const same = named?.id ?? meaning.same;
    const key = same ?? meaning.key;
    const earlier = this.#met.get(key);
    const row = earlier
      ? this.#again(line, said, meaning, earlier)
      : same === null
        ? this.#unsure(line, id, meaning)
        : this.#known(line, said, meaning, same);
    if (!earlier) this.#met.set(key, { line, said, way: row.ways[0] });
    const fated = meaning.doubts.length > 0 ? doubted(row, meaning.doubts) : row;
    return { ...fated, reasons: [...fated.reasons, ...(meaning.notes ?? [])] };
  }

  /** The same record a second time: left out where it says the same, else for a person to decide. */
  #again(
    line: number,
    said: Values,
    meaning: Meaning,
    { line: first, said: before, way }: Earlier,
  ): UnplacedRow {
    if (JSON.stringify(said) === JSON.stringify(before)) {
      return {
        ...base(line, meaning),
        fate: "skip",
        way: null,
        ways: [],
        reasons: [reason("repeatsLine", { line: first })],
      };
    }
    const ways = [
      ...(way ? [this.#updateAgain(way, meaning)] : []),
      ...(way?.kind === "create" ? [this.#createWay(meaning)] : []),
    ];
    return undecided(base(line, meaning), "conflict", ways, [reason("otherThanLine", { line: first })]);
  }

  #updateAgain(way: Way, meaning: Meaning): Way {
    const record = this.#records.get(way.id);
    if (record) return this.#updateWay(record, meaning);
    const values = meaning.valuesFor(null);
    return { ...way, kind: "update", title: meaning.title, values, before: way.values, makes: meaning.makes };
  }

  /** Not known for certain: new, or perhaps one of some. */
  #unsure(line: number, id: string, meaning: Meaning): UnplacedRow {
    const candidates = meaning.possible.flatMap((one) => this.#records.get(one) ?? []);
    const updates = candidates.map((record) => this.#updateWay(record, meaning));
    const [only] = updates;
    if (id === "" && updates.length === 1 && only?.kind === "unchanged") {
      return { ...base(line, meaning), fate: "unchanged", way: 0, ways: [only], reasons: [] };
    }
    const create = this.#createWay(meaning);
    if (id !== "")
      return undecided(base(line, meaning), "conflict", [create, ...updates], [reason("unknownId")]);
    if (only === undefined)
      return { ...base(line, meaning), fate: "create", way: 0, ways: [create], reasons: [] };
    const looksLike =
      updates.length === 1
        ? reason("looksLike", { name: only.title })
        : reason("looksLikeSeveral", { count: updates.length });
    const later = this.#laterWay(create, candidates);
    const row = undecided(base(line, meaning), "duplicate", [create, ...updates, ...later], [looksLike]);
    return later.length === 0 ? row : { ...row, way: row.ways.length - 1 };
  }

  #known(line: number, said: Values, meaning: Meaning, id: string): UnplacedRow {
    const record = this.#records.get(id);
    if (!record) return this.#unsure(line, id, meaning);
    const way = this.#updateWay(record, meaning);
    if (record.scope !== meaning.scope) {
      return undecided(base(line, meaning), "conflict", way.kind === "update" ? [way] : [], [
        reason("otherPost"),
      ]);
    }
    if (way.kind === "update" && isOutdated(said, record)) {
      return undecided(base(line, meaning), "conflict", [way], [reason("changedHere")]);
    }
    return { ...base(line, meaning), fate: fateOf(way), way: 0, ways: [way], reasons: [] };
  }

  #createWay(meaning: Meaning): Way {
    const values = meaning.valuesFor(null);
    const { scope, makes } = meaning;
    return { kind: "create", id: this.#ask.newId(), scope, title: "", values, before: nothing, makes };
  }

  /** People can be merged afterwards: such a row is entered, and whom it may be is kept with it. */
  #laterWay(create: Way, candidates: readonly Row[]): readonly Way[] {
    if (this.#ask.target.table !== "counterparts") return [];
    const asks = Object.fromEntries(candidates.map(({ id }) => [`maybeSameAs/${id}`, true]));
    return [{ ...create, kind: "later", values: { ...create.values, ...asks } }];
  }

  #updateWay(record: Row, meaning: Meaning): Way {
    const values: Record<string, unknown> = {};
    const before: Record<string, unknown> = {};
    const row = record as unknown as Values;
    for (const [path, value] of Object.entries(meaning.valuesFor(record))) {
      const held = valueAt(row, path) ?? null;
      if (JSON.stringify(held) === JSON.stringify(value)) continue;
      values[path] = value;
      before[path] = held;
    }
    const kind = Object.keys(values).length === 0 ? "unchanged" : "update";
    const makes = meaning.makes.filter((id) => JSON.stringify(values).includes(id));
    return {
      kind,
      id: record.id,
      scope: record.scope,
      title: this.#ask.target.titleOf(record),
      values,
      before,
      makes,
    };
  }
}

/** Revisions are stamped by the second. */
function seconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** The row was taken from here before the record was last changed, or was last changed elsewhere before that. */
function isOutdated({ version, revised }: Values, { changedAt }: Row): boolean {
  if (asText(version) !== "" && version !== changedAt) return true;
  return asText(revised) !== "" && seconds(asText(revised)) < seconds(changedAt);
}

function base(
  line: number,
  { title }: { readonly title: string },
): Pick<UnplacedRow, "line" | "stands" | "title"> {
  return { line, stands: 1, title };
}

function undecided(
  row: Pick<UnplacedRow, "line" | "stands" | "title">,
  fate: "duplicate" | "conflict",
  ways: readonly Way[],
  reasons: readonly Reason[],
): UnplacedRow {
  return { ...row, fate, way: null, ways, reasons };
}

/** What only a person can say stands in the way of what would be written; where nothing is, nothing needs saying. */
function doubted(row: UnplacedRow, doubts: readonly Reason[]): UnplacedRow {
  if (row.fate !== "create" && row.fate !== "update") return row;
  return undecided(row, "conflict", row.ways, [...row.reasons, ...doubts]);
}

function rejected(line: number, title: string, reasons: readonly Reason[]): UnplacedRow {
  return { ...base(line, { title }), fate: "reject", way: null, ways: [], reasons };
}
