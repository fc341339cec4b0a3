import { expect, test } from "vitest";
import { engagements } from "#core/model/engagement.ts";
import { posts } from "#core/model/post.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { engagementLines, type ListSearch, listSearch, passes } from "./list-search.ts";

const today = "2026-11-24";
const post = madeRow(posts, "post-nairobi", { name: "Nairobi", timeZone: "Africa/Nairobi" });

/** Late in the evening of the 17th in UTC: the 18th at the post. */
const [line] = engagementLines(
  {
    engagements: [
      madeRow(engagements, "e", {
        postId: post.id,
        directiveId: "dir",
        state: "held",
        type: "call",
        at: "2026-11-17T22:30:00Z",
        theirs: { cp: { name: "Amélie Odhiambo", title: "" } },
      }),
    ],
    posts: new Map([[post.id, post]]),
    directives: new Map(),
    drafts: [],
  },
  "America/New_York",
);

test("the day is the post's", () => {
  expect(line?.day).toBe("2026-11-18");
});

const all = listSearch.parse({});
const cases: readonly (readonly [Partial<ListSearch>, boolean])[] = [
  [{}, true],
  [{ state: "held" }, true],
  [{ state: "planned" }, false],
  [{ post: "post-nairobi", directive: "dir", type: "call" }, true],
  [{ directive: "none" }, false],
  [{ type: "meeting" }, false],
  [{ period: "week" }, true],
  [{ period: "ahead" }, false],
  [{ text: "amelie nairobi" }, true],
  [{ text: "amelie paris" }, false],
];

test.each(cases)("%o passes: %s", (search, isShown) => {
  expect(line && passes(line, { ...all, ...search }, today)).toBe(isShown);
});

test("a period ends before what lies further back", () => {
  expect(line && passes(line, { ...all, period: "week" }, "2026-11-26")).toBe(false);
  expect(line && passes(line, { ...all, period: "month" }, "2026-11-26")).toBe(true);
});
