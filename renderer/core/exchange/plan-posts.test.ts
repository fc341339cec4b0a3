// Posts lists: what a plan says of each row, and that planning again after applying finds nothing to do.
import { describe, expect, it } from "vitest";
import { initialValues } from "../model/entity.ts";
import { type Post, posts } from "../model/post.ts";
import { canPlan, guessMapping, planPosts } from "./plan-posts.ts";
import { postColumns } from "./columns/posts.ts";
import type { PlanRow } from "./plan.ts";

const headings = ["locale_id", "city", "territory", "post_type", "valid_until", "latitude"];

function plan(
  rows: readonly (readonly string[])[],
  existing: readonly Post[] = [],
  heads = headings,
): readonly PlanRow[] {
  let next = 0;
  const file = { headings: heads, rows: rows.map((cells, at) => ({ line: at + 2, cells })), rejects: [] };
  return planPosts(file, guessMapping(postColumns, heads), existing, () => `id-${(next += 1)}`);
}

function applied(rows: readonly PlanRow[]): Post[] {
  return rows
    .filter(({ fate }) => fate === "create")
    .map(({ id, changes }) => ({
      ...initialValues(posts),
      ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
      id,
      scope: "all",
      createdAt: "",
      changedAt: "",
      changedBy: "",
      conflicts: [],
      deleted: false,
    })) as Post[];
}

const tokyo = ["tokyo", "Tokyo", "Japan", "embassy", "", "35.6"];

describe("planPosts", () => {
  it("creates what is new, with the region and the telegraphic name that follow from the row", () => {
    const [row] = plan([["sao-paulo", "São Paulo", "Brazil", "consulate-general", "", "-23.5"]]);
    expect(row).toMatchObject({ fate: "create", line: 2, title: "São Paulo" });
    expect(Object.fromEntries(row?.changes.map(({ field, after }) => [field, after]) ?? [])).toMatchObject({
      type: "consulateGeneral",
      region: "WHA",
      addressNames: ["SAO PAULO"],
      latitude: -23.5,
    });
  });

  it("reads the city from the key where the list leaves it blank", () => {
    expect(plan([["la-paz", "", "Bolivia", "embassy", "", ""]])[0]?.title).toBe("La Paz");
  });

  it("calls a repeated row of the same file a duplicate of its line", () => {
    expect(plan([tokyo, tokyo])[1]).toMatchObject({
      fate: "duplicate",
      reasons: [{ code: "repeatsLine", facts: { line: 2 } }],
    });
  });

  it("updates field by field and leaves alone what a blank cell does not say", () => {
    const [before] = applied(plan([tokyo]));
    const rows = plan([["tokyo", "", "Japan", "consulate", "", "35.6"]], before ? [before] : []);
    expect(rows[0]).toMatchObject({
      fate: "update",
      changes: [{ field: "type", before: "embassy", after: "consulate" }],
    });
  });

  it.each([
    [["x", "X", "Japan", "castle", "", ""], "notInList", "post_type"],
    [["x", "X", "Japan", "embassy", "soon", ""], "notADay", "valid_until"],
    [["x", "X", "Japan", "embassy", "2015-02-30", ""], "notADay", "valid_until"],
    [["x", "X", "Japan", "embassy", "", "135"], "notANumber", "latitude"],
    [["", "", "Japan", "embassy", "", ""], "noName", null],
  ])("rejects %j with its reason and column", (cells, code, column) => {
    expect(plan([cells])[0]).toMatchObject({ fate: "reject", line: 2, reasons: [{ code, column }] });
  });

  it("finds nothing to do when the same list is read again", () => {
    const rows = [tokyo, ["paris", "Paris", "France", "embassy", "", "48.8"]];
    expect(plan(rows, applied(plan(rows))).map(({ fate }) => fate)).toEqual(["unchanged", "unchanged"]);
  });

  it("needs a column that tells rows apart", () => {
    expect(canPlan(guessMapping(postColumns, ["latitude", "region"]))).toBe(false);
    expect(canPlan(guessMapping(postColumns, ["Post name"]))).toBe(true);
  });
});
