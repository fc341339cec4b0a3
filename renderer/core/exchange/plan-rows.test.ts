// What a plan says of each row, and the laws every plan keeps.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counterparts as counterpartsEntity } from "../model/counterpart.ts";
import { demarcheTasks as tasksEntity } from "../model/demarche-task.ts";
import { directives as directivesEntity } from "../model/directive.ts";
import { engagements as engagementsEntity } from "../model/engagement.ts";
import type { Entity, RowBase } from "../model/entity.ts";
import { followUps as followUpsEntity } from "../model/follow-up.ts";
import { entities } from "../model/index.ts";
import { issues as issuesEntity } from "../model/issue.ts";
import { organizations as organizationsEntity } from "../model/organization.ts";
import { positions as positionsEntity } from "../model/position.ts";
import { posts as postsEntity } from "../model/post.ts";
import { madeRow } from "../rules/made-row.ts";
import type { Change } from "../log/change.ts";
import { guessMapping } from "./column.ts";
import { changesOf as changesIn, choiceFor, chosen, countsOf, type PlanRow, planOf, wishes } from "./plan.ts";
import { planRows, type PlannedRows } from "./plan-rows.ts";
import type { ReadRules } from "./read-cell.ts";
import { allColumns, canPlan, type Known, type TargetName } from "./target.ts";
import { targets } from "./targets/index.ts";

const asFound: ReadRules = {
  dayOrder: null,
  words: new Map(),
  timeZone: "UTC",
  shown: (_, member) => member,
};

interface Asked {
  readonly known?: Known;
  readonly rules?: Partial<ReadRules>;
  readonly postId?: string | null;
  readonly directiveId?: string | null;
}

let nextId = 0;

function planned(name: TargetName, lines: readonly (readonly string[])[], asked: Asked = {}): PlannedRows {
  const target = targets[name];
  const [headings = [], ...cells] = lines;
  const planning = planRows({
    target,
    file: { headings, rows: cells.map((row, at) => ({ line: at + 2, cells: row })), rejects: [] },
    mapping: guessMapping(allColumns(target), headings),
    rules: { ...asFound, ...asked.rules },
    defaults: {
      postId: asked.postId ?? null,
      directiveId: asked.directiveId ?? null,
      timeZone: "UTC",
      now: "2027-01-01T00:00:00Z",
    },
    known: asked.known ?? {},
    newId: () => `id-${(nextId += 1)}`,
  });
  return toItsEnd(planning);
}

function changesOf(...plan: Parameters<typeof changesIn>): readonly Change[] {
  return toItsEnd(changesIn(...plan));
}

function toItsEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const fatesIn = (plan: PlannedRows) => plan.rows.map(({ fate }) => fate);
const goingValues = ({ ways, way }: PlanRow) => (way === null ? {} : (ways[way]?.values ?? {}));

/** The record after a plan: changes laid over the rows there were. */
function applied(known: Known, changes: readonly Change[]): Known {
  const tables: Record<string, Map<string, unknown>> = {};
  for (const [table, rows] of Object.entries(known)) {
    tables[table] = new Map((rows as readonly RowBase[]).map((row) => [row.id, row]));
  }
  for (const { table, id, scope, values } of changes) {
    const rows = (tables[table] ??= new Map());
    const row = {
      ...((rows.get(id) as object | undefined) ?? { ...madeRow(entities[table] as Entity, id), scope }),
    };
    for (const [path, value] of Object.entries(values)) {
      const [field = "", key] = path.split("/");
      const held = (row as Record<string, unknown>)[field] as object | undefined;
      Object.assign(row, { [field]: key === undefined ? value : { ...held, [key]: value } });
    }
    rows.set(id, row);
  }
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...rows.values()]]));
}

const rome = { ...madeRow(postsEntity, "rome", { name: "Rome", city: "Rome", country: "Italy" }) };
const bern = { ...madeRow(postsEntity, "bern", { name: "Bern", city: "Bern", country: "Switzerland" }) };
const posts = [rome, bern];
const ministry = madeRow(organizationsEntity, "mfa", {
  name: "Ministry of Foreign Affairs",
  country: "Italy",
});
const rossi = {
  ...madeRow(counterpartsEntity, "rossi", {
    name: "Maria Rossi",
    postId: "rome",
    country: "Italy",
    offices: {
      o1: { title: "Director", organizationId: "mfa", level: "director", fromOn: null, toOn: null },
    },
  }),
  scope: "post/rome" as const,
};
const known: Known = { posts, organizations: [ministry], counterparts: [rossi] };

