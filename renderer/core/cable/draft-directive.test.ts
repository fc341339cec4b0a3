// From a reading to reviewed fields, matched posts and the rows of a directive.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { faultOf } from "../model/entity.ts";
import { type Post, posts } from "../model/post.ts";
import { references } from "../model/reference.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { madeRow } from "../rules/made-row.ts";
import { sampleCableText } from "../sample/cable.ts";
import { samplePosts } from "../sample/posts.ts";
import type { DirectiveRows, DraftSupplies } from "./directive-maker.ts";
import { directiveFrom, draftFrom } from "./draft-directive.ts";
import { readCable } from "./read-cable.ts";
import type { CableDraft, ReviewValue, Ticks } from "./review.ts";

const samplePostRows: readonly Post[] = samplePosts.map((facts) =>
  madeRow(posts, `post-${facts.key}`, {
    name: facts.city,
    city: facts.city,
    country: facts.country,
    addressNames: facts.address,
  }),
);

function post(id: string, city: string, patch: Partial<Post> = {}): Post {
  return madeRow(posts, id, { name: `Embassy ${city}`, city, ...patch });
}

function ticksOf(
  draft: CableDraft,
  keep: (key: string) => boolean = () => true,
  values: Record<string, ReviewValue> = {},
): Ticks {
  const fields = draft.fields.filter((field) => field.value !== null && keep(field.key));
  const tick = (key: string) => ({ by: "Dana", at: "2026-11-20T16:00:00Z", value: values[key] ?? null });
  return { fields: new Map(fields.map(({ key }) => [key, tick(key)])), posts: new Map(), modes: new Map() };
}

function supplies(text: string): DraftSupplies {
  let made = 0;
  return {
    newId: () => `id-${(made += 1)}`,
    taskedAt: "2026-11-20T15:30:00Z",
    capitalTimeZone: "America/New_York",
    sourceName: "cable.txt",
    sourceText: text,
    sourceHash: "a".repeat(64),
  };
}

function expectValid(rows: DirectiveRows): void {
  expect(faultOf(directives, rows.directive.values)).toBeNull();
  for (const { values } of rows.talkingPoints) expect(faultOf(talkingPoints, values)).toBeNull();
  for (const { values } of rows.references) expect(faultOf(references, values)).toBeNull();
  for (const { values } of rows.tasks) expect(faultOf(demarcheTasks, values)).toBeNull();
}

