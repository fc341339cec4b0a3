import { expect, test } from "vitest";
import type { Office } from "../model/counterpart.ts";
import { organizations } from "../model/organization.ts";
import { madeRow } from "./made-row.ts";
import { bodyChain, officeOn, officesOf } from "./offices.ts";

const office = (title: string, fromOn: string | null, toOn: string | null): Office => ({
  title,
  organizationId: null,
  level: null,
  fromOn,
  toOn,
});

const offices = {
  desk: office("Desk Officer", null, "2024-05-31"),
  envoy: office("Special Envoy", "2025-03-01", "2025-06-30"),
  director: office("Director", "2024-06-01", null),
};

test("offices still held come first, then the latest", () => {
  expect(officesOf({ offices }).map(({ id }) => id)).toEqual(["director", "envoy", "desk"]);
});

test.each([
  ["2020-01-01", "desk"],
  ["2024-05-31", "desk"],
  ["2024-06-01", "director"],
  ["2025-04-01", "envoy"],
  ["2026-01-01", "director"],
])("on %s the office is %s", (day, id) => {
  expect(officeOn({ offices }, day)?.id).toBe(id);
});

test("nobody's office before the first", () => {
  expect(officeOn({ offices: { director: offices.director } }, "2023-01-01")).toBeNull();
});

test("a body's chain goes upwards and stops where it would turn in a circle", () => {
  const rows = [
    madeRow(organizations, "desk", { parentId: "directorate" }),
    madeRow(organizations, "directorate", { parentId: "ministry" }),
    madeRow(organizations, "ministry", { parentId: "desk" }),
  ];
  const byId = new Map(rows.map((row) => [row.id, row]));
  expect(bodyChain("desk", byId).map(({ id }) => id)).toEqual(["desk", "directorate", "ministry"]);
  expect(bodyChain("nowhere", byId)).toEqual([]);
  expect(bodyChain(null, byId)).toEqual([]);
});