describe("posts", () => {
  const headings = ["locale_id", "city", "territory", "post_type", "valid_until", "latitude"];
  const tokyo = ["tokyo", "Tokyo", "Japan", "embassy", "", "35.6"];

  it("creates what is new, with the region and the telegraphic name that follow from the row", () => {
    const { rows } = planned("posts", [
      headings,
      ["sao-paulo", "São Paulo", "Brazil", "consulate-general", "", "-23.5"],
    ]);
    expect(rows[0]).toMatchObject({ fate: "create", line: 2, title: "São Paulo" });
    expect(rows[0] && goingValues(rows[0])).toMatchObject({
      type: "consulateGeneral",
      region: "WHA",
      addressNames: ["SAO PAULO"],
      latitude: -23.5,
    });
  });

  it("reads the city from the key where the list leaves it blank", () => {
    expect(planned("posts", [headings, ["la-paz", "", "Bolivia", "embassy", "", ""]]).rows[0]?.title).toBe(
      "La Paz",
    );
  });

  it("leaves out a row that says the same again, and asks where it says something else", () => {
    const { rows } = planned("posts", [
      headings,
      tokyo,
      tokyo,
      ["tokyo", "Tokyo", "Japan", "consulate", "", ""],
    ]);
    expect(rows[1]).toMatchObject({ fate: "skip", reasons: [{ code: "repeatsLine", facts: { line: 2 } }] });
    expect(rows[2]).toMatchObject({ fate: "conflict", way: null, reasons: [{ code: "otherThanLine" }] });
  });

  it("updates field by field and leaves alone what a blank cell does not say", () => {
    const first = planned("posts", [headings, tokyo]);
    const after = applied({}, changesOf(first, "posts"));
    const { rows } = planned("posts", [headings, ["tokyo", "", "Japan", "consulate", "", "35.6"]], {
      known: after,
    });
    expect(rows[0]).toMatchObject({
      fate: "update",
      ways: [{ values: { type: "consulate" }, before: { type: "embassy" } }],
    });
  });

  it.each([
    [["x", "X", "Japan", "castle", "", ""], "notInList", "post_type"],
    [["x", "X", "Japan", "embassy", "soon", ""], "notADay", "valid_until"],
    [["x", "X", "Japan", "embassy", "2015-02-30", ""], "notADay", "valid_until"],
    [["x", "X", "Japan", "embassy", "03/04/2015", ""], "notADay", "valid_until"],
    [["x", "X", "Japan", "embassy", "", "135"], "notANumber", "latitude"],
    [["", "", "Japan", "embassy", "", ""], "noName", null],
  ])("rejects %j with its reason and column", (cells, code, column) => {
    const { rows } = planned("posts", [headings, cells]);
    expect(rows[0]).toMatchObject({ fate: "reject", line: 2, reasons: [{ code, column }] });
  });

  it("reads a day in the order a person said, and a word they explained", () => {
    const words = new Map([["type", new Map([["castle", "embassy"]])]]);
    const rules = { dayOrder: "dmy", words } as const;
    const { rows } = planned("posts", [headings, ["x", "X", "Japan", "Castle", "03/04/2015", ""]], { rules });
    expect(rows[0] && goingValues(rows[0])).toMatchObject({ type: "embassy", closedOn: "2015-04-03" });
  });
});

