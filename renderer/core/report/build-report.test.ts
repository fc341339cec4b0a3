import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import english from "#locales/en.json";
import { type Block, type Paper, paper as paperSchema } from "./blocks.ts";
import { buildReport, reportMarking } from "./build-report.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { madeRow } from "../rules/made-row.ts";
import { madeCase } from "./made-case.ts";
import { sections } from "./sections/index.ts";
import type { ReportOptions, ReportSnapshot } from "./snapshot.ts";
import { templates } from "./templates/index.ts";
import type { Texts } from "./wording.ts";

const messages: Readonly<Record<string, string>> = english;
const intl = createIntl({
  locale: "en",
  messages,
  onError: (error) => {
    throw error;
  },
});
/** Throws on a key that has no text and on a placeholder that got no value. */
const texts: Texts = (key, values) => intl.formatMessage({ id: key }, values);

const allSections = sections.map(({ id }) => id);

function build(snapshot: ReportSnapshot, options: Partial<ReportOptions> = {}): Paper {
  return buildReport(snapshot, {
    sections: allSections,
    brief: false,
    kind: "report.template.status",
    texts,
    language: "en",
    direction: "ltr",
    asOf: "2026-11-24T22:00:00Z",
    capitalTimeZone: "America/New_York",
    capitalName: "Washington",
    silenceDays: 10,
    since: null,
    marking: "UNCLASSIFIED",
    officeName: "Desk for Technology Policy",
    ...options,
  });
}

function headings(paper: Paper): string[] {
  return paper.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
}

/** The blocks under a section's heading. */
function under(paper: Paper, title: string): Block[] {
  const start = paper.blocks.findIndex((block) => block.kind === "heading" && block.text.endsWith(title));
  const rest = start < 0 ? [] : paper.blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "heading" && block.level === 1);
  return end < 0 ? rest : rest.slice(0, end);
}

function tableUnder(paper: Paper, title: string, at = 0) {
  const tables = under(paper, title).filter((block) => block.kind === "table");
  const table = tables[at];
  if (!table) throw new Error(`no table under ${title}`);
  return { ...table, texts: table.rows.map((row) => row.map((cell) => cell.text)) };
}

