// Changes come apart key by key, and a post's story carries what it belongs to.
import { describe, expect, it } from "vitest";
import { calendarOf } from "./calendar.ts";
import { officeOf } from "./posts.ts";
import { change, postTeller } from "./teller.ts";

describe("change", () => {
  it("addresses map fields key by key and leaves lists and structs whole", () => {
    const made = change("posts", "post-x", "all", {
      name: "X",
      weekend: ["6", "7"],
      staff: { a: { name: "A", role: "R", rotatesOn: null } },
    });
    expect(made.values).toEqual({
      name: "X",
      weekend: ["6", "7"],
      "staff/a": { name: "A", role: "R", rotatesOn: null },
    });
  });

  it("writes nothing for an empty map", () => {
    expect(change("posts", "post-x", "all", { staff: {} }).values).toEqual({});
  });
});

describe("postTeller", () => {
  const tokyo = postTeller(calendarOf("2026-10-30"), officeOf("tokyo"));

  it("logs an engagement in the post's scope, on its clock, by its officer", () => {
    const write = tokyo.logs(5, "14:30", 1, { at: tokyo.at(5, "10:00") });
    expect(write).toMatchObject({
      device: "post-tokyo",
      user: "Elliot Nakashima-Boyd",
      at: "2026-11-04T05:30:00Z",
      unseen: [],
    });
    expect(write.changes).toEqual([
      {
        table: "engagements",
        id: "eng-tokyo-1",
        scope: "post/post-tokyo",
        values: {
          postId: "post-tokyo",
          directiveId: "dir-models",
          taskId: "task-tokyo",
          timeZone: "Asia/Tokyo",
          loggedBy: "Elliot Nakashima-Boyd",
          loggedAt: "2026-11-04T05:30:00Z",
          at: "2026-11-04T01:00:00Z",
        },
      },
    ]);
  });
});
