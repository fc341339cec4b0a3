import { expect, test } from "vitest";
import { demarcheTasks } from "#core/model/demarche-task.ts";
import { directives } from "#core/model/directive.ts";
import { engagements } from "#core/model/engagement.ts";
import { faultOf } from "#core/model/entity.ts";
import { entities } from "#core/model/index.ts";
import { positions } from "#core/model/position.ts";
import { responses } from "#core/model/response.ts";
import { talkingPoints } from "#core/model/talking-point.ts";
import { blankLog, type EngagementLog } from "#core/rules/engagement-log.ts";
import { logOf } from "#core/rules/engagement-log-of.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { pointsFor } from "#core/rules/point-scope.ts";
import { fileEngagement, type FilingCase } from "./file-engagement.ts";

const now = "2026-11-24T12:00:00Z";
const at = "2026-11-24T07:00:00Z";
const scope = "post/post-nairobi" as const;
const directive = madeRow(directives, "dir", { subject: "Distillation", issueId: "issue" });
const task = { ...madeRow(demarcheTasks, "task", { directiveId: "dir", postId: "post-nairobi" }), scope };
const point = madeRow(talkingPoints, "pt-a", { directiveId: "dir" });

const known: FilingCase = {
  engagementId: "eng",
  responseId: "resp",
  positionId: "pos",
  draftId: "draft",
  now,
  user: "Jo Field",
  timeZone: "Africa/Nairobi",
  post: { id: "post-nairobi", country: "Kenya" },
  directive,
  task,
  postPoints: pointsFor(task, [point]),
  others: [],
  before: null,
  response: null,
  position: null,
};

const held = blankLog({
  postId: "post-nairobi",
  directiveId: "dir",
  on: "2026-11-24",
  time: "10:00",
  ours: [
    { id: "o1", name: "Jo Field", rank: "Counselor" },
    { id: "o2", name: "  ", rank: "" },
  ],
  theirs: [{ id: "cp-1", name: "Amina Odhiambo", title: "Director" }],
  points: {
    "pt-a": { outcome: "delivered", note: " ", leftInWriting: true },
    "pt-b": { outcome: null, note: "", leftInWriting: false },
  },
  reaction: "receptive",
  category: "supportiveInPrinciple",
  quote: "We see it too.",
  verbatim: true,
  stance: "supportive",
  confidence: "high",
  commitments: [
    { id: "c1", by: "host", text: "Pass the paper on", dueOn: "2026-12-01", verified: "" },
    { id: "c2", by: "us", text: "", dueOn: "", verified: "" },
  ],
  counterArguments: ["No evidence shown", " No evidence shown "],
  report: "She agreed.",
  followUps: [
    {
      id: "f1",
      what: "Send the annex",
      owner: "Jo Field",
      waitingOn: "us",
      dueOn: "2026-11-30",
      pointId: "pt-a",
    },
    { id: "f2", what: "Await the ministry", owner: "", waitingOn: "host", dueOn: "", pointId: null },
    { id: "f3", what: "", owner: "Jo Field", waitingOn: "us", dueOn: "", pointId: null },
  ],
});

function filed(log: Partial<EngagementLog> = {}, more: Partial<FilingCase> = {}) {
  const { changes } = fileEngagement({ ...held, ...log }, { ...known, ...more });
  for (const change of changes) {
    const patch = Object.fromEntries(
      Object.entries(change.values).flatMap(([path, value]) => {
        const [field = "", key] = path.split("/");
        if (field === "deleted") return [];
        return [[field, key === undefined ? value : value === null ? {} : { [key]: value }]];
      }),
    );
    expect(faultOf(entities[change.table], patch)).toBeNull();
  }
  return Object.fromEntries(changes.map((change) => [`${change.table}/${change.id}`, change]));
}

test("a held meeting is one write of all it brought", () => {
  const changes = filed();
  expect(Object.keys(changes)).toEqual([
    "engagements/eng",
    "responses/resp",
    "positions/pos",
    "followUps/f1",
    "followUps/f2",
    "demarcheTasks/task",
    "drafts/draft",
  ]);
  expect(changes["engagements/eng"]).toMatchObject({
    scope,
    values: {
      at,
      timeZone: "Africa/Nairobi",
      taskId: "task",
      subject: "Distillation",
      "ours/o1": { name: "Jo Field", rank: "Counselor" },
      "theirs/cp-1": { name: "Amina Odhiambo", title: "Director" },
      "points/pt-a": { outcome: "delivered", note: "", leftInWriting: true },
      "commitments/c1": { by: "host", text: "Pass the paper on", dueOn: "2026-12-01", verified: "" },
      counterArguments: ["No evidence shown"],
      loggedBy: "Jo Field",
      loggedAt: now,
    },
  });
  const written = Object.keys(changes["engagements/eng"]?.values ?? {});
  expect(written).not.toEqual(expect.arrayContaining(["points/pt-b"]));
  expect(written.filter((path) => /^(points|ours|theirs|commitments)$|o2|c2/.test(path))).toEqual([]);
  expect(changes["responses/resp"]?.values).toMatchObject({
    engagementId: "eng",
    receivedAt: at,
    counterpartId: "cp-1",
  });
  expect(changes["positions/pos"]?.values).toMatchObject({
    issueId: "issue",
    country: "Kenya",
    on: "2026-11-24",
    responseId: "resp",
  });
  expect(changes["followUps/f1"]?.values).toMatchObject({
    status: "open",
    pointId: "pt-a",
    dueOn: "2026-11-30",
  });
  expect(changes["followUps/f2"]?.values).toMatchObject({
    status: "waitingOnHost",
    counterpartId: "cp-1",
    dueOn: null,
  });
  expect(changes["demarcheTasks/task"]?.values).toEqual({
    deliveredAt: at,
    partlyDelivered: false,
    answeredAt: at,
  });
  expect(changes["drafts/draft"]?.values).toMatchObject({ deleted: true });
});