describe("a status report on 56 posts and 15 that do not count", () => {
  const snapshot = madeCase(56, 15);
  const paper = build(snapshot);

  test("is a paper", () => {
    expect(() => paperSchema.parse(paper)).not.toThrow();
    expect(paper).toMatchObject({
      title: "Extraction and distillation of American artificial intelligence models",
      subtitle: "Status report, STATE 115833 of 6 Nov 2026",
      asOf: "Data as of Tue 24 Nov 2026, 17:00, Washington",
      pageLabel: "Page {page} of {pages}",
      marking: "UNCLASSIFIED",
    });
  });

  test("numbers its sections in the order asked for", () => {
    expect(headings(paper)).toEqual([
      "1. Summary",
      "2. Overdue",
      "3. Progress by region",
      "4. Post by post",
      "5. Points made",
      "6. Responses of hosts",
      "7. In their words",
      "8. Counter-arguments heard",
      "9. Positions moved",
      "10. Commitments",
      "11. Follow-ups",
      "12. Posts not heard from",
      "13. Posts not counted",
      "14. Posts’ own assessments",
      "15. References",
      "16. What this rests on",
    ]);
    expect(headings(build(snapshot, { sections: ["basis", "gone", "summary"] }))).toEqual([
      "1. What this rests on",
      "2. Summary",
    ]);
  });

  test("figures carry what they mean, and who is not counted", () => {
    const [figures] = under(paper, "Summary").filter((block) => block.kind === "figures");
    const [delivered, reported] = figures?.items ?? [];
    expect(delivered?.value).toBe("32 of 56");
    expect(delivered?.definition).toBe(
      "Posts that made every must-say point. 6 more delivered in part. 3 will not deliver, for stated reasons. 14 exempt posts and 1 post under a separate instruction are not counted.",
    );
    expect(reported?.value).toBe("29 of 56");
    expect(figures?.items.every((one) => one.definition.endsWith("."))).toBe(true);
  });

  test("the parts of the table by region add up to its last row", () => {
    const { rows } = tableUnder(paper, "Progress by region");
    const sums = rows
      .slice(0, -1)
      .reduce<number[]>(
        (sum, row) => row.slice(1).map((cell, at) => (sum[at] ?? 0) + (cell.number ?? 0)),
        [],
      );
    expect(sums).toEqual(
      rows
        .at(-1)
        ?.slice(1)
        .map((cell) => cell.number),
    );
    expect(rows.at(-1)?.[0]?.text).toBe("All");
    expect(sums[0]).toBe(56);
  });

  test("every counted post has its row, with its own day and the people by rank", () => {
    const table = tableUnder(paper, "Post by post");
    expect(table.rows).toHaveLength(56);
    expect(table.texts.find(([name]) => name === "Tokyo")).toEqual([
      "Tokyo",
      "Not delivered",
      "Host refused",
      "",
      "0 of 3",
      "",
      "",
    ]);
    expect(table.texts.find(([name]) => name === "Lima")).toEqual([
      "Lima",
      "Reported",
      "16 Nov 2026",
      "Economic Counselor to Deputy Foreign Minister",
      "3 of 3",
      "Non-committal",
      "",
    ]);
  });

  test("what may not leave the mission does not", () => {
    const text = JSON.stringify(paper);
    for (const word of ["FALLBACK", "BACKGROUND", "DO NOT RAISE"]) expect(text).not.toContain(word);
    expect(tableUnder(paper, "Points made").texts.map(([label]) => label)).toEqual(["A", "B", "C", "E"]);
  });

  test("a point revised after it was made counts as made, in an earlier wording", () => {
    const revised = madeRow(talkingPoints, "p3b", {
      directiveId: "d1",
      order: 3,
      label: "C",
      supersedesId: "p3",
    });
    const late = build({ ...snapshot, points: [...snapshot.points, revised] });
    const table = tableUnder(late, "Points made");
    expect(table.columns.map(({ heading }) => heading)).toContain("In an earlier wording");
    expect(table.texts.find(([label]) => label === "C")?.slice(3)).toEqual(["32", "32", "0", "0"]);
    expect(tableUnder(late, "Post by post").texts.find(([name]) => name === "Lima")?.[4]).toBe("3 of 3");
  });

  test("a post's own view stands only under its own heading", () => {
    const without = build(snapshot, { sections: allSections.filter((id) => id !== "comments") });
    expect(JSON.stringify(without)).not.toContain("The post doubts");
    expect(JSON.stringify(under(paper, "own assessments"))).toContain("The post doubts");
  });

  test("the status template leaves comments out", () => {
    expect(templates.find(({ id }) => id === "status")?.sections).not.toContain("comments");
  });

  test("overdue is grouped by kind, the latest first", () => {
    const table = tableUnder(paper, "Overdue");
    const kinds = table.texts.map(([, what]) => what);
    expect([...new Set(kinds)]).toEqual(["Delivery", "Report", "Answer of the host"]);
    expect(table.texts[0]?.slice(1)).toEqual(["Delivery", "20 Nov 2026", "5", "No step has been logged."]);
    for (const what of new Set(kinds)) {
      const days = table.rows.filter((row) => row[1]?.text === what).map((row) => row[3]?.number ?? 0);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    }
  });

  test("quotes name the speaker, the place, the day and whether the words are theirs", () => {
    const first = under(paper, "In their words")[0];
    expect(first).toMatchObject({ kind: "quote" });
    expect(first?.kind === "quote" ? first.source : "").toMatch(
      /^Official \d+, .+, .+, \d+ Nov 2026, (verbatim|as reported, not verbatim)$/,
    );
  });

  test("counter-arguments that differ in spelling are one, with the point that answered", () => {
    const table = tableUnder(paper, "Counter-arguments heard");
    expect(
      table.texts.filter(([text]) => text?.toLowerCase().startsWith("this is protectionism")),
    ).toHaveLength(1);
    expect(table.texts.some((row) => row.includes("Point E"))).toBe(true);
  });

  test("posts outside the figures have their reasons", () => {
    const table = tableUnder(paper, "Posts not counted");
    expect(table.rows).toHaveLength(15);
    expect(table.texts.filter(([, why]) => why === "Separate instruction")).toEqual([
      [expect.any(String), "Separate instruction", "Delivers under its own instruction.", ""],
    ]);
    expect(table.texts.find(([, why]) => why === "Exempt")?.[2]).toBe(
      "Relief asked and granted. The host has no ministry for the matter.",
    );
  });

  test("what the figures rest on is said, conflicts too", () => {
    const said = under(paper, "What this rests on").map((block) =>
      block.kind === "paragraph" ? block.runs[0]?.text : "",
    );
    expect(said[0]).toMatch(
      /^The figures rest on 38 engagements held at 38 posts, 10 Nov 2026 to 18 Nov 2026\.$/,
    );
    expect(said.at(-1)).toBe(
      "One record has two versions waiting for a decision; figures may change with it.",
    );
  });

  test("tables are whole: a cell for every column", () => {
    for (const block of paper.blocks) {
      if (block.kind !== "table") continue;
      expect(block.rows.map((row) => row.length)).toEqual(block.rows.map(() => block.columns.length));
    }
  });
});

