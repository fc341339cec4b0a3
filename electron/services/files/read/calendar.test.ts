// Calendars as programs write them: zones, days, dates that repeat and were changed; and what is harmed or hostile.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OpenFiles, readAsFound } from "#core/host/open-files.ts";
import { readContent } from "./index.ts";
import { fuzzRuns, type ListedTable, listedTable, readingFaults } from "./made-reading.ts";

function table(text: string | Uint8Array, sheet: number | null = null): ListedTable {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return listedTable(readContent({ kind: "table", bytes, ...readAsFound, sheet }));
}

function cells(text: string | Uint8Array, sheet: number | null = null): Record<string, string>[] {
  const { headings, rows } = table(text, sheet);
  return rows.map((row) =>
    Object.fromEntries(headings.flatMap((heading, at) => (row.cells[at] ? [[heading, row.cells[at]]] : []))),
  );
}

const calendar = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//X//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: readonly string[]): string =>
  ["BEGIN:VEVENT", "UID:u1", "SUMMARY:Talks", ...lines, "END:VEVENT"].join("\r\n");
const starts = (...lines: readonly string[]): (string | undefined)[] =>
  cells(calendar(event(...lines))).map((row) => row["DTSTART"]);

const oslo = [
  "BEGIN:VTIMEZONE",
  "TZID:W. Europe Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16011028T030000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010325T020000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

describe("one entry", () => {
  test("text with escapes, attendees without rooms and refusals, a cancelled state, a revision", () => {
    const text = calendar(
      event(
        "DTSTART:20261126T160000Z",
        "LOCATION:Ministry\\, room 4\\; annex",
        "DESCRIPTION:first\\nsecond",
        "STATUS:CANCELLED",
        'ORGANIZER;CN="Haddad, Amal":mailto:Amal@example.org',
        "ATTENDEE;CN=Bo:mailto:bo@example.org",
        "ATTENDEE;CN=Amal:MAILTO:amal@example.org",
        "ATTENDEE;CUTYPE=ROOM;CN=Room:mailto:room@example.org",
        "ATTENDEE;PARTSTAT=DECLINED;CN=No:mailto:no@example.org",
        "CATEGORIES:Talks,Visits",
        "LAST-MODIFIED:20261120T080000Z",
        "BEGIN:VALARM",
        "ACTION:EMAIL",
        "ATTENDEE:mailto:spy@example.org",
        "END:VALARM",
      ),
    );
    expect(cells(text)).toEqual([
      {
        SUMMARY: "Talks",
        DTSTART: "2026-11-26T16:00Z",
        STATUS: "CANCELLED",
        LOCATION: "Ministry, room 4; annex",
        ATTENDEE: "Haddad, Amal <Amal@example.org>; Bo <bo@example.org>",
        CATEGORIES: "Talks; Visits",
        DESCRIPTION: "first\nsecond",
        UID: "u1",
        REV: "2026-11-20T08:00:00Z",
      },
    ]);
    expect(table(text).ignored).toEqual(["alarms"]);
  });

  test.each([
    ["in UTC", "DTSTART:20261126T160000Z", "2026-11-26T16:00Z"],
    ["on a day", "DTSTART;VALUE=DATE:20261126", "2026-11-26"],
    ["on whatever clock", "DTSTART:20261126T170000", "2026-11-26T17:00"],
    ["in a zone with a name", "DTSTART;TZID=Europe/Paris:20261126T170000", "2026-11-26T17:00[Europe/Paris]"],
    [
      "behind a prefix",
      "DTSTART;TZID=/mozilla.org/2005/Europe/Paris:20261126T170000",
      "2026-11-26T17:00[Europe/Paris]",
    ],
    [
      "in a zone of the file, in winter",
      "DTSTART;TZID=W. Europe Standard Time:20261126T170000",
      "2026-11-26T16:00Z",
    ],
    [
      "in a zone of the file, in summer",
      "DTSTART;TZID=W. Europe Standard Time:20260726T170000",
      "2026-07-26T15:00Z",
    ],
    ["in a zone nobody knows", "DTSTART;TZID=Nowhere Time:20261126T170000", "2026-11-26T17:00"],
  ])("%s", (_name, line, start) => {
    expect(cells(calendar(...oslo, event(line)))).toMatchObject([{ DTSTART: start }]);
  });

  test("a zone whose name has commas, escaped or folded where it is defined", () => {
    const zone = ["BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700"];
    const text = calendar(
      "BEGIN:VTIMEZONE",
      "TZID:Zone of Bangkok\\, Ha",
      " noi\\, Jakarta",
      ...zone,
      "END:STANDARD",
      "END:VTIMEZONE",
      event('DTSTART;TZID="Zone of Bangkok, Hanoi, Jakarta":20261124T090000'),
      event("DTSTART;TZID=Zone of Bangkok\\, Hanoi\\, Jakarta:20261125T090000"),
    );
    expect(cells(text).map((row) => row["DTSTART"])).toEqual(["2026-11-24T02:00Z", "2026-11-25T02:00Z"]);
    expect(table(text).notes).toEqual([]);
  });

  test("UTC under the names that programs give it", () => {
    const names = ["UTC", "GMT", '"tzone://Microsoft/Utc"', "Etc/UTC"];
    expect(names.flatMap((name) => starts(`DTSTART;TZID=${name}:20261124T090000`))).toEqual(
      names.map(() => "2026-11-24T09:00[UTC]"),
    );
  });

  test("a zone nobody knows is told, once", () => {
    const text = calendar(event("DTSTART;TZID=Nowhere:20261126T170000", "RRULE:FREQ=DAILY;COUNT=3"));
    expect(table(text).notes).toEqual([{ code: "zoneUnknown", facts: { zone: "Nowhere", count: 1 } }]);
  });

  test("things to do: due, state, priority; the other kind is told and can be chosen", () => {
    const todo = [
      "BEGIN:VTODO",
      "UID:t1",
      "SUMMARY:Call back",
      "DUE;VALUE=DATE:20261201",
      "PRIORITY:1",
      "STATUS:COMPLETED",
      "END:VTODO",
    ];
    const text = calendar(event("DTSTART:20261126T160000Z"), ...todo, "BEGIN:VJOURNAL", "END:VJOURNAL");
    expect(table(text)).toMatchObject({
      sheets: ["VEVENT", "VTODO"],
      notes: [{ code: "alsoHolds", facts: { count: 1 } }],
    });
    expect(cells(text, 1)).toEqual([
      { SUMMARY: "Call back", DUE: "2026-12-01", PRIORITY: "high", STATUS: "COMPLETED", UID: "t1" },
    ]);
    expect(table(text).rejects.map(({ code }) => code)).toEqual(["file/other-entry"]);
  });
});

const change = (id: string, ...lines: readonly string[]): string =>
  ["BEGIN:VEVENT", "UID:u1", `RECURRENCE-ID${id}`, ...lines, "END:VEVENT"].join("\r\n");

const talks = (text: string) =>
  cells(text).map((row) => [row["SUMMARY"], row["DTSTART"], row["STATUS"] ?? ""].join(" ").trim());
const daily = (...more: readonly string[]) =>
  event("DTSTART;TZID=Europe/Paris:20261023T100000", "RRULE:FREQ=DAILY;COUNT=5", ...more);

describe("entries that repeat", () => {
  test("a weekly meeting keeps its hour over a change of clocks; each date has a key of its own", () => {
    const text = calendar(event("DTSTART;TZID=Europe/Paris:20261019T100000", "RRULE:FREQ=WEEKLY;COUNT=3"));
    expect(cells(text).map((row) => [row["DTSTART"], row["UID"]])).toEqual([
      ["2026-10-19T10:00[Europe/Paris]", "u1#20261019T080000Z"],
      ["2026-10-26T10:00[Europe/Paris]", "u1#20261026T090000Z"],
      ["2026-11-02T10:00[Europe/Paris]", "u1#20261102T090000Z"],
    ]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "dates added and taken out",
      [
        "DTSTART:20261101T100000Z",
        "RRULE:FREQ=DAILY;COUNT=3",
        "EXDATE:20261102T100000Z",
        "RDATE:20261110T100000Z",
      ],
      ["01", "03", "10"],
    ],
    [
      "a day taken out of times",
      ["DTSTART:20261101T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261102"],
      ["01", "03"],
    ],
    [
      "until a moment of UTC, in another zone",
      ["DTSTART;TZID=America/New_York:20261101T200000", "RRULE:FREQ=DAILY;UNTIL=20261103T010000Z"],
      ["01", "02"],
    ],
    [
      "until a day, with times",
      ["DTSTART:20261101T100000Z", "RRULE:FREQ=DAILY;UNTIL=20261103"],
      ["01", "02", "03"],
    ],
    [
      "days until a day",
      ["DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;UNTIL=20261103"],
      ["01", "02", "03"],
    ],
    [
      "the last Friday of the month",
      ["DTSTART:20261127T100000Z", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2"],
      ["27", "25"],
    ],
    ["periods", ["DTSTART:20261101T100000Z", "RDATE;VALUE=PERIOD:20261105T100000Z/PT1H"], ["01", "05"]],
  ])("%s", (_name, lines, days) => {
    expect(starts(...lines).map((start) => start?.slice(8, 10))).toEqual(days);
  });

  test("single dates moved, renamed and cancelled, told from another zone", () => {
    const text = calendar(
      event("DTSTART;TZID=Europe/Paris:20261102T100000", "RRULE:FREQ=DAILY;COUNT=3"),
      change(":20261103T090000Z", "SUMMARY:Moved", "DTSTART;TZID=Europe/Paris:20261104T150000"),
      change(
        ";TZID=Europe/Paris:20261104T100000",
        "SUMMARY:Off",
        "DTSTART;TZID=Europe/Paris:20261104T100000",
        "STATUS:CANCELLED",
      ),
      change(
        ";TZID=Europe/Paris:20270101T100000",
        "SUMMARY:Alone",
        "DTSTART;TZID=Europe/Paris:20270101T110000",
      ),
    );
    expect(
      cells(text).map((row) => [
        row["SUMMARY"],
        row["DTSTART"]?.slice(0, 16),
        row["STATUS"] ?? "",
        row["UID"],
      ]),
    ).toEqual([
      ["Talks", "2026-11-02T10:00", "", "u1#20261102T090000Z"],
      ["Moved", "2026-11-04T15:00", "", "u1#20261103T090000Z"],
      ["Off", "2026-11-04T10:00", "CANCELLED", "u1#20261104T090000Z"],
      ["Alone", "2027-01-01T11:00", "", "u1#20270101T090000Z"],
    ]);
  });

  test("a change that holds for all later dates moves them by as much, over a change of clocks, and leaves their keys", () => {
    const text = calendar(
      daily("LOCATION:Ministry"),
      change(
        ";TZID=Europe/Paris;RANGE=THISANDFUTURE:20261024T100000",
        "SUMMARY:Later talks",
        "DTSTART;TZID=Europe/Paris:20261024T123000",
        "LOCATION:Embassy",
      ),
    );
    expect(cells(text).map((row) => [row["SUMMARY"], row["DTSTART"], row["LOCATION"], row["UID"]])).toEqual([
      ["Talks", "2026-10-23T10:00[Europe/Paris]", "Ministry", "u1#20261023T080000Z"],
      ["Later talks", "2026-10-24T12:30[Europe/Paris]", "Embassy", "u1#20261024T080000Z"],
      ["Later talks", "2026-10-25T12:30[Europe/Paris]", "Embassy", "u1#20261025T090000Z"],
      ["Later talks", "2026-10-26T12:30[Europe/Paris]", "Embassy", "u1#20261026T090000Z"],
      ["Later talks", "2026-10-27T12:30[Europe/Paris]", "Embassy", "u1#20261027T090000Z"],
    ]);
  });

  test("among several the latest before a date holds, single changes stand, and what was taken out stays out", () => {
    const text = calendar(
      daily("EXDATE;TZID=Europe/Paris:20261026T100000"),
      change(
        ";RANGE=THISANDFUTURE;TZID=Europe/Paris:20261026T100000",
        "SUMMARY:Third",
        "DTSTART;TZID=Europe/Paris:20261027T090000",
      ),
      change(
        ";TZID=Europe/Paris:20261025T100000",
        "SUMMARY:Single",
        "DTSTART;TZID=Europe/Paris:20261025T180000",
      ),
      change(
        ";RANGE=THISANDFUTURE:20261024T080000Z",
        "SUMMARY:Second",
        "DTSTART:20261024T070000Z",
        "STATUS:CANCELLED",
      ),
    );
    expect(talks(text)).toEqual([
      "Talks 2026-10-23T10:00[Europe/Paris]",
      "Second 2026-10-24T07:00Z CANCELLED",
      "Single 2026-10-25T18:00[Europe/Paris]",
      "Third 2026-10-28T09:00[Europe/Paris]",
      // The date it stands for was taken out, but the change itself says a meeting.
      "Third 2026-10-27T09:00[Europe/Paris]",
    ]);
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      "told from another zone, it is moved by what the clock of the entry shows",
      ":20261024T080000Z",
      ["DTSTART;TZID=America/New_York:20261024T060000"],
      ["2026-10-24T06:00[America/New_York]", "2026-10-25T12:00[Europe/Paris]"],
    ],
    [
      "times become days",
      ";TZID=Europe/Paris:20261024T100000",
      ["DTSTART;VALUE=DATE:20261025"],
      ["2026-10-25", "2026-10-26"],
    ],
    [
      "named by its day alone",
      ";VALUE=DATE:20261024",
      ["DTSTART;TZID=Europe/Paris:20261024T110000"],
      ["2026-10-24T11:00[Europe/Paris]", "2026-10-25T11:00[Europe/Paris]"],
    ],
    [
      "without a time of its own",
      ";TZID=Europe/Paris:20261024T100000",
      [],
      ["2026-10-24T10:00[Europe/Paris]", "2026-10-25T10:00[Europe/Paris]"],
    ],
  ])("%s", (_name, id, lines, dates) => {
    const ranged = change(`;RANGE=THISANDFUTURE${id}`, ...lines);
    const found = cells(calendar(daily(), ranged)).map((row) => row["DTSTART"]);
    expect(found.slice(1, 3)).toEqual(dates);
    expect(found).toHaveLength(5);
  });

  test("a rule with blanks in it, dates taken out that are none, a day with the mark of UTC", () => {
    const rule = "RRULE:FREQ=DAILY;COUNT=2;BYDAY=MO, TU, WE";
    expect(starts("DTSTART:20261124T090000Z", rule, "EXDATE:")).toEqual([
      "2026-11-24T09:00Z",
      "2026-11-25T09:00Z",
    ]);
    expect(starts("DTSTART;VALUE=DATE:20261124", "RDATE:20261224Z", "EXDATE;VALUE=DATE:")).toEqual([
      "2026-11-24",
      "2026-12-24",
    ]);
  });

  test.each([
    ["years of another calendar", "RRULE:RSCALE=CHINESE;FREQ=YEARLY"],
    ["days moved where a month is too short", "RRULE:FREQ=MONTHLY;SKIP=FORWARD;RSCALE=GREGORIAN"],
    ["no date that is not taken out", "RRULE:FREQ=DAILY;UNTIL=20260101\r\nEXDATE;VALUE=DATE:20261124"],
  ])("%s: rejected, with the reason", (_name, rule) => {
    const { rows, rejects } = table(calendar(event("DTSTART;VALUE=DATE:20261124", rule)));
    expect([rows.length, ...rejects.map(({ code }) => code)]).toEqual([0, "file/bad-repeat"]);
  });

  test("days become times", () => {
    const text = calendar(
      event("DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;COUNT=3"),
      change(";VALUE=DATE;RANGE=THISANDFUTURE:20261102", "DTSTART:20261103T100000Z"),
    );
    expect(cells(text).map((row) => row["DTSTART"])).toEqual([
      "2026-11-01",
      "2026-11-03T10:00Z",
      "2026-11-04T10:00Z",
    ]);
  });

  test("a change of later dates that cannot be read is rejected once", () => {
    const text = calendar(
      daily(),
      change(";TZID=Europe/Paris;RANGE=THISANDFUTURE:20261024T100000", "DTSTART:99990230T100000Z"),
    );
    expect(table(text).rejects.map(({ code }) => code)).toEqual(["file/bad-date"]);
    expect(table(text).rows).toHaveLength(1);
    const far = calendar(
      daily(),
      change(";TZID=Europe/Paris;RANGE=THISANDFUTURE:20261024T100000", "DTSTART:99991229T100000Z"),
    );
    expect(table(far).rejects.map(({ code }) => code)).toEqual(["file/bad-date"]);
  });

  test("without an end, a thousand dates are read, and it is told", () => {
    const found = table(calendar(event("DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY")));
    expect(found.rows).toHaveLength(1000);
    expect(found.notes).toEqual([
      { code: "repeatCut", facts: { subject: "Talks", count: 1000, until: "2022-09-26" } },
    ]);
  });

  test("many without an end share the rows there are", () => {
    const entry = event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY");
    const found = table(
      calendar(...Array.from({ length: 200 }, () => entry), event("DTSTART:20260101T000000Z")),
    );
    expect(found.rows).toHaveLength(200 * 499 + 1);
    expect(found.rejects).toEqual([]);
    expect(found.notes[0]).toMatchObject({ code: "repeatCut", facts: { count: 499, until: "2518-01-01" } });
  });

  test.each([
    ["every second", "FREQ=SECONDLY"],
    ["on a day there never is", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
    ["on a day there never is, by the year", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
    ["on a day there never is, by the hour", "FREQ=HOURLY;BYMONTH=4;BYMONTHDAY=31"],
    ["never", "FREQ=DAILY;INTERVAL=0"],
    ["by no rule", "FREQ=NEVER"],
    ["by half a rule", "FREQ="],
    [
      "by too much",
      `FREQ=MINUTELY;BYMINUTE=${Array.from({ length: 60 }, (_, at) => at).join(",")};BYSETPOS=-1`,
    ],
    ["until no date", "FREQ=DAILY;UNTIL=tomorrow"],
  ])("%s: read or refused, in the end", (_name, rule) => {
    const { rows, rejects } = table(calendar(event("DTSTART:20261101T100000Z", `RRULE:${rule}`)));
    expect(rows.length === 0 ? rejects.map(({ code }) => code) : rows.length <= 1000).toEqual(
      rows.length === 0 ? ["file/bad-repeat"] : true,
    );
  });
});

const todo = (...lines: readonly string[]): string =>
  ["BEGIN:VTODO", "UID:t1", "SUMMARY:Call", ...lines, "END:VTODO"].join("\r\n");

describe("when a thing to do is due", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["said", ["DUE:20261126T160000Z"], ["2026-11-26T16:00Z"]],
    [
      "said beside when it begins",
      ["DTSTART:20261120T080000Z", "DUE:20261126T160000Z"],
      ["2026-11-26T16:00Z"],
    ],
    ["by how long it takes", ["DTSTART:20261126T160000Z", "DURATION:P1DT2H30M"], ["2026-11-27T18:30Z"]],
    ["by weeks", ["DTSTART;VALUE=DATE:20261126", "DURATION:P2W"], ["2026-12-10"]],
    [
      "by a day, which keeps its hour over a change of clocks",
      ["DTSTART;TZID=Europe/Paris:20261024T100000", "DURATION:P1D"],
      ["2026-10-25T10:00[Europe/Paris]"],
    ],
    [
      "by hours, which pass",
      ["DTSTART;TZID=Europe/Paris:20261024T100000", "DURATION:PT24H"],
      ["2026-10-25T09:00[Europe/Paris]"],
    ],
    ["only when it begins", ["DTSTART:20261126T160000Z"], ["2026-11-26T16:00Z"]],
    [
      "on each date, reckoned by when it begins",
      ["DTSTART;VALUE=DATE:20261102", "DUE;VALUE=DATE:20261104", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2"],
      ["2026-11-04", "2026-11-11"],
    ],
    [
      "on each date, to the second",
      [
        "DTSTART;TZID=Europe/Paris:20261023T100000",
        "DUE;TZID=Europe/Paris:20261024T100000",
        "RRULE:FREQ=DAILY;COUNT=2",
      ],
      ["2026-10-24T10:00[Europe/Paris]", "2026-10-25T09:00[Europe/Paris]"],
    ],
    [
      "on each date, by the calendar",
      ["DTSTART;TZID=Europe/Paris:20261023T100000", "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=2"],
      ["2026-10-24T10:00[Europe/Paris]", "2026-10-25T10:00[Europe/Paris]"],
    ],
  ])("%s", (_name, lines, due) => {
    expect(cells(calendar(todo(...lines))).map((row) => row["DUE"])).toEqual(due);
  });

  test.each(["P", "PT", "P1", "-P1D", "P1H", "P1DT", "1D", "P99999999D", "P999999W"])(
    "%s is no length, or none a calendar has",
    (length) => {
      const found = table(calendar(todo("DTSTART:20261126T160000Z", `DURATION:${length}`)));
      expect(found.rejects.map(({ code }) => code)).toEqual(["file/bad-date"]);
    },
  );

  test("an event's time is when it begins, however long it takes", () => {
    expect(starts("DTSTART:20261126T160000Z", "DURATION:PT2H")).toEqual(["2026-11-26T16:00Z"]);
  });
});

describe("what is harmed", () => {
  const good = event("DTSTART:20261126T160000Z");
  test.each<[string, string, readonly (readonly [number, string])[]]>([
    ["an entry without an end", calendar(good, "BEGIN:VEVENT", "UID:2"), [[9, "file/unclosed-part"]]],
    ["a calendar cut off between entries", `BEGIN:VCALENDAR\r\n${good}\r\n`, [[1, "file/unclosed-part"]]],
    ["a day that is none", calendar(good, event("DTSTART:20260230T100000Z")), [[9, "file/bad-date"]]],
    ["an hour that is none", calendar(good, event("DTSTART:20260201T256199Z")), [[9, "file/bad-date"]]],
    ["a line that is no field", calendar(good, event("words")), [[9, "file/bad-line"]]],
    ["words behind the calendar", `${calendar(good)}words`, [[10, "file/outside-part"]]],
    [
      "a control character",
      calendar(good, event("LOCATION:\u0001", "DTSTART:20261126T160000Z")),
      [[9, "file/control-character"]],
    ],
  ])("%s", (_name, text, rejects) => {
    const found = table(text);
    expect(found.rejects.map(({ line, code }) => [line, code])).toEqual(rejects);
    expect(found.rows[0]?.cells[1]).toBe("2026-11-26T16:00Z");
  });

  test("a zone that changes its clocks every second is not known", () => {
    const looping = oslo.map((line) => line.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY"));
    const found = table(calendar(...looping, event("DTSTART;TZID=W. Europe Standard Time:20261126T170000")));
    expect(found.rows[0]?.cells[1]).toBe("2026-11-26T17:00");
    expect(found.notes.map(({ code }) => code)).toEqual(["zoneUnknown"]);
  });

  test("a calendar without entries", () => {
    expect(() => table(calendar(...oslo))).toThrow(expect.objectContaining({ code: "file/no-records" }));
  });

  test("cut off anywhere, it is read or refused by name", () => {
    const text = calendar(
      ...oslo,
      good,
      event("DTSTART;TZID=Europe/Paris:20261102T100000", "RRULE:FREQ=DAILY;COUNT=3"),
    );
    const faults = Array.from({ length: Math.floor(text.length / 9) }, (_, at) =>
      readingFaults("table", Buffer.from(text.slice(0, at * 9))),
    );
    expect(faults.flat()).toEqual([]);
  });

  test("rejected entries are saved in a calendar with its zones, byte for byte", () => {
    const bad = `BEGIN:VEVENT\nUID:bad\nDTSTART:2026\nEND:VEVENT\n`;
    const bytes = Buffer.from(calendar(...oslo, good).replace("END:VCALENDAR", `${bad}END:VCALENDAR`));
    const files = new OpenFiles();
    files.add("h", {
      name: "a.ics",
      bytes,
      sha256: "",
      read: readContent({ kind: "table", bytes, ...readAsFound }),
    });
    const saved = Buffer.from(
      files.only(
        "h",
        table(bytes).rejects.map(({ line }) => line),
      ),
    ).toString();
    expect(saved).toBe(calendar(...oslo).replace("END:VCALENDAR", `${bad}END:VCALENDAR`));
  });
});

test("no calendar of lines harms the reader", () => {
  const words = fc.constantFrom(
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VTODO",
    "END:VTODO",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "UID:a",
    "DTSTART:20261101T100000Z",
    "DTSTART;TZID=Europe/Paris:20261025T023000",
    "DTSTART;TZID=__proto__:20261025T023000",
    "RRULE:FREQ=DAILY;COUNT=2",
    "RRULE:FREQ=WEEKLY;BYDAY=XX",
    "RRULE:FREQ=MONTHLY;BYDAY=5MO,-5TU;BYMONTHDAY=31",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
    "EXDATE:20261101T100000Z",
    "RECURRENCE-ID:20261101T100000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T100000Z",
    "DURATION:P1DT1H",
    "DURATION:P999999W",
    "DTSTART:99991231T235959Z",
    "RDATE:x",
    "SUMMARY:s\\",
    " folded",
    "TZID:__proto__",
    "BEGIN:STANDARD",
    "END:STANDARD",
    "TZOFFSETTO:+0100",
    "END:VCALENDAR",
    "STATUS:",
    "DUE:20261101",
  );
  const line = fc.oneof(
    { weight: 8, arbitrary: words },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines].join("\r\n");
      expect(readingFaults("table", Buffer.from(text))).toEqual([]);
    }),
    fuzzRuns,
  );
});