test.each([
  {
    name: "planned: only the appointment",
    log: { state: "planned", on: "2026-12-01" },
    keys: ["engagements/eng", "followUps/f1", "followUps/f2", "demarcheTasks/task", "drafts/draft"],
    task: { scheduledFor: "2026-12-01T07:00:00Z" },
  },
  {
    name: "not held: nothing was said",
    log: { state: "notHeld", notHeldReason: "The host cancelled" },
    keys: ["engagements/eng", "followUps/f1", "followUps/f2", "drafts/draft"],
    task: undefined,
  },
  {
    name: "a word of the host that is no answer",
    log: { category: "willStudy", stance: null, followUps: [] },
    keys: ["engagements/eng", "responses/resp", "demarcheTasks/task", "drafts/draft"],
    task: { deliveredAt: at, partlyDelivered: false },
  },
  {
    name: "an answer that the person says is none",
    log: { isAnswer: false, stance: null, followUps: [] },
    keys: ["engagements/eng", "responses/resp", "demarcheTasks/task", "drafts/draft"],
    task: { deliveredAt: at, partlyDelivered: false },
  },
] as const)("$name", ({ log, keys, task: dates }) => {
  const changes = filed(log as Partial<EngagementLog>);
  expect(Object.keys(changes)).toEqual(keys);
  expect(changes["demarcheTasks/task"]?.values).toEqual(dates);
});

test("outside of a directive there is no task, no stand, and the subject is the person's own", () => {
  const changes = filed(
    { directiveId: null, subject: "Visas", followUps: [] },
    { directive: undefined, task: undefined, postPoints: [] },
  );
  expect(Object.keys(changes)).toEqual(["engagements/eng", "responses/resp", "drafts/draft"]);
  expect(changes["engagements/eng"]?.values).toMatchObject({
    subject: "Visas",
    directiveId: null,
    taskId: null,
  });
});

test("an edit removes what is no longer there and follows its own dates", () => {
  const before = {
    ...madeRow(engagements, "eng", {
      taskId: "task",
      state: "held",
      at,
      loggedBy: "Somebody else",
      loggedAt: "2026-11-24T09:00:00Z",
      ours: { gone: { name: "Al Ray", rank: "Attaché" } },
      points: {
        "pt-a": { outcome: "delivered", note: "", leftInWriting: false },
        "pt-z": { outcome: "partly", note: "", leftInWriting: false },
      },
    }),
    scope,
  };
  const changes = filed(
    {
      category: null,
      quote: "",
      stance: null,
      followUps: [],
      points: { "pt-a": { outcome: "notDelivered", note: "", leftInWriting: false } },
    },
    {
      draftId: null,
      before,
      task: { ...task, deliveredAt: at },
      response: { ...madeRow(responses, "resp"), scope },
      position: { ...madeRow(positions, "pos"), scope },
    },
  );
  expect(Object.keys(changes)).toEqual([
    "engagements/eng",
    "responses/resp",
    "positions/pos",
    "demarcheTasks/task",
  ]);
  expect(changes["engagements/eng"]?.values).toMatchObject({
    "ours/gone": null,
    "points/pt-z": null,
    loggedBy: "Somebody else",
    loggedAt: "2026-11-24T09:00:00Z",
  });
  expect(changes["responses/resp"]?.values).toEqual({ deleted: true });
  expect(changes["positions/pos"]?.values).toEqual({ deleted: true });
  expect(changes["demarcheTasks/task"]?.values).toEqual({ deliveredAt: null, partlyDelivered: false });
});

test("a planned meeting that took place is logged by whoever logs it", () => {
  const before = {
    ...madeRow(engagements, "eng", { taskId: "task", state: "planned", at, loggedBy: "" }),
    scope,
  };
  expect(filed({}, { before })["engagements/eng"]?.values).toMatchObject({
    state: "held",
    loggedBy: "Jo Field",
    loggedAt: now,
  });
});

test("the form of a filed engagement files to the same values", () => {
  const flat = filed()["engagements/eng"]?.values ?? {};
  const maps = { ours: {}, theirs: {}, points: {}, commitments: {} } as Record<
    string,
    Record<string, unknown>
  >;
  const plain: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const [field = "", key] = path.split("/");
    if (key === undefined) plain[field] = value;
    else maps[field] = { ...maps[field], [key]: value };
  }
  const engagement = { ...madeRow(engagements, "eng", { ...plain, ...maps }), scope };
  const log = logOf({
    engagement,
    task: { ...task, answeredAt: at },
    response: madeRow(responses, "resp", {
      category: "supportiveInPrinciple",
      quote: "We see it too.",
      verbatim: true,
      receivedAt: at,
    }),
    position: madeRow(positions, "pos", { stance: "supportive", confidence: "high" }),
    timeZone: "Africa/Nairobi",
  });
  expect(log).toMatchObject({
    on: "2026-11-24",
    time: "10:00",
    isAnswer: true,
    category: "supportiveInPrinciple",
    stance: "supportive",
  });
  const again = fileEngagement(log, { ...known, before: engagement }).changes[0]?.values;
  expect(again).toEqual(flat);
});