describe("other cases", () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    "the %s template reads with no posts",
    (_, template) => {
      const paper = build(madeCase(0, 0), { ...template });
      expect(headings(paper).map((text) => text.replace(/^\d+\. /, ""))).toEqual(
        template.brief
          ? ["Where it stands"]
          : ["Summary", "Positions moved", "Follow-ups", "References", "What this rests on"],
      );
      expect(JSON.stringify(paper)).toContain("No post has been tasked yet.");
      expect(JSON.stringify(paper)).not.toMatch(/NaN|undefined|null of|0 of 0/);
    },
  );

  test("only exempt posts", () => {
    const text = JSON.stringify(build(madeCase(0, 3)));
    expect(text).toContain("2 exempt posts and 1 post under a separate instruction are not counted.");
    expect(text).not.toContain("0 of 0");
  });

  test("posts without engagements", () => {
    const snapshot = { ...madeCase(20, 0), engagements: [], responses: [], positions: [] };
    const paper = build(snapshot);
    const text = JSON.stringify(paper);
    expect(text).toContain("No engagement has been logged.");
    expect(text).toContain("No response is recorded yet.");
    expect(text).toMatch(/posts note a delivery without a logged meeting/);
  });

  test("270 posts are all there", () => {
    const paper = build(madeCase(270, 0));
    expect(tableUnder(paper, "Post by post").rows).toHaveLength(270);
  });

  test("the one-pager is short, whatever the number of posts", () => {
    const onePager = templates.find(({ id }) => id === "onePager");
    for (const posts of [56, 270]) {
      const paper = build(madeCase(posts, 15), { ...onePager, kind: "report.template.onePager" });
      const rows = paper.blocks.reduce(
        (sum, block) => sum + (block.kind === "table" ? block.rows.length : 0),
        0,
      );
      expect(rows).toBe(0);
      expect(headings(paper)).toEqual([
        "Where it stands",
        "How hosts answered",
        "What is late and what comes next",
      ]);
      expect(paper.subtitle).toBe("Summary for the minister, STATE 115833 of 6 Nov 2026");
    }
  });

  test("another directive's rows, deleted ones and unknown posts do not get in", () => {
    const snapshot = madeCase(3, 0);
    const [first, second, third] = snapshot.tasks;
    if (!first || !second || !third) throw new Error("three tasks");
    const paper = build({
      ...snapshot,
      tasks: [
        { ...first, directiveId: "d2" },
        { ...second, deleted: true },
        { ...third, postId: "nowhere" },
      ],
    });
    expect(tableUnder(paper, "Post by post").texts.map(([name]) => name)).toEqual(["Unnamed post"]);
  });

  test("a language that is none falls back, Arabic and French are formatted as such", () => {
    expect(build(madeCase(2, 0), { language: "not a language" }).asOf).toContain("24 Nov 2026");
    expect(build(madeCase(2, 0), { language: "fr" }).asOf).toMatch(/mar\. 24 nov\. 2026/);
    expect(build(madeCase(2, 0), { language: "ar", direction: "rtl" }).direction).toBe("rtl");
  });

  test("shifts are measured from the day asked for", () => {
    const late = build(madeCase(14, 0), { since: "2026-11-20" });
    expect(JSON.stringify(under(late, "Positions moved"))).toContain(
      "No recorded position has moved since 20 Nov 2026",
    );
  });

  test("the marking of the whole is the highest of what may be in it", () => {
    const snapshot = madeCase(3, 0);
    const mark = (id: string, portion: "SBU" | "S") =>
      reportMarking({
        ...snapshot,
        points: snapshot.points.map((point) => (point.id === id ? { ...point, portion } : point)),
      });
    expect(reportMarking(snapshot)).toBe("U");
    expect(mark("p1", "SBU")).toBe("SBU");
    expect(mark("p4", "S")).toBe("U");
  });
});

