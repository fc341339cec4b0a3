// A review from the first look to a directive: what is open, what one press may tick, what a person adds.
import { expect, test } from "vitest";
import { posts } from "../model/post.ts";
import { madeRow } from "../rules/made-row.ts";
import { sampleCable } from "../sample/cable-for.ts";
import { draftFrom } from "./draft-directive.ts";
import { readCable } from "./read-cable.ts";
import { addedKey, addresseeKey, blankValue, withAdditions } from "./review-additions.ts";
import { inOrderOfDoubt, openParts, reviewProgress, sureFields } from "./review-progress.ts";

const rome = madeRow(posts, "rome", { name: "Rome", city: "Rome", addressNames: ["ROME"] });
const lima = madeRow(posts, "lima", { name: "Lima", city: "Lima", addressNames: ["LIMA"] });
const cable = draftFrom(readCable(sampleCable("2026-11-20")), { posts: [rome, lima] });
const plain = draftFrom(readCable("Please raise this with the ministry.\n\nThank you."), {
  posts: [rome, lima],
});
const nothing: ReadonlySet<string> = new Set();

test("nothing ticked: every needed part is open", () => {
  const progress = reviewProgress(cable, { ticked: nothing, discarded: nothing });
  expect(openParts(progress)).toEqual(["subject", "mrn", "sentAt", "marking", "posts", "points"]);
  expect(progress.find(({ part }) => part === "points")).toMatchObject({ ticked: 0, isNeeded: true });
});

test("all that is sure ticked: what is left needs a look", () => {
  const ticked = new Set(sureFields(cable).map(({ key }) => key));
  expect(ticked.has("subject")).toBe(true);
  const progress = reviewProgress(cable, { ticked, discarded: nothing });
  expect(openParts(progress).filter((part) => part !== "marking")).toEqual([]);
});

test("an addressee that no post answers to is not sure", () => {
  expect(cable.unmatched.length).toBeGreaterThan(10);
  const ticked = new Set(sureFields(cable).map(({ key }) => key));
  expect(cable.unmatched.some((key) => ticked.has(key))).toBe(false);
});

test("a text without a header may do without number, date, posts and points, but not without subject and marking", () => {
  const discarded = new Set(plain.fields.map(({ key }) => key));
  const progress = reviewProgress(plain, { ticked: nothing, discarded });
  expect(openParts(progress)).toEqual(["subject", "marking"]);
});

test("posts and fields added by hand stand in place of what the text lacks", () => {
  const key = addedKey("point", { "point/+1": "" });
  expect(key).toBe("point/+2");
  const draft = withAdditions(plain, { fields: { [key]: blankValue("point") }, posts: ["lima"] }, [
    rome,
    lima,
  ]);
  const keys = draft.fields.map((field) => field.key);
  expect(keys).toContain(key);
  expect(keys).toContain(addresseeKey("lima"));
  expect(keys.filter((name) => name.endsWith("/none"))).toEqual([]);
  expect(draft.posts).toMatchObject([{ postId: "lima", addressed: "action", mode: "deliver" }]);
});

test("a post the cable names already is not added again", () => {
  const draft = withAdditions(cable, { fields: {}, posts: ["rome"] }, [rome, lima]);
  expect(draft.posts.filter(({ postId }) => postId === "rome")).toHaveLength(1);
  expect(draft.fields).toHaveLength(cable.fields.length);
});

test("what is missing or without a post comes first, then the unsure, then the text's own order", () => {
  const addressees = cable.fields.filter(({ group }) => group === "addressees");
  const ordered = inOrderOfDoubt(addressees, cable.unmatched);
  const romes = ordered.findIndex(({ value }) => JSON.stringify(value).includes("AMEMBASSY ROME"));
  expect(romes).toBe(ordered.length - 1);
  const header = inOrderOfDoubt(
    plain.fields.filter(({ group }) => group === "header"),
    [],
  );
  expect(header[0]?.value).toBeNull();
});
