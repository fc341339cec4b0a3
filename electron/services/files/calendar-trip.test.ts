// Meetings, follow-ups and dates saved as a calendar and read in again: nothing changes, and nothing is added.
import { describe, expect, test } from "vitest";
import { calendarOf, dueEntry, followUpEntry, meetingEntry } from "#core/exchange/calendar-out.ts";
import { guessMapping } from "#core/exchange/column.ts";
import type { PlanRow } from "#core/exchange/plan.ts";
import { planRows } from "#core/exchange/plan-rows.ts";
import { allColumns, type Known } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { readAsFound } from "#core/host/open-files.ts";
import { counterparts } from "#core/model/counterpart.ts";
import { demarcheTasks } from "#core/model/demarche-task.ts";
import { engagements } from "#core/model/engagement.ts";
import { followUps } from "#core/model/follow-up.ts";
import { posts } from "#core/model/post.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { readContent } from "./read/index.ts";
import { listedTable } from "./read/made-reading.ts";

const changedAt = "2026-11-20T08:00:00.500Z";
const tokyo = madeRow(posts, "tokyo", {
  name: "Tokyo",
  country: "Japan",
  timeZone: "Asia/Tokyo",
  staff: { s1: { name: "Ann Lee", role: "", rotatesOn: null } },
});
const sato = {
  ...madeRow(counterparts, "sato", { name: "Sato Ken", postId: "tokyo", emails: ["Sato@example.jp"] }),
  scope: "post/tokyo",
} as const;

function planned(text: string, target: "engagements" | "followUps", known: Known): readonly PlanRow[] {
  const table = listedTable(readContent({ kind: "table", bytes: Buffer.from(text), ...readAsFound }));
  const planning = planRows({
    target: targets[target],
    file: table,
    mapping: guessMapping(allColumns(targets[target]), table.headings),
    rules: { dayOrder: null, words: new Map(), timeZone: "America/New_York", shown: (_, member) => member },
    defaults: {
      postId: "tokyo",
      directiveId: null,
      timeZone: "America/New_York",
      now: "2026-11-24T12:00:00Z",
    },
    known: { posts: [tokyo], counterparts: [sato], ...known },
    newId: () => crypto.randomUUID(),
  });
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value.rows;
  }
}