describe("counterparts", () => {
  const headings = ["Name", "Position", "Ministry", "Post"];

  it("brings a new person with the office and the body it belongs to, made once", () => {
    const plan = planned(
      "counterparts",
      [
        headings,
        ["Anna Bianchi", "Desk officer", "Treasury", "Rome"],
        ["Luca Verdi", "Head", "Treasury", "Rome"],
      ],
      { known },
    );
    expect(fatesIn(plan)).toEqual(["create", "create"]);
    const changes = changesOf(plan, "counterparts");
    expect(changes.map(({ table, scope }) => `${table} ${scope}`)).toEqual([
      "organizations post/rome",
      "counterparts post/rome",
      "counterparts post/rome",
    ]);
    expect(Object.keys(changes[1]?.values ?? {}).some((path) => path.startsWith("offices/"))).toBe(true);
  });

  it("makes no body for a row that is left out", () => {
    const plan = planned("counterparts", [headings, ["Anna Bianchi", "Head", "Treasury", "Rome"]], { known });
    const rows = plan.rows.map((row) => chosen(row, { kind: "skip" }));
    expect(changesOf({ ...plan, rows }, "counterparts")).toEqual([]);
  });

  it("shows one that may be known for a person to decide, whatever the order and the titles of the name", () => {
    const { rows } = planned(
      "counterparts",
      [headings, ["Dr. ROSSI, Maria", "Minister", "Treasury", "Rome"]],
      { known },
    );
    expect(rows[0]).toMatchObject({
      fate: "duplicate",
      way: 2,
      reasons: [{ code: "looksLike", facts: { name: "Maria Rossi" } }],
    });
    expect(rows[0]?.ways.map(({ kind, id }) => [kind, id === "rossi"])).toEqual([
      ["create", false],
      ["update", true],
      ["later", false],
    ]);
    expect(rows[0]?.ways[2]?.values).toMatchObject({ name: "Dr. ROSSI, Maria", "maybeSameAs/rossi": true });
    expect(countsOf(rows)).toMatchObject({ rowsIn: 1, created: 1, skipped: 0 });
    const leftOut = rows.map((row) => chosen(row, { kind: "skip" }));
    expect(countsOf(leftOut)).toMatchObject({ created: 0, skipped: 1 });
  });

  it("never guesses one of several", () => {
    const twin = { ...rossi, id: "rossi-2" };
    const two: Known = { ...known, counterparts: [rossi, twin] };
    const { rows } = planned("counterparts", [headings, ["Maria Rossi", "Director", "", "Rome"]], {
      known: two,
    });
    expect(rows[0]).toMatchObject({
      fate: "duplicate",
      reasons: [{ code: "looksLikeSeveral", facts: { count: 2 } }],
    });
    expect(rows[0] && choiceFor(rows[0], "update")).toBeNull();
  });

  it("has nothing to do where the one candidate says all of it already", () => {
    const row = ["Maria Rossi", "Director", "Ministry of Foreign Affairs", "Rome"];
    expect(fatesIn(planned("counterparts", [headings, row], { known }))).toEqual(["unchanged"]);
  });

  it("updates by the id the app wrote, also where the row says little else", () => {
    const { rows } = planned(
      "counterparts",
      [
        ["Chancery id", "Languages"],
        ["rossi", "Italian; French"],
      ],
      { known },
    );
    expect(rows[0]).toMatchObject({
      fate: "update",
      title: "Maria Rossi",
      ways: [{ id: "rossi", values: { languages: ["Italian", "French"] } }],
    });
  });

  it.each([
    [
      ["Chancery id", "Chancery version", "Name"],
      ["rossi", "2026-01-01T00:00:00Z", "Maria Bruni"],
      "changedHere",
    ],
    [["Chancery id", "Name", "Post"], ["gone", "Maria Bruni", "Rome"], "unknownId"],
    [["Chancery id", "Name", "Post"], ["rossi", "Maria Bruni", "Bern"], "otherPost"],
  ])("asks before it writes over what is not as the list knew it: %j", (heads, cells, code) => {
    const { rows } = planned("counterparts", [heads, cells], { known });
    expect(rows[0]).toMatchObject({ fate: "conflict", way: null, reasons: [{ code }] });
  });

  it.each([
    [["Anna", "", "", "Atlantis"], "unknownPost"],
    [["Anna", "", "", ""], "noPost"],
    [["", "Head", "", "Rome"], "noPersonName"],
  ])("rejects %j", (cells, code) => {
    expect(planned("counterparts", [headings, cells], { known }).rows[0]).toMatchObject({
      fate: "reject",
      reasons: [{ code }],
    });
  });

  it("takes the post chosen for all, or the only embassy in the country", () => {
    const named = planned("counterparts", [["Name"], ["Anna"]], { known, postId: "bern" });
    const byCountry = planned(
      "counterparts",
      [
        ["Name", "Country"],
        ["Anna", "italy"],
      ],
      { known },
    );
    expect([named, byCountry].map(({ rows }) => rows[0]?.ways[0]?.scope)).toEqual(["post/bern", "post/rome"]);
  });
});

