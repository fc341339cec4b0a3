import { expect, test } from "vitest";
import { counterparts } from "#core/model/counterpart.ts";
import { engagements } from "#core/model/engagement.ts";
import { organizations } from "#core/model/organization.ts";
import { positions } from "#core/model/position.ts";
import { posts } from "#core/model/post.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { type PeopleSearch, peopleSearch } from "./people-search.ts";
import { isFound, personLines } from "./person-line.ts";

const office = (title: string, toOn: string | null) => ({
  title,
  organizationId: "desk",
  level: null,
  fromOn: null,
  toOn,
});

const [line] = personLines(
  {
    counterparts: [
      madeRow(counterparts, "cp", {
        name: "Amélie Odhiambo",
        nativeName: "أميلي",
        country: "Kenya",
        postId: "post",
        offices: { now: office("Director", null), before: office("Attaché", "2020-01-01") },
        tags: { technology: true },
      }),
    ],
    organizations: new Map([
      ["desk", madeRow(organizations, "desk", { name: "Digital Desk", parentId: "ministry" })],
      ["ministry", madeRow(organizations, "ministry", { name: "Foreign Ministry" })],
    ]),
    posts: [madeRow(posts, "post", { name: "Nairobi", timeZone: "Africa/Nairobi" })],
    issues: new Map(),
    lastContacts: new Map([["cp", madeRow(engagements, "e", { at: "2026-11-17T22:30:00Z" })]]),
    positions: [
      madeRow(positions, "p1", { counterpartId: "cp", issueId: "i", on: "2026-11-01", stance: "neutral" }),
      madeRow(positions, "p2", { counterpartId: "cp", issueId: "i", on: "2026-11-18", stance: "supportive" }),
    ],
  },
  "2026-11-24",
  "America/New_York",
);

test("a line tells the office of today, the last contact on the post's day, and the latest stand", () => {
  expect(line?.office?.title).toBe("Director");
  expect(line?.bodies.map(({ name }) => name)).toEqual(["Digital Desk", "Foreign Ministry"]);
  expect(line?.lastMetOn).toBe("2026-11-18");
  expect(line?.standing?.current.stance).toBe("supportive");
});

const everybody = peopleSearch.parse({});
const cases: readonly (readonly [Partial<PeopleSearch>, boolean])[] = [
  [{}, true],
  [{ text: "amelie" }, true],
  [{ text: "director ministry nairobi" }, true],
  [{ text: "attaché" }, false],
  [{ post: "post", tag: "technology", stance: "supportive" }, true],
  [{ tag: "press" }, false],
  [{ stance: "opposed" }, false],
];

test.each(cases)("%o finds her: %s", (search, isThere) => {
  expect(line && isFound(line, { ...everybody, ...search })).toBe(isThere);
});