describe("a round trip", () => {
  const meeting = {
    ...madeRow(engagements, "0192f0c1-2345-7abc-8def-0123456789ab", {
      subject: "Talks; with, signs\nand lines",
      postId: "tokyo",
      at: "2026-11-26T15:30:00Z",
      timeZone: "Asia/Tokyo",
      place: "Ministry",
      state: "planned",
    }),
    scope: "post/tokyo",
    changedAt,
  } as const;
  const unnamed = {
    ...meeting,
    id: "0192f0c1-2345-7abc-8def-0123456789ac",
    subject: "",
    theirs: { sato: { name: "Sato Ken", title: "" } },
    state: "notHeld" as const,
  };
  const dated = { ...meeting, id: "e3", externalId: "weekly@example.org#20261126T153000Z" };
  const known = [meeting, unnamed, dated];

  test("of meetings changes nothing", () => {
    const text = calendarOf(known.map(meetingEntry), "UNCLASSIFIED");
    expect(text).toContain("UID:weekly@example.org\r\nRECURRENCE-ID:20261126T153000Z\r\n");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const oneLine = { ...meeting, subject: "Talks; with, signs and lines" };
    expect(
      planned(text, "engagements", {
        engagements: [oneLine, unnamed, { ...dated, subject: oneLine.subject }],
      }).map(({ fate }) => fate),
    ).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  test("of a meeting moved in the calendar is an update", () => {
    const text = calendarOf([meetingEntry({ ...meeting, subject: "Talks" })], "").replace(
      "T153000Z",
      "T163000Z",
    );
    expect(planned(text, "engagements", { engagements: [{ ...meeting, subject: "Talks" }] })).toMatchObject([
      { fate: "update", ways: [{ values: { at: "2026-11-26T16:30:00Z" } }] },
    ]);
  });

  test("of follow-ups changes nothing; dates of directives do not become follow-ups", () => {
    const one = {
      ...madeRow(followUps, "0192f0c1-2345-7abc-8def-0123456789ad", {
        what: "Call back",
        dueOn: "2026-12-01",
        status: "waitingOnHost",
        priority: "high",
        postId: "tokyo",
      }),
      scope: "post/tokyo",
      changedAt,
    } as const;
    const task = { ...madeRow(demarcheTasks, "t1", {}), changedAt };
    const due = {
      record: task,
      date: "deliverBy" as const,
      due: "2026-12-01",
      what: "Deliver",
      isDone: false,
    };
    const text = calendarOf(
      [
        followUpEntry(one),
        dueEntry(due),
        dueEntry({ ...due, date: "reportBy", due: "2026-12-02T22:00:00Z" }),
      ],
      "",
    );
    expect(text).toContain("DUE;VALUE=DATE:20261201\r\n");
    expect(text).toContain("DUE:20261202T220000Z\r\n");
    expect(
      planned(text, "followUps", { followUps: [one] }).map(({ fate, reasons }) => [fate, reasons[0]?.code]),
    ).toEqual([
      ["unchanged", undefined],
      ["reject", "ownDeadline"],
      ["reject", "ownDeadline"],
    ]);
  });
});

const event = (...lines: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    "UID:u1",
    "SUMMARY:Talks",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");

describe("meetings of another calendar", () => {
  test("officials are known by address or name, our staff by name, and nobody else is put on a side", () => {
    const text = event(
      "DTSTART:20261126T160000Z",
      "ORGANIZER;CN=Ann Lee:mailto:ann@example.gov",
      "ATTENDEE;CN=K. S.:mailto:sato@EXAMPLE.jp",
      "ATTENDEE;CN=Nobody Known:mailto:n@example.org",
    );
    const [row] = planned(text, "engagements", {});
    expect(row).toMatchObject({
      fate: "create",
      reasons: [{ code: "attendeesUnknown", facts: { count: 1 } }],
    });
    const values = row?.ways[0]?.values ?? {};
    expect(values["theirs/sato"]).toEqual({ name: "Sato Ken", title: "" });
    expect(
      Object.entries(values)
        .filter(([path]) => path.startsWith("ours/"))
        .map(([, value]) => value),
    ).toEqual([{ name: "Ann Lee", rank: "" }]);
    expect(values["state"]).toBe("planned");
  });

  test.each([
    ["in the past it was held", "DTSTART:20261101T160000Z", {}],
    ["cancelled it was not", "DTSTART:20261101T160000Z\r\nSTATUS:CANCELLED", { state: "notHeld" }],
    ["on the clock at the post", "DTSTART:20261101T090000", { at: "2026-11-01T00:00:00Z" }],
    [
      "on the clock of its own zone",
      "DTSTART;TZID=Europe/Paris:20261101T090000",
      { at: "2026-11-01T08:00:00Z" },
    ],
    ["on a day, noon at the post", "DTSTART;VALUE=DATE:20261101", { at: "2026-11-01T03:00:00Z" }],
  ])("%s", (_name, lines, values) => {
    const [row] = planned(event(lines), "engagements", {});
    expect(row?.fate).toBe("create");
    expect(row?.ways[0]?.values).toMatchObject({ externalId: "u1", ...values });
  });

  test("read twice, nothing is added", () => {
    const text = event("DTSTART:20261126T160000Z", "RRULE:FREQ=DAILY;COUNT=2");
    const rows = planned(text, "engagements", {});
    const known = rows.map(
      ({ ways }, at) =>
        ({
          ...madeRow(engagements, `e${at}`, ways[0]?.values ?? {}),
          scope: "post/tokyo",
          changedAt,
        }) as const,
    );
    expect(planned(text, "engagements", { engagements: known }).map(({ fate }) => fate)).toEqual([
      "unchanged",
      "unchanged",
    ]);
  });
});