describe("the sample cable", () => {
  const draft = draftFrom(readCable(sampleCableText), { posts: samplePostRows });
  const rows = directiveFrom(draft, ticksOf(draft), supplies(sampleCableText));

  test("every field has its own key, a group and a place in the text", () => {
    expect(new Set(draft.fields.map((field) => field.key)).size).toBe(draft.fields.length);
    const empty = draft.fields.filter(({ value, span }) => value === null || !span || span.end <= span.start);
    expect(empty).toEqual([]);
    expect(draft.fields.filter((field) => field.needed).map((field) => field.key)).toEqual([
      "mrn",
      "subject",
      "sentAt",
      "marking",
    ]);
  });

  test("every addressee is matched", () => {
    expect(draft.unmatched).toEqual([]);
    expect(draft.posts).toHaveLength(25);
  });

  test.each([
    ["post-london", "action", "deliver", 0],
    ["post-mexico", "action", "deliver", 0],
    // "You should also brief the presidency" comes on top of the delivery.
    ["post-hague", "action", "deliver", 1],
    ["post-wellington", "info", "info", 0],
    ["post-beijing", "exempt", "separateInstruction", 1],
  ])("%s is %s, %s", (postId, addressed, mode, instructions) => {
    const found = draft.posts.find((one) => one.postId === postId);
    expect(found).toMatchObject({ addressed, mode });
    expect(found?.instructions).toHaveLength(instructions);
  });

  test("rows the model accepts", () => {
    expectValid(rows);
  });

  test("the directive", () => {
    expect(rows.directive.values).toMatchObject({
      mrn: "STATE 118204",
      sentAt: "2026-11-20T15:30:00Z",
      origin: "SECSTATE WASHDC",
      precedence: "priority",
      // UNCLAS with the caption SENSITIVE.
      marking: "SBU",
      captions: ["SENSITIVE"],
      tags: ["ETRD", "TINT", "ECON", "CH"],
      status: "transmitted",
      ask: "",
      level: "appropriate",
      writtenMaterial: "nonPaper",
      deliverBy: { kind: "event", value: "2026-12-14", timeZone: null },
      reportBy: { kind: "day", value: "2026-12-04", timeZone: "America/New_York" },
    });
    expect(Object.values(rows.directive.values.objectives ?? {}).map(({ kind }) => kind)).toEqual([
      "warn",
      "prepareGround",
    ]);
  });

  test("ticks stand beside the places they were given for", () => {
    const spans = rows.directive.values.sourceSpans ?? {};
    const { mrn } = spans;
    expect(mrn).toMatchObject({ tickedBy: "Dana", tickedAt: "2026-11-20T16:00:00Z" });
    expect(sampleCableText.slice(mrn?.start, mrn?.end)).toBe("STATE 118204");
    for (const { id } of rows.talkingPoints) expect(spans[`points/${id}`]).toBeDefined();
  });

  test("points in order, answers with what they answer", () => {
    const values = rows.talkingPoints.map((made) => made.values);
    expect(values.map(({ order }) => order)).toEqual(values.map((_, k) => k + 1));
    expect(values.find(({ label }) => label === "G")).toMatchObject({
      kind: "ifRaised",
      rebuts: "THE ACCUSATION HAS BEEN CALLED GROUNDLESS",
      portion: "U",
    });
    expect(values.at(-1)).toMatchObject({ kind: "background", portion: "SBU" });
  });

  test("references: a statement and two cables", () => {
    expect(rows.references.map(({ values }) => [values.kind, values.mrn, values.title, values.on])).toEqual([
      ["statement", "", "WHITE HOUSE STATEMENT OF NOVEMBER 18", "2026-11-18"],
      ["cable", "STATE 118205", "", null],
      ["cable", "STATE 104417", "", null],
    ]);
  });

  test("one task a post, with reason where it does not act", () => {
    const tasks = new Map(rows.tasks.map(({ values }) => [values.postId, values]));
    expect(tasks.size).toBe(25);
    expect(tasks.get("post-tokyo")).toMatchObject({
      mode: "deliver",
      exemptReason: null,
      taskedAt: "2026-11-20T15:30:00Z",
    });
    expect(tasks.get("post-hague")?.note).toContain("PRESIDENCY");
    expect(tasks.get("post-abuja")).toMatchObject({ addressed: "info", mode: "info", exemptReason: null });
    expect(tasks.get("post-beijing")).toMatchObject({
      mode: "separateInstruction",
      exemptReason: "separateChannel",
      taskedAt: null,
    });
  });

  test("what nobody ticked is not in the rows", () => {
    const some = directiveFrom(
      draft,
      ticksOf(draft, (key) => key === "subject" || key === "addressee/0" || key === "point/1"),
      supplies(""),
    );
    expectValid(some);
    expect(some.directive.values).toMatchObject({
      mrn: "",
      status: "draft",
      tags: [],
      reportBy: null,
      marking: "U",
    });
    expect(some.tasks.map(({ values }) => values.postId)).toEqual(["post-london"]);
    expect(some.talkingPoints).toHaveLength(1);
    expect(some.references).toEqual([]);
  });

  test("a person's values come before those read", () => {
    const ticks = ticksOf(draft, () => true, {
      subject: "ANOTHER SUBJECT",
      "reportBy/0": {
        kind: "deadline",
        deadline: { kind: "day", value: "2026-12-07", text: "BY COB DECEMBER 7" },
      },
    });
    const edited = directiveFrom(
      draft,
      {
        ...ticks,
        posts: new Map([
          ["addressee/0", null],
          ["addressee/1", "post-rome"],
        ]),
        modes: new Map([["post-tokyo", { addressed: "action", mode: "hold" }]]),
      },
      supplies(""),
    );
    expectValid(edited);
    expect(edited.directive.values).toMatchObject({
      subject: "ANOTHER SUBJECT",
      reportBy: { value: "2026-12-07" },
    });
    const tasks = edited.tasks.map(({ values }) => `${values.postId} ${values.mode}`);
    expect(tasks).toContain("post-tokyo hold");
    expect(tasks.filter((task) => task.startsWith("post-rome"))).toHaveLength(1);
    expect(tasks.some((task) => task.startsWith("post-london") || task.startsWith("post-paris"))).toBe(false);
  });
});

function tasked(draft: CableDraft): string[] {
  return draft.posts.map((one) => `${one.postId} ${one.addressed} ${one.mode}`).toSorted();
}

