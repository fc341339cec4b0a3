import { expect, test } from "vitest";
import { addCounterpart, retagCounterpart, setOffice } from "./counterparts.ts";

const post = { id: "post-nairobi", country: "Kenya" };
const scope = "post/post-nairobi" as const;
const office = { title: "Director", level: "director", fromOn: null, toOn: null } as const;

test("a person, the first office and a new body are one write", () => {
  const person = {
    name: "Amina Odhiambo",
    nativeName: "",
    languages: ["Swahili"],
    office,
    body: { newId: "org-new", name: "Ministry of Information" },
  };
  expect(addCounterpart({ counterpart: "cp", office: "of" }, post, person).changes).toEqual([
    {
      table: "organizations",
      id: "org-new",
      scope,
      values: { name: "Ministry of Information", kind: "ministry", country: "Kenya" },
    },
    {
      table: "counterparts",
      id: "cp",
      scope,
      values: {
        name: "Amina Odhiambo",
        nativeName: "",
        languages: ["Swahili"],
        postId: "post-nairobi",
        country: "Kenya",
        "offices/of": { ...office, organizationId: "org-new" },
      },
    },
  ]);
});

test("without an office no body is made", () => {
  const person = {
    name: "A. Odhiambo",
    nativeName: "",
    languages: [],
    office: null,
    body: { newId: "org-new", name: "X" },
  };
  const { changes } = addCounterpart({ counterpart: "cp", office: "of" }, post, person);
  expect(changes.map(({ table }) => table)).toEqual(["counterparts"]);
  expect(Object.keys(changes[0]?.values ?? {})).not.toContain("offices/of");
});

test.each([
  {
    before: ["technology", "press"],
    tags: ["technology", "security"],
    written: { "tags/press": null, "tags/technology": true, "tags/security": true },
  },
  { before: [], tags: [], written: {} },
])("tags $before become $tags", ({ before, tags, written }) => {
  const counterpart = {
    id: "cp",
    scope,
    tags: Object.fromEntries(before.map((tag) => [tag, true as const])),
  };
  expect(retagCounterpart(counterpart, tags).changes[0]?.values).toEqual(written);
});

test("an office of a known body keeps its key", () => {
  const { changes } = setOffice(
    { id: "cp", scope },
    post,
    "now",
    { ...office, toOn: "2026-11-01" },
    { id: "org-1" },
  );
  expect(changes).toEqual([
    {
      table: "counterparts",
      id: "cp",
      scope,
      values: { "offices/now": { ...office, toOn: "2026-11-01", organizationId: "org-1" } },
    },
  ]);
});