describe("engagements, follow-ups and tasks", () => {
  const directive = madeRow(directivesEntity, "d1", { mrn: "STATE 100", subject: "Models" });
  const all: Known = { ...known, directives: [directive], engagements: [], followUps: [], demarcheTasks: [] };

  it("puts a meeting at the post's hour, with the people the post knows", () => {
    const { rows } = planned(
      "engagements",
      [
        ["Post", "Date", "Time", "Subject", "With", "Directive"],
        ["Rome", "2026-11-20", "9:30", "Models", "Maria Rossi; A. Stranger", "state 100"],
      ],
      { known: all },
    );
    const values = rows[0] ? goingValues(rows[0]) : {};
    expect(values).toMatchObject({
      at: "2026-11-20T09:30:00Z",
      directiveId: "d1",
      "theirs/rossi": { name: "Maria Rossi" },
    });
    expect(Object.values(values)).toContainEqual({ name: "A. Stranger", title: "" });
  });

  it("asks where two people bear the name", () => {
    const two: Known = { ...all, counterparts: [rossi, { ...rossi, id: "rossi-2" }] };
    const lines = [
      ["Post", "Date", "With"],
      ["Rome", "2026-11-20", "Maria Rossi"],
    ];
    expect(planned("engagements", lines, { known: two }).rows[0]).toMatchObject({
      fate: "conflict",
      reasons: [{ code: "severalPeople" }],
    });
  });

  it("knows a task again by its directive and post", () => {
    const lines = [
      ["Post", "Owner", "Deliver by"],
      ["Rome", "A. Officer", "2026-12-01"],
    ];
    const first = planned("demarcheTasks", lines, { known: all, directiveId: "d1" });
    const after = applied(all, changesOf(first, "demarcheTasks"));
    expect(fatesIn(first)).toEqual(["create"]);
    expect(fatesIn(planned("demarcheTasks", lines, { known: after, directiveId: "d1" }))).toEqual([
      "unchanged",
    ]);
    expect(planned("demarcheTasks", lines, { known: all }).rows[0]?.reasons[0]?.code).toBe("noDirective");
  });

  it("keeps the desk's own follow-ups with the desk", () => {
    const { rows } = planned(
      "followUps",
      [
        ["What", "Due", "Post"],
        ["Call back", "2026-12-01", ""],
        ["Write", "", "Bern"],
      ],
      {
        known: all,
      },
    );
    expect(rows.map(({ ways }) => ways[0]?.scope)).toEqual(["hq", "post/bern"]);
  });
});

const headingsOf = (target: TargetName) =>
  targets[target].columns.slice(0, 6).map(({ headings }) => headings[0] ?? "");

const can = (target: TargetName, headings: readonly string[]) =>
  canPlan(targets[target], guessMapping(allColumns(targets[target]), headings));

describe("stands on issues", () => {
  const grain = madeRow(issuesEntity, "grain", { name: "Grain" });
  const held = { issueId: "grain", postId: "rome", counterpartId: "rossi", on: "2026-11-20" };
  const stand = {
    ...madeRow(positionsEntity, "s1", { ...held, stance: "neutral" }),
    scope: "post/rome" as const,
  };
  const all: Known = { ...known, issues: [grain], positions: [stand] };
  const heads = ["Issue", "Stance", "As of", "Post", "Official", "Verbatim"];

  it("are known again by issue, official, day and basis; an issue nobody has named yet comes with them", () => {
    const { rows, made } = planned(
      "positions",
      [
        heads,
        ["GRAIN", "leaning against", "2026-11-20", "Rome", "Rossi Maria", "yes"],
        ["Grain", "Supportive", "2026-11-21", "Rome", "Maria Rossi", ""],
        ["Fish", "Opposed", "2026-11-21", "Rome", "", ""],
        ["fish", "Opposed", "2026-11-22", "Rome", "", ""],
      ],
      { known: all },
    );
    expect(rows.map(({ fate }) => fate)).toEqual(["update", "create", "create", "create"]);
    expect(rows[0] && goingValues(rows[0])).toEqual({ stance: "leaningOpposed", verbatim: true });
    expect(rows[1] && goingValues(rows[1])).toMatchObject({ postId: "rome", counterpartId: "rossi" });
    expect(Object.values(made)).toMatchObject([{ table: "issues", scope: "all", values: { name: "Fish" } }]);
    expect(changesOf({ rows: rows.slice(2), made }, "positions").map(({ table }) => table)).toEqual([
      "issues",
      "positions",
      "positions",
    ]);
  });

  it.each([
    [["", "Opposed", "2026-11-20", "Rome", "", ""], "noIssue"],
    [["Grain", "", "2026-11-20", "Rome", "", ""], "noStance"],
    [["Grain", "Opposed", "", "Rome", "", ""], "noDay"],
    [["Grain", "Opposed", "2026-11-20", "Rome", "A. Stranger", ""], "unknownOfficial"],
    [["Grain", "very much", "2026-11-20", "Rome", "", ""], "notInList"],
  ])("refuses %j", (cells, code) => {
    const [row] = planned("positions", [heads, cells], { known: all }).rows;
    expect(row?.fate).toBe("reject");
    expect(row?.reasons.map((one) => one.code)).toEqual([code]);
  });
});

