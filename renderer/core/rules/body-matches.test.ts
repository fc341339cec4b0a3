import { describe, expect, test } from "vitest";
import { organizations } from "../model/organization.ts";
import { bodyMatches } from "./body-matches.ts";
import { madeRow } from "./made-row.ts";

type Patch = NonNullable<Parameters<typeof madeRow<typeof organizations>>[2]>;

const body = (id: string, name: string, more: Patch = {}) =>
  madeRow(organizations, id, { name, country: "Kenya", ...more });

describe("bodies on record", () => {
  test.each<[string, string, boolean]>([
    ["Foreign Affairs Ministry", "The Ministry of Foreign Affairs", true],
    ["Ministry of Foreign", "Ministry of Foreign Affairs", true],
    ["treasury", "The Treasury", true],
    ["Ministère de la Défense", "MINISTERE DE LA DEFENSE", true],
    ["وزارة الخارجية", "وزاره الخارجيه", true],
    ["Ministry", "Ministry of Foreign Affairs", false],
    ["Ministry of Finance", "Ministry of Foreign Affairs", false],
    ["of the", "Ministry of Foreign Affairs", false],
    ["", "Ministry of Foreign Affairs", false],
  ])("%j and %j: %s", (sought, known, isFound) => {
    const found = bodyMatches({ name: sought, country: "Kenya" }, [body("b", known)]);
    expect(found.map((match) => match.body.id)).toEqual(isFound ? ["b"] : []);
  });

  test.each<[string, Patch, boolean]>([
    ["of another country", { country: "Uganda" }, false],
    ["of no country", { country: "" }, true],
    ["of all countries, seated in another", { country: "Switzerland", kind: "international" }, true],
    ["in the trash", { deleted: true }, false],
  ])("one %s: %s", (_, more, isFound) => {
    const found = bodyMatches({ name: "Health Office", country: "kenya" }, [
      body("b", "Health Office", more),
    ]);
    expect(found).toHaveLength(isFound ? 1 : 0);
  });

  test("the likeliest first, each once, with what it is alike in", () => {
    const [other, same] = [
      body("a", "Directorate of Cyber Policy, Africa"),
      body("b", "Cyber Policy Directorate"),
    ];
    const found = bodyMatches({ name: "Directorate of Cyber Policy", country: "Kenya" }, [other, same, same]);
    expect(found.map((match) => [match.body.id, match.because])).toEqual([
      ["b", ["sameName", "sameCountry"]],
      ["a", ["similarName", "sameCountry"]],
    ]);
  });
});
