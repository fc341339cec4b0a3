// People saved as cards and read in again: nothing changes, and what was changed in between is an update of its person.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardsOf } from "#core/exchange/card-out.ts";
import { guessMapping } from "#core/exchange/column.ts";
import type { PlanRow } from "#core/exchange/plan.ts";
import { planRows } from "#core/exchange/plan-rows.ts";
import { allColumns } from "#core/exchange/target.ts";
import { targets } from "#core/exchange/targets/index.ts";
import { readAsFound } from "#core/host/open-files.ts";
import { type Counterpart, counterparts } from "#core/model/counterpart.ts";
import { organizations } from "#core/model/organization.ts";
import { posts } from "#core/model/post.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { officeOn } from "#core/rules/offices.ts";
import { readContent } from "./read/index.ts";
import { listedTable } from "./read/made-reading.ts";

const rome = madeRow(posts, "rome", { name: "Rome", city: "Rome", country: "Italy" });
const bern = madeRow(posts, "bern", { name: "Bern", city: "Bern", country: "Switzerland" });
const mfa = madeRow(organizations, "mfa", { name: "Ministry; Foreign, Affairs", country: "Italy" });
const id = "0192f0c1-2345-7abc-8def-0123456789ab";

function person(patch: Partial<Counterpart>, personId = id): Counterpart {
  const row = madeRow(counterparts, personId, { name: "Maria Rossi", postId: "rome", country: "Italy" });
  return { ...row, scope: "post/rome", changedAt: "2026-11-24T10:15:00.123Z", ...patch };
}

function saved(people: readonly Counterpart[]): string {
  const lines = people.map((counterpart) => {
    const office = officeOn(counterpart, "2026-11-24");
    return { counterpart, office, body: office?.organizationId === "mfa" ? mfa.name : "" };
  });
  return cardsOf(lines, "UNCLASSIFIED");
}

function planOf(text: string, people: readonly Counterpart[]): readonly PlanRow[] {
  const table = listedTable(readContent({ kind: "table", bytes: Buffer.from(text), ...readAsFound }));
  const target = targets.counterparts;
  const planning = planRows({
    target,
    file: table,
    mapping: guessMapping(allColumns(target), table.headings),
    rules: { dayOrder: null, words: new Map(), timeZone: "UTC", shown: (_, member) => member },
    defaults: { postId: null, directiveId: null, timeZone: "UTC", now: "2026-11-24T12:00:00Z" },
    known: { posts: [rome, bern], organizations: [mfa], counterparts: people },
    newId: () => crypto.randomUUID(),
  });
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value.rows;
  }
}

const full = person({
  nativeName: "ماريا روسي",
  languages: ["Mandarin", "Italian", "Arabic"],
  phones: ["+39 06 555 0100", "+39 06 555 0101 (fax)"],
  emails: ["m.rossi@example.org"],
  tags: { "Protocol, visits": true, "a;b": true },
  protocolNote: "Not to leave.",
  offices: {
    o1: {
      title: "Director; South, \\ East",
      organizationId: "mfa",
      level: "director",
      fromOn: null,
      toOn: null,
    },
  },
});

describe("a round trip", () => {
  test("changes nothing", () => {
    expect(planOf(saved([full]), [full])).toMatchObject([{ fate: "unchanged", reasons: [] }]);
  });

  test("of a person that came with a key of another address book", () => {
    const foreign = person({ externalId: "abc:123" });
    expect(saved([foreign])).toContain("UID:abc:123\r\n");
    expect(planOf(saved([foreign]), [foreign])).toMatchObject([{ fate: "unchanged" }]);
  });

  test("with a number changed outside is an update of that person, at their own post", () => {
    const text = saved([full]).replace("555 0100", "555 0199");
    expect(planOf(text, [full])).toMatchObject([
      { fate: "update", ways: [{ id, values: { phones: ["+39 06 555 0199", "+39 06 555 0101 (fax)"] } }] },
    ]);
  });

  test("older than the record is for a person to decide", () => {
    const text = saved([full]).replace("555 0100", "555 0199");
    const changed = person({ ...full, changedAt: "2026-11-25T08:00:00Z" });
    expect(planOf(text, [changed])).toMatchObject([{ fate: "conflict", reasons: [{ code: "changedHere" }] }]);
  });

  test("what is not shown in the list does not leave, and each card is marked", () => {
    expect(saved([full])).not.toContain("Not to leave");
    expect(saved([full, person({}, "p2")]).match(/^X-CHANCERY-MARKING:UNCLASSIFIED\r$/gm)).toHaveLength(2);
  });

  test("of whatever a name, an office or a tag may hold", () => {
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .map((text) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim());
    const name = words.filter((text) => /\p{L}/u.test(text));
    const value = words.filter((text) => text !== "" && !text.includes(";"));
    fc.assert(
      fc.property(name, fc.uniqueArray(value, { maxLength: 4 }), value, (given, several, title) => {
        const offices = { o1: { title, organizationId: "mfa", level: null, fromOn: null, toOn: null } };
        const tags = Object.fromEntries(several.map((tag) => [tag, true] as const));
        const one = person({ name: given, languages: several, emails: several, tags, offices });
        const text = saved([one]);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(planOf(text, [one])).toMatchObject([{ fate: "unchanged" }]);
      }),
      { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 200), seed: 20_261_124 },
    );
  });
});
