// The sample told in full: every value passes the model, every reference leads somewhere, every state of interest is there.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Entity, faultOf } from "../model/entity.ts";
import { responseCategories } from "../model/enums.ts";
import { entities } from "../model/index.ts";
import { isScope } from "../model/scope.ts";
import { type TableName, tableNames } from "../model/tables.ts";
import { calendarOf, lastTold } from "./calendar.ts";
import { type FoldedRows, foldWrites } from "./folded.ts";
import { generateWorkspace } from "./generate.ts";
import { sampleHistory } from "./history.ts";

const anchor = "2026-10-30";
const hash = (text: string) => Promise.resolve(createHash("sha256").update(text).digest("hex"));

const history = sampleHistory(anchor);
const sample = await foldWrites(history, hash);

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

/** References and map keys that lead nowhere. */
function astray(rows: FoldedRows, tables: readonly TableName[]): string[] {
  return tables.flatMap((table) =>
    rows.rows(table).flatMap((row) =>
      pointers(table, { ...row })
        .filter(({ to, id }) => rows.get(to, id) === null)
        .map(({ to, id }) => `${table}/${row.id} -> ${to}/${id}`),
    ),
  );
}

const changes = history.flatMap((write) => write.changes);
const pastNames = [
  "sentAt",
  "taskedAt",
  "acknowledgedAt",
  "appointmentRequestedAt",
  "deliveredAt",
  "reportedAt",
  "answeredAt",
  "closedAt",
  "receivedAt",
  "loggedAt",
];

/** Every day of a telling, counted from its Friday. */
function daysOf(from: string): number[] {
  return [...JSON.stringify(sampleHistory(from)).matchAll(/"(\d{4}-\d{2}-\d{2})(?:T[\d:]+Z)?"/g)]
    .map(([, day = ""]) => Temporal.PlainDate.from(from).until(day).total("days"))
    .toSorted((a, b) => a - b);
}

describe("the sample", () => {
  it("passes the model in every value", () => {
    const faults = tableNames.flatMap((table) => {
      const names = Object.keys(entities[table].fields);
      return sample.rows(table).map((row) => {
        const values = Object.entries(row).filter(([name]) => names.includes(name));
        return faultOf(entities[table], Object.fromEntries(values));
      });
    });
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it("writes map fields key by key, each value as the model has it", () => {
    const faults = changes.flatMap(({ table, id, values }) =>
      Object.entries(values).flatMap(([path, value]) => {
        const entity: Entity = entities[table];
        const slash = path.indexOf("/");
        const [field, key] = slash < 0 ? [path] : [path.slice(0, slash), path.slice(slash + 1)];
        const isMap = entity.fields[field]?.kind === "map";
        if (isMap !== (key !== undefined)) return [`${id} ${path}: not addressed as its kind asks`];
        return faultOf(entity, { [field]: key === undefined ? value : { [key]: value } }) ?? [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("points only at what it tells", () => {
    expect(astray(sample, tableNames)).toEqual([]);
  });

  it("keeps a post's work in the post's scope, and a row in one scope for life", () => {
    const tables = ["demarcheTasks", "engagements", "responses", "counterparts", "positions"] as const;
    const strays = tables.flatMap((table) =>
      sample.rows(table).filter(({ scope, postId }) => scope !== `post/${postId}`),
    );
    expect(strays).toEqual([]);
    const pairs = new Set(changes.map(({ table, id, scope }) => `${table}/${id} in ${scope}`));
    expect(pairs.size).toBe(new Set(changes.map(({ table, id }) => `${table}/${id}`)).size);
    expect(changes.every(({ scope }) => isScope(scope))).toBe(true);
    const foreign = history.filter(
      ({ device, changes: made }) =>
        device !== "capital" && made.some(({ scope }) => scope !== `post/${device}`),
    );
    expect(foreign).toEqual([]);
  });

  it("tells 25 posts, three weeks of engagements and the separate instruction to Beijing", () => {
    expect(sample.rows("posts")).toHaveLength(25);
    expect(sample.rows("engagements")).toHaveLength(34);
    expect(sample.rows("followUps").length).toBeGreaterThanOrEqual(35);
    const beijing = sample.rows("directives").find(({ scope }) => scope === "post/post-beijing");
    expect(beijing).toBeDefined();
    const separate = sample.rows("demarcheTasks").find(({ mode }) => mode === "separateInstruction");
    expect(separate).toMatchObject({ postId: "post-beijing", separateDirectiveId: beijing?.id });
  });

  it("has one record with two fields waiting, and nothing but that", () => {
    const waiting = tableNames.flatMap((table) =>
      sample.rows(table).filter(({ conflicts }) => conflicts.length > 0),
    );
    expect(waiting.map(({ id, conflicts }) => [id, conflicts])).toEqual([
      ["fu-paris-answer", ["dueOn", "outcome"]],
    ]);
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
    expect([...categories].toSorted()).toEqual([...responseCategories].toSorted());
  });

  it("is the same every time, and every day and instant moves with its Friday", () => {
    expect(sampleHistory(anchor)).toEqual(history);
    // Summer time may move an instant over midnight, never further.
    const [here, there] = [daysOf(anchor), daysOf("2027-04-02")];
    expect(there).toHaveLength(here.length);
    expect(Math.max(...here.map((day, at) => Math.abs(day - (there[at] ?? Infinity))))).toBeLessThanOrEqual(
      1,
    );
  });

  it("tells nothing before it has happened", () => {
    const early = history.flatMap((write) =>
      write.changes.flatMap(({ id, values }) => {
        const held = values["state"] === "held" ? [values["at"]] : [];
        const instants = [...pastNames.map((name) => values[name]), ...held];
        return instants
          .filter((value) => typeof value === "string" && Temporal.Instant.compare(value, write.at) > 0)
          .map((value) => `${id}: ${String(value)} told ${write.at}`);
      }),
    );
    expect(early).toEqual([]);
  });

  it("is past on the day it is opened", () => {
    const opened = calendarOf(anchor).at(lastTold + 2, "00:00", "Pacific/Kiritimati");
    expect(history.filter(({ at }) => Temporal.Instant.compare(at, opened) >= 0)).toEqual([]);
  });
});

describe("a generated workspace", () => {
  it("has the size asked for, passes the model and is the same for the same seed", async () => {
    const size = { posts: 12, engagements: 150, seed: 3, anchor };
    const made = await foldWrites(generateWorkspace(size), hash);
    expect(made.rows("posts")).toHaveLength(12);
    expect(made.rows("engagements")).toHaveLength(150);
    expect([...generateWorkspace(size)]).toEqual([...generateWorkspace(size)]);
    expect(astray(made, tableNames)).toEqual([]);
  });
});
