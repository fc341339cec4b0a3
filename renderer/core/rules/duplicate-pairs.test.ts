import { describe, expect, test } from "vitest";
import { counterparts } from "../model/counterpart.ts";
import type { PatchOf } from "../model/entity.ts";
import { organizations } from "../model/organization.ts";
import type { Counterpart } from "../model/counterpart.ts";
import * as pairs from "./duplicate-pairs.ts";
import { madeRow } from "./made-row.ts";

/** All of a search in one go. */
function finish<R>(search: pairs.Search<R>): readonly pairs.LikePair<R>[] {
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}
const likePeople = (people: readonly Counterpart[]) => finish(pairs.likePeople(people));

type Patch = NonNullable<Parameters<typeof madeRow<typeof counterparts>>[2]>;

const person = (id: string, name: string, more: Patch = {}) =>
  madeRow(counterparts, id, { name, country: "Kenya", ...more });
const body = (id: string, name: string, more: PatchOf<typeof organizations> = {}) =>
  madeRow(organizations, id, { name, country: "Kenya", ...more });

const ids = (some: readonly { readonly pair: readonly { readonly id: string }[] }[]) =>
  some.map(({ pair }) => pair.map(({ id }) => id).join("+"));

describe("people", () => {
  test.each<[string, string, boolean]>([
    ["Amina Otieno", "OTIENO, Amina", true],
    ["Amina W. Otieno", "Amina Otieno", true],
    ["Dr. Amina Otieno", "A. Otieno", true],
    ["Amina Otieno", "Amina Oteino", true],
    ["Łukasz Żak-Nowak", "Lukasz Zak Nowak", true],
    ["Mohammed Al-Faisal", "محمد الفيصل", true],
    ["Sergei Ivanovich Petrov", "Петров Сергей", true],
    ["Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", true],
    ["Amina Otieno", "Brian Otieno", false],
    ["Otieno", "Amina Otieno", false],
    ["Chen Wei", "Shen Wei", false],
    ["", "", false],
  ])("%s and %s: %s", (one, other, isPair) => {
    expect(likePeople([person("a", one), person("b", other)])).toHaveLength(isPair ? 1 : 0);
  });

  test("either name in either field, and of another country only with nothing against it", () => {
    const native = person("a", "Ahmed Al-Faisal", { nativeName: "أحمد الفيصل" });
    expect(ids(likePeople([native, person("b", "احمد الفيصل")]))).toEqual(["a+b"]);
    expect(likePeople([native, person("b", "Ahmed Al-Faisal", { country: "Egypt" })])).toEqual([]);
    expect(likePeople([native, person("b", "Ahmed Al-Faisal", { country: "" })])).toHaveLength(1);
  });

  test.each<[string, Patch, Patch]>([
    ["said to be two", { differsFrom: { b: true } }, {}],
    ["said so of the other", {}, { differsFrom: { a: true } }],
    ["merged already", {}, { mergedIntoId: "a" }],
    ["in the trash", {}, { deleted: true }],
  ])("not those %s", (_, one, other) => {
    const rows = [person("a", "Amina Otieno", one), person("b", "Amina Otieno", other)];
    expect(likePeople(rows)).toEqual([]);
  });

  test("what was said of a record holds for the one it was merged into", () => {
    const rows = [
      person("a", "Amina Otieno"),
      person("b", "Amina Otieno", { mergedIntoId: "a", differsFrom: { c: true } }),
      person("c", "Amina Otieno"),
    ];
    expect(likePeople(rows)).toEqual([]);
  });

  test("what an import asked comes first, however little alike", () => {
    const rows = [
      person("a", "Amina Otieno"),
      person("b", "Amina Otieno"),
      person("c", "Zawadi Were", { maybeSameAs: { b: true } }),
    ];
    expect(ids(likePeople(rows))).toEqual(["b+c", "a+b"]);
  });

  test("a crowd of one name is not compared all with all, and each still meets somebody", () => {
    const crowd = Array.from({ length: 3000 }, (_, n) => person(`p${n}`, "Desk officer, name not known"));
    const found = likePeople(crowd);
    expect(found.length).toBeLessThan(3000 * 13);
    expect(new Set(found.flatMap(({ pair }) => pair.map(({ id }) => id))).size).toBe(3000);
  });
});

describe("bodies", () => {
  test.each<[string, PatchOf<typeof organizations>, PatchOf<typeof organizations>, boolean]>([
    ["one name", {}, {}, true],
    ["another country", {}, { country: "Uganda" }, false],
    ["under different bodies", { parentId: "x" }, { parentId: "y" }, false],
    ["under one body", { parentId: "x" }, { parentId: "x" }, true],
    ["said to be two", { differsFrom: { b: true } }, {}, false],
  ])("%s", (_, one, other, isPair) => {
    const rows = [
      body("a", "Ministry of Foreign Affairs", one),
      body("b", "Foreign Affairs Ministry", other),
    ];
    expect(finish(pairs.likeBodies(rows))).toHaveLength(isPair ? 1 : 0);
  });
});
