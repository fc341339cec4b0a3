// Random histories of four offices and their pouches, in any order, twice or lost: in the end each has what it may read, and the same.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildEntries } from "#core/log/build.ts";
import { type Entry, noHash, readEntry } from "#core/log/entry.ts";
import { foldEntry } from "#core/log/fold.ts";
import { distinctValues, toRow } from "#core/log/row.ts";
import type { RowState } from "#core/log/row-state.ts";
import { nextStamp, type Stamp } from "#core/log/stamp.ts";
import { entities } from "#core/model/index.ts";
import type { Scope } from "#core/model/scope.ts";
import type { TableName } from "#core/model/tables.ts";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";
import { type ReadRun, verdictsOn } from "./verdict.ts";
import { logsFor, mayRead, type Marks, type Own, receiptFor } from "./who-may.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

interface Pouch {
  readonly from: number;
  readonly number: number;
  readonly runs: readonly ReadRun[];
  readonly lines: ReadonlyMap<string, readonly EntryLines[]>;
  readonly have: Marks;
}

/** An office with its logs, its rows, and what it has heard of the others. */
class Office {
  readonly device: string;
  readonly own: Own;
  readonly logs = new Map<string, EntryLines[]>();
  readonly states = new Map<string, RowState>();
  readonly acked = new Map<number, { number: number; marks: Marks }>();
  #clock: Stamp | null = null;
  #sent = 0;

  constructor(device: string, own: Own) {
    this.device = device;
    this.own = own;
  }

  get marks(): Marks {
    return Object.fromEntries([...this.logs].map(([log, lines]) => [log, lines.length]));
  }

  get heads(): Record<string, LogHead> {
    return Object.fromEntries(
      [...this.logs].map(([log, lines]) => [log, { seq: lines.length, hash: sha(lines.at(-1)?.h ?? "") }]),
    );
  }

  async write(table: TableName, id: string, scope: Scope, values: Record<string, unknown>, now: string) {
    this.#clock = nextStamp(this.#clock, now);
    const built = await buildEntries([{ table, id, scope, values }], {
      writer: { deviceId: this.device, user: this.device },
      stamp: this.#clock,
      group: `${this.device} ${this.#clock}`,
      kind: "tx",
      heads: this.heads,
      stateOf: (at, row) => this.states.get(`${at}/${row}`) ?? null,
      hash: async (text) => sha(text),
    });
    for (const { lines } of built) this.#append(lines);
  }

  seal(to: Office, index: number, from: number): Pouch {
    const office = asOffice(to, this.acked.get(index)?.marks ?? {});
    const lines = new Map<string, readonly EntryLines[]>();
    const runs = Object.entries(logsFor(this.own, office, this.marks)).map(([log, first]): ReadRun => {
      const some = this.logs.get(log)?.slice(first - 1) ?? [];
      lines.set(log, some);
      const entries = some.map((line) => readEntry(line));
      const previous = entries[0]?.header.p ?? noHash;
      return {
        log,
        from: first,
        to: first + some.length - 1,
        previous,
        last: sha(some.at(-1)?.h ?? ""),
        entries,
      };
    });
    this.#sent += 1;
    return { from, number: this.#sent, runs, lines, have: receiptFor(this.own, office, this.marks) };
  }

  /** Answers what it ended in, by log. */
  async receive(pouch: Pouch, sender: Office): Promise<readonly string[]> {
    const verdicts = await verdictsOn(pouch.runs, {
      own: this.own,
      device: this.device,
      office: asOffice(sender, {}),
      heads: this.heads,
      frozen: new Set(),
      siblings: new Set(),
      hashAt: async (log, seq) => sha(this.logs.get(log)?.[seq - 1]?.h ?? ""),
      scopeOf: (table, id) => this.states.get(`${table}/${id}`)?.scope ?? null,
    });
    for (const verdict of verdicts) {
      if (verdict.kind !== "merge") continue;
      const run = pouch.runs.find(({ log }) => log === verdict.log);
      const lines = pouch.lines.get(verdict.log) ?? [];
      for (const line of lines.slice(verdict.from - (run?.from ?? 0))) this.#append(line);
    }
    const heard = this.acked.get(pouch.from);
    if ((heard?.number ?? 0) <= pouch.number)
      this.acked.set(pouch.from, { number: pouch.number, marks: pouch.have });
    return verdicts.map(({ kind }) => kind);
  }

  /** Rows as text, by scope. */
  rowsIn(scope: Scope): readonly string[] {
    return [...this.states.values()]
      .filter((state) => state.scope === scope)
      .map((state) => JSON.stringify(toRow(entities[state.table], state)))
      .toSorted();
  }

  #append(line: EntryLines): void {
    const entry: Entry = readEntry(line);
    const { l, h } = entry.header;
    this.logs.set(l, [...(this.logs.get(l) ?? []), line]);
    if (this.#clock === null || h > this.#clock) this.#clock = h;
    foldEntry(
      {
        get: (table, id) => this.states.get(`${table}/${id}`) ?? null,
        set: (state) => void this.states.set(`${state.table}/${state.id}`, state),
      },
      entry,
    );
  }
}

function asOffice({ device, own }: Office, acked: Marks) {
  return { id: device, role: own.role, postId: own.postId, scopes: [], acked };
}

const posts = ["lisbon", "rome"] as const;
const scopes: readonly Scope[] = ["all", "hq", "post/lisbon", "post/rome"];

function fourOffices(): readonly Office[] {
  const capital: Own = { role: "desk", postId: null, formerPosts: [] };
  return [
    new Office("d1", capital),
    new Office("d2", capital),
    ...posts.map((postId) => new Office(postId, { role: "post", postId, formerPosts: [] })),
  ];
}

const index = fc.nat(3);
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      at: index,
      row: fc.nat(2),
      value: fc.nat(3),
      years: fc.integer({ min: -10, max: 10 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("seal" as const), at: index, to: index }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("deliver" as const), which: fc.nat(30) }) },
);