describe("posts", () => {
  const world: readonly Post[] = [
    post("lima", "Lima"),
    post("suva", "Suva"),
    post("bathurst", "Banjul", { addressNames: ["BATHURST"] }),
    post("taipei", "Taipei"),
    post("old", "Saigon", { closedOn: "1975-04-30" }),
    post("usun", "New York", {
      name: "USUN New York",
      type: "missionToOrganization",
      addressNames: ["USUN NEW YORK"],
    }),
  ];
  const draftOf = (lists: string, text = "1. POSTS SHOULD DELIVER THIS.") =>
    draftFrom(readCable(`R 112357Z MAY 76\nFM SECSTATE WASHDC\n${lists}\nSTATE 1\nSUBJECT: X\n\n${text}`), {
      posts: world,
    });

  test("a collective address means all that are open; exemptions and pouches come before it", () => {
    const draft = draftOf(
      "TO ALL DIPLOMATIC POSTS\nAMEMBASSY BATHURST BY POUCH\nINFO USMISSION USUN NEW YORK\nXMT AMEMBASSY TAIPEI\nAMEMBASSY BATHURST",
    );
    expect(tasked(draft)).toEqual([
      "bathurst action deliver",
      "lima action deliver",
      "suva action deliver",
      "taipei exempt exempt",
      "usun info info",
    ]);
    expect(draft.unmatched).toEqual([]);
  });

  test("a region's collective address is for a person to choose", () => {
    const draft = draftOf("TO ALL AFRICAN DIPLOMATIC POSTS");
    expect(draft.posts).toEqual([]);
    expect(draft.unmatched).toEqual(["addressee/0"]);
  });

  test("strangers stay unmatched, and needed fields that are missing stand there empty", () => {
    const draft = draftOf("TO AMEMBASSY ATLANTIS");
    expect(draft.unmatched).toEqual(["addressee/0"]);
    expect(draft.fields.filter((field) => field.value === null).map((field) => field.key)).toEqual([
      "marking",
      "point/none",
    ]);
  });

  test("instructions headed with a post's name re-task it", () => {
    const draft = draftOf(
      "TO AMEMBASSY LIMA\nINFO AMEMBASSY SUVA\nAMEMBASSY TAIPEI",
      "1. POSTS SHOULD DELIVER THIS.\n\n2. FOR SUVA: YOU MAY INFORM HOST GOVERNMENT.\n\n3. FOR LIMA: AWAIT INSTRUCTIONS.\n\n4. FOR INFO ADDRESSEES: NO ACTION IS REQUESTED.",
    );
    expect(tasked(draft)).toEqual(["lima action hold", "suva info briefOnly", "taipei info info"]);
  });

  test("without marks of their own points are held as closely as their cable", () => {
    const source =
      "R 112357Z MAY 76\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nCONFIDENTIAL STATE 1\nSUBJECT: X\n\n1. TALKING POINTS:\n\nA. ONE.";
    const draft = draftFrom(readCable(source), { posts: world });
    expect(directiveFrom(draft, ticksOf(draft), supplies(source)).talkingPoints[0]?.values.portion).toBe("C");
  });
});

const folder = new URL("../../../../shared/data/cables/", import.meta.url);

test.skipIf(!existsSync(folder))(
  "a real telegram to twenty-four posts (skipped where ../shared/data is not there)",
  () => {
    const file = readdirSync(folder).find((name) => name.startsWith("09-")) ?? "";
    const text = readFileSync(new URL(file, folder), "utf8");
    const reading = readCable(text);
    const cities = reading.header.addressees.map(({ value }) => value.name.replace(/^AMEMBASSY /, ""));
    const rows = cities.map((city, k) =>
      post(`post-${k}`, city, {
        addressNames: [city],
        type: city.startsWith("US") ? "missionToOrganization" : "embassy",
      }),
    );
    const draft = draftFrom(reading, { posts: rows });
    const made = directiveFrom(draft, ticksOf(draft), supplies(text));
    expectValid(made);
    expect(draft.unmatched).toEqual([]);
    expect(made.tasks).toHaveLength(33);
    const modeOf = (city: string) =>
      made.tasks.find(({ values }) => values.postId === `post-${cities.indexOf(city)}`)?.values.mode;
    expect(["THE HAGUE", "BONN", "OTTAWA", "TEL AVIV", "CAIRO"].map(modeOf)).toEqual([
      "coordinate",
      "coordinate",
      "deliver",
      "soundOut",
      "info",
    ]);
    expect(made.references.map(({ values }) => values.mrn)).toEqual(["IAEA 6689"]);
  },
);
