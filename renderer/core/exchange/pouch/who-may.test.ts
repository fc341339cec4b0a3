// Who may read and write which scope, in every pair of offices.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimable, logsFor, mayRead, mayWrite, type Own, receiptFor } from "./who-may.ts";

const desk: Own = { role: "desk", postId: null, formerPosts: [] };
const lisbon: Own = { role: "post", postId: "lisbon", formerPosts: ["before"] };
const other = (role: "desk" | "post", postId: string | null = null, scopes: string[] = []) => ({
  id: `device of ${role} ${postId ?? ""}`,
  role,
  postId,
  scopes,
  acked: {},
});
const scopes = ["all", "hq", "local", "post/lisbon", "post/before", "post/rome"] as const;

describe("reading and writing by scope", () => {
  test.each([
    [
      "a desk's pouch for Lisbon",
      desk,
      other("post", "lisbon", ["post/before"]),
      ["all", "post/lisbon", "post/before"],
    ],
    [
      "a desk's pouch for another desk",
      desk,
      other("desk"),
      ["all", "hq", "post/lisbon", "post/before", "post/rome"],
    ],
    ["Lisbon's pouch for the desk", lisbon, other("desk"), ["post/lisbon", "post/before"]],
    ["Lisbon's pouch for Rome", lisbon, other("post", "rome"), []],
    ["a desk's pouch for a post nobody has named", desk, other("post"), ["all"]],
  ] as const)("%s carries", (_title, own, office, may) => {
    expect(scopes.filter((scope) => mayRead(own, office, scope))).toEqual(may);
  });

  test.each([
    [
      "Lisbon may write at the desk",
      desk,
      other("post", "lisbon", ["post/before"]),
      ["post/lisbon", "post/before"],
    ],
    ["a desk may write at Lisbon", lisbon, other("desk"), ["all", "post/lisbon", "post/before"]],
    ["Rome may write at Lisbon", lisbon, other("post", "rome"), []],
    [
      "a desk may write at another desk",
      desk,
      other("desk"),
      ["all", "hq", "post/lisbon", "post/before", "post/rome"],
    ],
  ] as const)("%s", (_title, own, office, may) => {
    expect(scopes.filter((scope) => mayWrite(own, office, scope)).toSorted()).toEqual([...may].toSorted());
  });

  test("a post claims a scope of its own, never another's or everybody's", () => {
    expect(claimable(["post/own", "post/rome", "all", "hq", "local", "nonsense"], new Set(["rome"]))).toEqual(
      ["post/own"],
    );
  });
});

test("no pouch names a log its addressee may not read, whatever logs there are and whatever was acknowledged", () => {
  const scope = fc.constantFrom(...scopes);
  const log = fc.tuple(fc.constantFrom("d1", "d2", "d3"), scope).map(([device, of]) => `${device}:${of}`);
  const marks = fc.dictionary(log, fc.nat(20));
  const own = fc.constantFrom(desk, lisbon);
  const office = fc
    .tuple(fc.constantFrom("desk", "post"), fc.constantFrom(null, "lisbon", "rome"), marks)
    .map(([role, postId, acked]) => ({ ...other(role, postId), id: "d2", acked }));
  fc.assert(
    fc.property(own, office, marks, (mine, theirs, heads) => {
      for (const [name, from] of Object.entries(logsFor(mine, theirs, heads))) {
        const of = name.slice(3) as (typeof scopes)[number];
        expect(mayRead(mine, theirs, of)).toBe(true);
        expect(of).not.toBe("local");
        expect(from).toBe((theirs.acked[name] ?? 0) + 1);
        expect(from).toBeLessThanOrEqual(heads[name] ?? 0);
      }
      for (const name of Object.keys(receiptFor(mine, theirs, heads))) expect(name).not.toMatch(/:local$/);
    }),
    { numRuns: Number(process.env["CHANCERY_RUNS"] ?? 2000) },
  );
});