test("any order, any loss, any repetition: what may be read is in the end the same everywhere, and nothing else is there", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (acts) => {
      const offices = fourOffices();
      const sealed: { readonly pouch: Pouch; readonly to: number }[] = [];
      const written: { readonly scope: Scope; readonly id: string; readonly value: string }[] = [];
      const send = (at: number, to: number) => {
        const [from, target] = [offices[at], offices[to]];
        if (from && target && at !== to) sealed.push({ pouch: from.seal(target, to, at), to });
      };
      const deliver = async (which: number) => {
        const some = sealed[which % Math.max(1, sealed.length)];
        const target = some && offices[some.to];
        const sender = some && offices[some.pouch.from];
        if (!some || !target || !sender) return;
        for (const kind of await target.receive(some.pouch, sender))
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
      };
      for (const office of offices) {
        await office.write(
          "settings",
          "workspace",
          "local",
          { userName: office.device },
          "2026-11-24T04:00:00.000Z",
        );
      }
      for (const [step, one] of acts.entries()) {
        if (one.kind === "write") {
          const office = offices[one.at];
          const scope = office && writable(office)[one.row % writable(office).length];
          if (!office || scope === undefined) continue;
          const id = `${scope}-${one.row}`;
          const value = `${one.value}-${step}`;
          const now = new Date(Date.UTC(2026 + one.years, 10, 24, 5, 0, step)).toISOString();
          await office.write(
            "engagements",
            id,
            scope,
            { [one.value % 2 === 0 ? "place" : "subject"]: value },
            now,
          );
          written.push({ scope, id, value });
        } else if (one.kind === "seal") send(one.at, one.to);
        else await deliver(one.which);
      }
      // Then the post is quick: everybody sends to everybody until nobody has anything new.
      for (let round = 0; round < 4; round += 1) {
        for (const [at] of offices.entries()) for (const [to] of offices.entries()) send(at, to);
        const from = sealed.length - 12;
        for (let which = Math.max(0, from); which < sealed.length; which += 1) await deliver(which);
      }
      for (const scope of scopes) {
        const readers = offices.filter((office) => mayHold(office, scope));
        const [first] = readers;
        for (const reader of readers) expect(reader.rowsIn(scope)).toEqual(first?.rowsIn(scope));
        const others = offices.filter((office) => !readers.includes(office));
        expect(others.flatMap((office) => office.rowsIn(scope))).toEqual([]);
      }
      for (const { scope, id, value } of written) mustBeAccountedFor(offices, scope, id, value);
    }),
    { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 2000) },
  );
  console.log(`pouches: ${[...seen].map(([kind, count]) => `${count} ${kind}`).join(", ")}`);
  expect(seen.get("merge")).toBeGreaterThan(0);
  expect(seen.get("known")).toBeGreaterThan(0);
  expect(seen.get("fork")).toBeUndefined();
  expect(seen.get("trespass")).toBeUndefined();
});

function writable({ own }: Office): readonly Scope[] {
  return own.role === "desk" ? scopes : [`post/${own.postId}`];
}

function mayHold(office: Office, scope: Scope): boolean {
  const desk: Own = { role: "desk", postId: null, formerPosts: [] };
  return office.own.role === "desk" || mayRead(desk, asOffice(office, {}), scope);
}

/** Every edit shows, or was replaced by one that had seen it, or waits in a conflict: its log and number say which. */
function mustBeAccountedFor(offices: readonly Office[], scope: Scope, id: string, value: string): void {
  const reader = offices.find((office) => mayHold(office, scope));
  const state = reader?.states.get(`engagements/${id}`);
  if (!reader || !state) throw new Error(`${id} is nowhere`);
  const path = ["place", "subject"].find((some) =>
    writesOf(reader, id, some).some((write) => write.value === value),
  );
  const cell = path === undefined ? undefined : state.cells.get(path);
  if (path === undefined || !cell) throw new Error(`${value} of ${id} is nowhere`);
  if (distinctValues(cell).some((held) => held.value === value)) return;
  const own = writesOf(reader, id, path).find((write) => write.value === value);
  const replaced = writesOf(reader, id, path).some(
    (write) =>
      (write.log === own?.log && write.seq > own.seq) || (own && (write.context[own.log] ?? 0) >= own.seq),
  );
  expect(replaced, `${value} of ${id} was replaced by nobody who had seen it`).toBe(true);
}

function writesOf(office: Office, id: string, path: string) {
  return [...office.logs.values()].flat().flatMap((line) => {
    const { header, body } = readEntry(line);
    return (body?.o ?? []).flatMap(([, row, values, contexts]) =>
      row === id && Object.hasOwn(values, path)
        ? [{ log: header.l, seq: header.s, value: values[path], context: contexts[path] ?? {} }]
        : [],
    );
  });
}
