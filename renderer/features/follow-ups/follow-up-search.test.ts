import { describe, expect, test } from "vitest";
import { followUps } from "#core/model/follow-up.ts";
import { posts } from "#core/model/post.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { type FollowUpLine, followUpLines } from "./follow-up-lines.ts";
import { type FollowUpSearch, followUpSearch, passes } from "./follow-up-search.ts";

// Tuesday 24 November; in Tokyo it is already the 25th.
const clock = { now: "2026-11-24T20:00:00Z", capitalTimeZone: "UTC", silenceDays: 10 };
const tokyo = madeRow(posts, "tokyo", { name: "Tōkyō", timeZone: "Asia/Tokyo" });

function lines(): readonly FollowUpLine[] {
  return followUpLines(
    {
      posts: [tokyo],
      directives: [],
      points: [],
      followUps: [
        madeRow(followUps, "later", {
          what: "Ask again",
          owner: "Ada",
          dueOn: "2026-12-30",
          directiveId: "d1",
        }),
        madeRow(followUps, "high", { what: "Call", priority: "high", dueOn: "2026-12-31" }),
        madeRow(followUps, "late", { what: "Send the paper", dueOn: "2026-11-24", postId: "tokyo" }),
        madeRow(followUps, "due", { what: "Report", dueOn: "2026-11-24", waitingOn: "us" }),
        madeRow(followUps, "host", { what: "Their answer", waitingOn: "host" }),
        madeRow(followUps, "done", { what: "Old", status: "done", closedAt: "2026-11-20T09:00:00Z" }),
      ],
    },
    clock,
  );
}

test("the queue: late first by the day at the post, then by day, priority within, the host's move, what is closed", () => {
  expect(lines().map(({ followUp, bucket }) => `${followUp.id} ${bucket}`)).toEqual([
    "late overdue",
    "due today",
    "high later",
    "later later",
    "host waitingOnHost",
    "done closed",
  ]);
});

describe("passes", () => {
  test.each<[string, Partial<FollowUpSearch>, string]>([
    ["open ones unless asked otherwise", {}, "late due high later host"],
    ["closed", { status: "closed" }, "done"],
    ["all", { status: "all" }, "late due high later host done"],
    ["by bucket", { bucket: "overdue" }, "late"],
    ["by post", { post: "tokyo" }, "late"],
    ["the desk's own", { post: "none" }, "due high later host"],
    ["by directive", { directive: "d1" }, "later"],
    ["by person", { owner: "Ada" }, "later"],
    ["nobody named", { owner: "none" }, "late due high host"],
    ["by whose move it is", { waiting: "host" }, "host"],
    ["by words, without accents", { text: "tokyo paper" }, "late"],
    ["by all filters together", { post: "tokyo", bucket: "later" }, ""],
  ])("%s", (_, search, expected) => {
    const whole = { ...followUpSearch.parse({}), ...search };
    expect(
      lines()
        .filter((line) => passes(line, whole))
        .map(({ followUp }) => followUp.id)
        .join(" "),
    ).toBe(expected);
  });

  test("a mistyped link shows the queue and not an error", () => {
    expect(followUpSearch.parse({ group: "colour", status: "7", bucket: "soon" })).toMatchObject({
      group: "due",
      status: "open",
      bucket: "",
    });
  });
});