describe("laws", () => {
  const word = fc.constantFrom(
    "",
    "Rome",
    "Bern",
    "Atlantis",
    "Maria Rossi",
    "Rossi Maria",
    "x",
    "2026-11-20",
    "2026-13-40",
    "'=1+1",
  );
  const name = fc.constantFrom<TargetName>(
    "posts",
    "counterparts",
    "engagements",
    "followUps",
    "demarcheTasks",
    "positions",
  );
  const lines = fc.array(fc.array(word, { minLength: 6, maxLength: 6 }), { maxLength: 12 });
  const everything: Known = {
    ...known,
    engagements: [madeRow(engagementsEntity, "e1", { subject: "x", postId: "rome" })],
    followUps: [madeRow(followUpsEntity, "f1", { what: "x", postId: "rome" })],
    demarcheTasks: [madeRow(tasksEntity, "t1", { postId: "rome", directiveId: "d1" })],
    directives: [madeRow(directivesEntity, "d1", { mrn: "x" })],
    issues: [madeRow(issuesEntity, "i1", { name: "x" })],
    positions: [madeRow(positionsEntity, "s1", { issueId: "i1", postId: "rome", on: "2026-11-20" })],
  };
  const asked = { known: everything, directiveId: "d1", postId: "rome" };

  it("every row of the file is counted once, whatever is chosen; only chosen ways are written", async () => {
    await fc.assert(
      fc.asyncProperty(name, lines, fc.constantFrom(...wishes), async (target, cells, wish) => {
        const plan = planned(target, [headingsOf(target), ...cells], asked);
        const rows = plan.rows.map((row) => chosen(row, choiceFor(row, wish) ?? undefined));
        const frozen = await planOf(
          { target, source: { name: "f", sha256: "" }, rows, made: plan.made },
          async (value) => JSON.stringify(value),
        );
        const { rowsIn, created, updated, unchanged, skipped, rejected } = frozen.counts;
        expect(rowsIn).toBe(cells.length);
        expect(created + updated + unchanged + skipped + rejected).toBe(rowsIn);
        expect(frozen.counts).toEqual(countsOf(rows));
        const written = new Set(
          changesOf(frozen, targets[target].table)
            .filter(({ table }) => table === targets[target].table)
            .map(({ id }) => id),
        );
        const going = rows.filter(({ fate }) => fate === "create" || fate === "update");
        expect(written).toEqual(new Set(going.map(({ ways, way }) => ways[way ?? -1]?.id)));
        expect(Object.isFrozen(frozen.rows[0] ?? frozen)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("what was applied is found unchanged, repeated or undecided when the same file is read again: nothing is made twice", () => {
    fc.assert(
      fc.property(name, lines, (target, cells) => {
        const file = [headingsOf(target), ...cells];
        const first = planned(target, file, asked);
        const after = applied(everything, changesOf(first, targets[target].table));
        expect(fatesIn(planned(target, file, { ...asked, known: after }))).not.toContain("create");
      }),
      { numRuns: 200 },
    );
  });

  it("needs columns that tell rows apart", () => {
    expect(can("posts", ["latitude", "region"])).toBe(false);
    expect(can("posts", ["Post name"])).toBe(true);
    expect(can("engagements", ["Date"])).toBe(false);
    expect(can("engagements", ["Date", "With"])).toBe(true);
    expect(can("engagements", ["Chancery id"])).toBe(true);
  });
});
