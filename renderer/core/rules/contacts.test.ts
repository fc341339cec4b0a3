import { expect, test } from "vitest";
import { engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { lastContacts } from "./contacts.ts";
import { madeRow } from "./made-row.ts";

const people = new Map<string, { readonly mergedIntoId: string | null }>([
  ["kept", { mergedIntoId: null }],
  ["twin", { mergedIntoId: "kept" }],
]);

const met = (id: string, with_: string, patch: PatchOf<typeof engagements>) =>
  madeRow(engagements, id, { state: "held", theirs: { [with_]: { name: "", title: "" } }, ...patch });

test("the last contact is the latest that was held, under any of a person's records", () => {
  const last = lastContacts(
    [
      met("early", "kept", { at: "2026-11-01T08:00:00Z" }),
      met("late", "twin", { at: "2026-11-05T08:00:00+02:00" }),
      met("planned", "kept", { at: "2026-12-01T08:00:00Z", state: "planned" }),
      met("undated", "kept", { at: null }),
    ],
    people,
  );
  expect(last.get("kept")?.id).toBe("late");
  expect(last.has("twin")).toBe(false);
});