test("every text of a report is used, and every key that is used has a text", () => {
  const asked = new Set<string>();
  const noting: Texts = (key, values) => {
    asked.add(key);
    return texts(key, values);
  };
  const cases: Partial<ReportOptions>[] = [
    {},
    { brief: true },
    { since: "2026-11-20" },
    { kind: "report.template.onePager" },
  ];
  const plain = madeCase(56, 15);
  const open = {
    ...plain,
    directive: {
      ...plain.directive,
      subject: "",
      deliverBy: null,
      reportBy: { kind: "instant" as const, value: "2026-11-23T22:00:00Z", timeZone: null, text: "" },
      issueId: null,
    },
    posts: plain.posts.map((post, at) => (at === 3 ? { ...post, name: "", region: "" } : post)),
    tasks: plain.tasks.map((task, at) =>
      at === 10
        ? { ...task, taskedAt: null }
        : at === 20
          ? { ...task, mode: "ifRaised" as const }
          : at === 30
            ? { ...task, onHold: true }
            : at === 40
              ? { ...task, addressed: "info" as const }
              : task,
    ),
    points: [...plain.points, madeRow(talkingPoints, "p1b", { directiveId: "d1", supersedesId: "p1" })],
    followUps: plain.followUps.map((row) => ({ ...row, dueOn: null })),
    engagements: plain.engagements.filter(({ id }) => id !== "e5"),
    responses: plain.responses.map((row, at) => ({
      ...row,
      undertakings:
        at === 0
          ? { u: { text: "Will write", owner: "The ministry", dueOn: null, doneOn: "2026-11-20" } }
          : {},
    })),
  };
  const quiet = {
    ...madeCase(12, 0),
    tasks: madeCase(12, 0).tasks.map((task) => ({
      ...task,
      acknowledgedAt: task.taskedAt,
      deliverBy: "2026-12-20",
      reportBy: "2026-12-20",
    })),
    followUps: [],
    engagements: [],
    responses: [],
  };
  const unanswered = {
    ...quiet,
    directive: { ...quiet.directive, ask: "Restrict it" },
    engagements: madeCase(12, 0).engagements.map((row) => ({ ...row, counterArguments: [] })),
  };
  for (const snapshot of [plain, open, quiet, unanswered, madeCase(0, 0), { ...plain, positions: [] }]) {
    for (const options of cases) buildReport(snapshot, { ...optionsOf(), ...options, texts: noting });
  }
  const unused = Object.keys(english)
    .filter((key) => key.startsWith("report."))
    .filter((key) => !asked.has(key) && !/^report\.template\..+\.hint$/.test(key));
  expect(unused).toEqual([]);
});

function optionsOf(): ReportOptions {
  return {
    sections: allSections,
    brief: false,
    kind: "report.template.status",
    texts,
    language: "en",
    direction: "ltr",
    asOf: "2026-11-24T22:00:00Z",
    capitalTimeZone: "America/New_York",
    capitalName: "Washington",
    silenceDays: 10,
    since: null,
    marking: "UNCLASSIFIED",
    officeName: "Desk for Technology Policy",
  };
}
