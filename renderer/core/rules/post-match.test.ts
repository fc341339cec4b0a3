// Names as cables, lists and people write them, and the posts they mean.
import { expect, test } from "vitest";
import { posts } from "../model/post.ts";
import { madeRow } from "./made-row.ts";
import { matchList, PostIndex, postTypeOf } from "./post-match.ts";

const index = new PostIndex([
  madeRow(posts, "hague", { name: "Embassy The Hague", city: "The Hague" }),
  madeRow(posts, "paris", { name: "Embassy Paris", city: "Paris", addressNames: ["PARIS"] }),
  madeRow(posts, "oecd", {
    name: "Mission to the OECD",
    city: "Paris",
    type: "missionToOrganization",
    addressNames: ["OECD PARIS"],
  }),
  madeRow(posts, "frankfurt", {
    name: "Consulate General Frankfurt",
    city: "Frankfurt",
    type: "consulateGeneral",
  }),
  madeRow(posts, "usun", {
    name: "USUN New York",
    city: "New York",
    type: "missionToOrganization",
    addressNames: ["USUN NEW YORK", "USUN"],
  }),
  madeRow(posts, "brasilia", { name: "Embassy Brasília", city: "Brasília" }),
  madeRow(posts, "rio-old", {
    name: "Embassy Rio de Janeiro",
    city: "Rio de Janeiro",
    closedOn: "1972-01-01",
  }),
  madeRow(posts, "rio", {
    name: "Consulate General Rio de Janeiro",
    city: "Rio de Janeiro",
    type: "consulateGeneral",
  }),
  madeRow(posts, "mexico", { name: "Embassy Mexico City", city: "Mexico City" }),
  madeRow(posts, "george-1", { name: "Embassy Georgetown", city: "Georgetown" }),
  madeRow(posts, "george-2", { name: "Georgetown (old)", city: "Georgetown" }),
  madeRow(posts, "gone", { name: "Embassy Kabul", city: "Kabul", deleted: true }),
]);

test.each([
  ["AMEMBASSY THE HAGUE", "hague"],
  ["the hague", "hague"],
  ["Embassy Paris", "paris"],
  ["AMEMBASSY PARIS", "paris"],
  ["PARIS", "paris"],
  ["USMISSION OECD PARIS", "oecd"],
  ["AMCONSUL FRANKFURT", "frankfurt"],
  ["USUN NEW YORK", "usun"],
  ["AMEMBASSY BRASILIA", "brasilia"],
  ["AMCONSUL RIO DE JANEIRO", "rio"],
  ["RIO DE JANEIRO", "rio"],
  ["AMEMBASSY MEXICO", "mexico"],
])("%s", (name, postId) => {
  expect(index.find(name)).toEqual({ kind: "one", postId });
});

test("a name that two open embassies bear is not guessed", () => {
  expect(index.find("AMEMBASSY GEORGETOWN")).toEqual({ kind: "several", postIds: ["george-1", "george-2"] });
});

test.each(["AMEMBASSY KABUL", "ATLANTIS", "", "AMEMBASSY"])("%s is unknown", (name) => {
  expect(index.find(name)).toEqual({ kind: "none" });
});

test("a pasted list: any separators, each name once, strangers kept", () => {
  const found = matchList("Paris, AMEMBASSY THE HAGUE;\n  Atlantis\nPARIS\nAMEMBASSY\n\n", index);
  expect(found).toEqual([
    { name: "Paris", match: { kind: "one", postId: "paris" } },
    { name: "AMEMBASSY THE HAGUE", match: { kind: "one", postId: "hague" } },
    { name: "Atlantis", match: { kind: "none" } },
  ]);
});

test.each([
  ["AMEMBASSY ROME", "embassy"],
  ["AMCONSUL GENOA", "consulateGeneral"],
  ["USMISSION GENEVA", "missionToOrganization"],
  ["ROME", null],
])("%s is a kind of post", (name, type) => {
  expect(postTypeOf(name)).toBe(type);
});
