import { expect, test } from "vitest";
import { counterparts } from "../model/counterpart.ts";
import type { PatchOf } from "../model/entity.ts";
import { madeRow } from "./made-row.ts";
import { mergedValues, mergeFields, type Take } from "./merge.ts";

const office = (title: string) => ({ title, organizationId: null, level: null, fromOn: null, toOn: null });
const row = (id: string, values: PatchOf<typeof counterparts>) =>
  madeRow(counterparts, id, { name: "Amina Otieno", ...values }) as unknown as Record<string, unknown>;

test.each<[string, PatchOf<typeof counterparts>, PatchOf<typeof counterparts>, Take | null]>([
  ["name", {}, { name: "A. Otieno" }, "kept"],
  ["country", { country: "" }, { country: "Kenya" }, "other"],
  ["country", { country: "Kenya" }, { country: "" }, "kept"],
  ["languages", { languages: ["Swahili"] }, { languages: ["English"] }, "both"],
  ["protocolNote", { protocolNote: "Tea." }, { protocolNote: "No photographs." }, "both"],
  ["sensitivity", { sensitivity: "U" }, { sensitivity: "SBU" }, "other"],
  ["sensitivity", { sensitivity: "SBU" }, { sensitivity: "U" }, "kept"],
  ["offices", { offices: { a: office("Head") } }, { offices: { b: office("Deputy") } }, "both"],
  ["postId", { postId: "rome" }, { postId: "paris" }, null],
  ["differsFrom", {}, { differsFrom: { x: true } }, null],
])("%s of %j and %j is proposed from %s", (name, kept, other, start) => {
  const fields = mergeFields(counterparts, row("a", kept), row("b", other));
  expect(fields.find((field) => field.name === name)?.start ?? null).toBe(start);
});

test.each<[string, PatchOf<typeof counterparts>, PatchOf<typeof counterparts>, Take, object]>([
  ["name", {}, { name: "A. Otieno" }, "kept", {}],
  ["name", {}, { name: "A. Otieno" }, "other", { name: "A. Otieno" }],
  ["languages", { languages: ["a", "b"] }, { languages: ["b", "c"] }, "both", { languages: ["a", "b", "c"] }],
  [
    "protocolNote",
    { protocolNote: "Tea." },
    { protocolNote: "Late." },
    "both",
    { protocolNote: "Tea.\n\nLate." },
  ],
  [
    "offices",
    { offices: { a: office("Head") } },
    { offices: { b: office("HEAD"), c: office("Deputy") } },
    "both",
    { "offices/c": office("Deputy") },
  ],
  [
    "offices",
    { offices: { a: office("Head") } },
    { offices: { b: office("Deputy") } },
    "other",
    { "offices/b": office("Deputy"), "offices/a": null },
  ],
  ["tags", { tags: { a: true } }, { tags: { b: true } }, "both", { "tags/b": true }],
])("%s of %j and %j, taking %s, writes %j", (name, kept, other, take, values) => {
  expect(mergedValues(counterparts, row("a", kept), row("b", other), { [name]: take })).toEqual(values);
});
