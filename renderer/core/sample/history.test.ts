// The sample told in full: every value passes the model, every reference leads somewhere, every state of interest is there.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEntry } from "../log/entry.ts";
import { foldEntry, type RowStates } from "../log/fold.ts";
import { type StoredRow, toRow } from "../log/row.ts";
import type { RowState } from "../log/row-state.ts";
import { type Entity, faultOf } from "../model/entity.ts";
import { responseCategories } from "../model/enums.ts";
import { entities, type Rows } from "../model/index.ts";
import { isScope } from "../model/scope.ts";
import { type TableName, tableNames } from "../model/tables.ts";
import { entriesOf } from "./entries.ts";
import { generateWorkspace } from "./generate.ts";
import { sampleHistory } from "./history.ts";
import type { SampleWrite } from "./shape.ts";

const anchor = "2026-10-30";
const today = "2026-11-24";
const hash = (text: string) => Promise.resolve(createHash("sha256").update(text).digest("hex"));

class Told implements RowStates {
  readonly states = new Map<string, RowState>();
  get(table: TableName, id: string): RowState | null {
    return this.states.get(`${table}/${id}`) ?? null;
  }
  set(state: RowState): void {
    this.states.set(`${state.table}/${state.id}`, state);
  }
  rows<T extends TableName>(table: T): readonly Rows[T][] {
    return [...this.states.values()]
      .filter((state) => state.table === table)
      .map((state): StoredRow => toRow(entities[table], state)) as unknown as readonly Rows[T][];
  }
}

async function told(writes: Iterable<SampleWrite>): Promise<Told> {
  const states = new Told();
  for await (const entries of entriesOf(writes, hash)) {
    for (const lines of entries) foldEntry(states, readEntry(lines));
  }
  return states;
}

const history = sampleHistory(anchor);
const sample = await told(history);

/** Ids a row's references and map keys point at, with the table they are in. */
function pointers(table: TableName, row: Readonly<Record<string, unknown>>): { to: TableName; id: string }[] {
  const entity: Entity = entities[table];
  return Object.entries(entity.fields).flatMap(([name, field]) => {
    const { to } = field;
    const value = row[name];
    if (!to || value === null) return [];
    if (typeof value === "string") return [{ to, id: value }];
    return Object.keys(value as object).map((id) => ({ to, id }));
  });
}

describe("the sample", () => {
  it("passes the model in every value", () => {
    for (const table of tableNames) {
      for (const row of sample.rows(table)) {
        const names = Object.keys(entities[table].fields);
        const values = Object.fromEntries(
          Object.entries(row as unknown as Record<string, unknown>).filter(([name]) => names.includes(name)),
        );
        expect(faultOf(entities[table], values), row.id).toBeNull();
      }
    }
  });

  it("points only at what it tells", () => {
    for (const table of tableNames) {
      for (const row of sample.rows(table)) {
        for (const { to, id } of pointers(table, row as unknown as Record<string, unknown>)) {
          expect(sample.get(to, id), `${table}/${row.id} -> ${to}/${id}`).not.toBeNull();
        }
      }
    }
  });

  it("keeps a post's work in the post's scope", () => {
    for (const table of ["demarcheTasks", "engagements", "responses", "counterparts"] as const) {
      for (const { id, scope, postId } of sample.rows(table)) expect(scope, id).toBe(`post/${postId}`);
    }
    expect(history.flatMap(({ changes }) => changes).every(({ scope }) => isScope(scope))).toBe(true);
  });

  it("tells 25 posts, three weeks of engagements and the separate instruction to Beijing", () => {
    expect(sample.rows("posts")).toHaveLength(25);
    expect(sample.rows("engagements").length).toBeGreaterThanOrEqual(28);
    expect(sample.rows("followUps").length).toBeGreaterThanOrEqual(20);
    const beijing = sample.rows("directives").find(({ scope }) => scope === "post/post-beijing");
    expect(beijing).toBeDefined();
    const separate = sample.rows("demarcheTasks").find(({ mode }) => mode === "separateInstruction");
    expect(separate).toMatchObject({ postId: "post-beijing", separateDirectiveId: beijing?.id });
  });

  it("has one conflict waiting, and nothing but that", () => {
    const waiting = tableNames.flatMap((table) =>
      sample.rows(table).filter(({ conflicts }) => conflicts.length > 0),
    );
    expect(waiting).toHaveLength(1);
  });

  it("holds overdue, unreported, exempt and answered posts, and most kinds of response", () => {
    const directive = sample.rows("directives").find(({ id }) => id === "dir-models");
    if (!directive) throw new Error("The main directive is not told.");
    const tasks = sample.rows("demarcheTasks").filter(({ directiveId }) => directiveId === directive.id);
    expect(tasks.some(({ deliveredAt, addressed }) => deliveredAt === null && addressed === "action")).toBe(
      true,
    );
    expect(tasks.some(({ deliveredAt, reportedAt }) => deliveredAt !== null && reportedAt === null)).toBe(
      true,
    );
    expect(tasks.some(({ answeredAt }) => answeredAt !== null)).toBe(true);
    expect(tasks.some(({ exemptReason }) => exemptReason !== null)).toBe(true);
    expect(tasks.some(({ onHold, amendmentRequest }) => onHold || amendmentRequest !== "")).toBe(true);
    const categories = new Set(sample.rows("responses").map(({ category }) => category));
    expect(categories).toContain("noAskMade");
    expect(categories).toContain("rejected");
    expect(categories.size).toBeGreaterThanOrEqual(responseCategories.length - 4);
  });

  it("is the same every time, and moves as a whole with its Friday", () => {
    expect(sampleHistory(anchor)).toEqual(history);
    const later = sampleHistory("2026-11-06");
    expect(later.map(({ device, user }) => [device, user])).toEqual(
      history.map(({ device, user }) => [device, user]),
    );
    expect(later[0]?.at).not.toBe(history[0]?.at);
  });

  it("is past on the day it is opened", () => {
    expect(history.every(({ at }) => at < `${today}T00:00:00Z`)).toBe(true);
  });
});

describe("a generated workspace", () => {
  it("has the size asked for, passes the model and is the same for the same seed", async () => {
    const size = { posts: 12, engagements: 150, seed: 3, anchor };
    const made = await told(generateWorkspace(size));
    expect(made.rows("posts")).toHaveLength(12);
    expect(made.rows("engagements")).toHaveLength(150);
    expect([...generateWorkspace(size)]).toEqual([...generateWorkspace(size)]);
    for (const row of made.rows("engagements")) {
      for (const { to, id } of pointers("engagements", row as unknown as Record<string, unknown>)) {
        expect(made.get(to, id), `${row.id} -> ${to}/${id}`).not.toBeNull();
      }
    }
  });
});
