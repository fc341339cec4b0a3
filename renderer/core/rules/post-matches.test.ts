import { describe, expect, test } from "vitest";
import { posts } from "../model/post.ts";
import { madeRow } from "./made-row.ts";
import { postMatches, type PostSought } from "./post-matches.ts";

type Patch = NonNullable<Parameters<typeof madeRow<typeof posts>>[2]>;

const post = (id: string, city: string, country: string, more: Patch = {}) =>
  madeRow(posts, id, { name: city, city, country, type: "embassy", ...more });

const sought = (more: Partial<PostSought>): PostSought => ({
  name: "",
  city: "",
  country: "",
  type: "embassy",
  ...more,
});

describe("posts on record", () => {
  test.each<[string, Partial<PostSought>, boolean]>([
    ["the city", { city: "Nairobi" }, true],
    ["without its accents and case", { city: "NAÏROBI", country: "kenya" }, true],
    ["in another script", { city: "نيروبي", country: "Kenya" }, true],
    ["with the kind before it", { name: "Embassy Nairobi" }, true],
    ["as cables print it", { name: "AMEMBASSY NAIROBI" }, true],
    ["with a slip", { city: "Nairobbi", country: "Kenya" }, true],
    ["a slip, in another country", { city: "Nairobbi", country: "France" }, false],
    ["the same name in another country", { city: "Nairobi", country: "Atlantis" }, true],
    ["another city", { city: "Mombasa" }, false],
    ["nothing", {}, false],
  ])("%s: %s", (_, ask, isFound) => {
    const found = postMatches(sought(ask), [post("nairobi", "Nairobi", "Kenya")]);
    expect(found.map((match) => match.post.id)).toEqual(isFound ? ["nairobi"] : []);
  });

  test.each<[string, string, boolean]>([
    ["George Town", "Georgetown", true],
    ["Yamoussoukro", "Yamoussoukro", true],
    ["Hague", "The Hague", true],
    ["São Tomé", "Sao Tome", true],
    ["Guinea-Bissau", "Guinea Bissau", true],
    ["New York", "New Delhi", false],
    ["Port Louis", "Port Moresby", false],
  ])("%s and %s: %s", (typed, known, isFound) => {
    const found = postMatches(sought({ city: typed }), [
      post("p", known, "Somewhere", { type: "consulate" }),
    ]);
    expect(found).toHaveLength(isFound ? 1 : 0);
  });

  test("a second embassy in a country is asked about whatever its city is called, a consulate is not", () => {
    const kyiv = [post("kyiv", "Kyiv", "Ukraine")];
    expect(postMatches(sought({ city: "Podil", country: "Ukraine" }), kyiv)[0]?.because).toEqual([
      "onlyEmbassy",
    ]);
    expect(postMatches(sought({ city: "Podil", country: "Ukraine", type: "consulate" }), kyiv)).toEqual([]);
    const closed = [post("kyiv", "Kyiv", "Ukraine", { closedOn: "2022-02-14" })];
    expect(postMatches(sought({ city: "Podil", country: "Ukraine" }), closed)).toEqual([]);
  });

  test("the likeliest first; closed ones are among them, those in the trash are not", () => {
    const all = [
      post("gone", "Goma", "Congo", { deleted: true }),
      post("office", "Goma", "Congo", { type: "consulate", closedOn: "2020-01-01" }),
      post("embassy", "Goma", "Congo"),
    ];
    const found = postMatches(sought({ city: "Goma", country: "Congo" }), all);
    expect(found.map((match) => [match.post.id, match.because])).toEqual([
      ["embassy", ["sameName", "sameCountry", "sameType"]],
      ["office", ["sameName", "sameCountry"]],
    ]);
  });
});
