import { describe, expect, test } from "vitest";
import { counterparts } from "../model/counterpart.ts";
import { engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { personMatches, sameMeetings } from "./duplicates.ts";
import { madeRow } from "./made-row.ts";
import { nameLikeness, nameWords } from "./person-name.ts";

describe("names", () => {
  test.each<[string, string]>([
    ["H.E. Dr. José Álvarez-Núñez", "alvarez jose nunez"],
    ["ALVAREZ NUNEZ, José", "alvarez jose nunez"],
    ["Sheikh Abdullah bin Zayed Al Nahyan", "abdullah alnahyan bin zayed"],
    ["El-Sayed, Mona", "alsayed mona"],
    ["Øyvind Ødegård", "odegard oyvind"],
    ["Łukasz Żółć", "lukasz zolc"],
    ["O’Neill", "oneill"],
    ["أحمد الفيصل", "احمد الفيصل"],
    ["احمد الفيصل", "احمد الفيصل"],
    ["السيد مصطفى", "مصطفي"],
    ["Sheikh Amir", "amir sheikh"],
    ["王毅", "王毅"],
    ["ＬＩ Ｗｅｉ", "li wei"],
    ["  ", ""],
  ])("%j is %j", (name, words) => {
    expect(nameWords(name).join(" ")).toBe(words);
  });

  test.each<[string, string, number, number]>([
    ["Amina Otieno", "OTIENO, Amina", 1, 1],
    ["Mr. Amina Otieno", "Dr Amina Otieno", 1, 1],
    ["Amina W. Otieno", "Amina Otieno", 0.85, 0.95],
    ["A. Otieno", "Amina Otieno", 0.75, 0.85],
    ["Amina Otieno", "Amina Otienno", 0.9, 0.95],
    ["Otieno", "Amina Otieno", 0.55, 0.65],
    ["Amina Otieno", "Joseph Otieno", 0.4, 0.55],
    ["Amina Otieno", "Pierre Dubois", 0, 0],
    ["", "Amina Otieno", 0, 0],
    ["Li Wei", "Li Wen", 0.4, 0.55],
    ["Martha Braun", "Martin Braun", 0.4, 0.55],
    ["Mhamed Saleh", "Hmamed Saleh", 0.9, 0.95],
  ])("%j and %j", (a, b, least, most) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(least);
    expect(nameLikeness(a, b)).toBeLessThanOrEqual(most);
    expect(nameLikeness(b, a)).toBe(nameLikeness(a, b));
  });
});

const office = (title: string) => ({ title, organizationId: null, level: null, fromOn: null, toOn: null });

describe("people on record", () => {
  const people = [
    madeRow(counterparts, "otieno", {
      name: "Amina W. Otieno",
      country: "Kenya",
      offices: { o1: office("Principal Secretary") },
    }),
    madeRow(counterparts, "other", { name: "Amina Otieno", country: "Uganda" }),
    madeRow(counterparts, "faisal", {
      name: "Ahmed Al-Faisal",
      nativeName: "أحمد الفيصل",
      country: "Saudi Arabia",
    }),
    madeRow(counterparts, "merged", { name: "Amina Otieno", country: "Kenya", mergedIntoId: "otieno" }),
    madeRow(counterparts, "gone", { name: "Amina Otieno", country: "Kenya", deleted: true }),
    madeRow(counterparts, "dubois", { name: "Pierre Dubois", country: "France" }),
  ];
  const find = (sought: { name?: string; nativeName?: string; country?: string; title?: string }) =>
    personMatches({ name: "", nativeName: "", country: "", title: "", ...sought }, people);

  test("country and office order those of like name", () => {
    const found = find({ name: "OTIENO Amina", country: "kenya", title: "principal secretary" });
    expect(found.map((match) => match.counterpart.id)).toEqual(["otieno", "other"]);
    expect(found[0]?.because).toEqual(["similarName", "sameCountry", "sameOffice"]);
    expect(found[0]?.score).toBeGreaterThan(0.95);
    expect(found[1]?.score).toBeLessThan(0.8);
  });

  test("a name in its own script is found, whichever field it is typed in", () => {
    for (const sought of [{ nativeName: "احمد الفيصل" }, { name: "أَحْمَد الفيصل" }]) {
      expect(find(sought).map((match) => match.counterpart.id)).toEqual(["faisal"]);
    }
  });

  test("nobody is found by country alone or by nothing", () => {
    expect(find({ country: "Kenya" })).toEqual([]);
    expect(find({})).toEqual([]);
    expect(find({ name: "Zhang San" })).toEqual([]);
  });
});

const meeting = (id: string, patch: PatchOf<typeof engagements>) =>
  madeRow(engagements, id, {
    postId: "auckland",
    directiveId: "d1",
    at: "2026-11-26T20:00:00Z",
    theirs: { c1: { name: "A", title: "" } },
    ...patch,
  });

describe("one meeting logged twice", () => {
  const zone = "Pacific/Auckland";

  test.each<[string, PatchOf<typeof engagements>, boolean]>([
    ["the same day at the post, another day in UTC", { at: "2026-11-27T08:00:00Z" }, true],
    ["the next day at the post, the same in UTC", { at: "2026-11-26T08:00:00Z" }, false],
    ["nobody in common", { theirs: { c2: { name: "B", title: "" } } }, false],
    [
      "one of several in common",
      { theirs: { c2: { name: "B", title: "" }, c1: { name: "A", title: "" } } },
      true,
    ],
    ["another directive", { directiveId: "d2" }, false],
    ["another post", { postId: "wellington" }, false],
    ["no date", { at: null }, false],
  ])("%s", (_, patch, expected) => {
    expect(sameMeetings(meeting("new", {}), [meeting("old", patch)], zone).length > 0).toBe(expected);
  });

  test("not itself, not a deleted one, and nothing without people", () => {
    const candidate = meeting("e1", {});
    expect(sameMeetings(candidate, [candidate], zone)).toEqual([]);
    expect(sameMeetings(candidate, [{ ...meeting("e2", {}), deleted: true }], zone)).toEqual([]);
    expect(sameMeetings(meeting("e3", { theirs: {} }), [meeting("e4", { theirs: {} })], zone)).toEqual([]);
  });
});
