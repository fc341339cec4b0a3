import { describe, expect, test } from "vitest";
import { demarcheTasks } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { type Engagement, engagements } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { responses } from "../model/response.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { pointEvidence, taskEvidence, type TaskEvidence } from "./coverage.ts";
import { madeRow } from "./made-row.ts";
import { missingMustSay, pointsFor } from "./point-scope.ts";

type TaskPatch = PatchOf<typeof demarcheTasks>;
type EngagementPatch = PatchOf<typeof engagements>;
const at = "2026-11-20T09:00:00Z";
const made = { outcome: "delivered", note: "", leftInWriting: false } as const;

const point = madeRow(talkingPoints, "p1", { directiveId: "d1", order: 1, text: "Models are copied." });
const other = madeRow(talkingPoints, "p2", { directiveId: "d1", order: 2, kind: "maySay" });
const ifRaised = madeRow(talkingPoints, "p3", { directiveId: "d1", order: 3, kind: "ifRaised" });
const background = madeRow(talkingPoints, "p4", { directiveId: "d1", order: 4, kind: "background" });

function known(
  patch: TaskPatch,
  meetings: EngagementPatch[],
  answers: PatchOf<typeof responses>[] = [],
  asked: PatchOf<typeof directives> = {},
): TaskEvidence {
  return {
    task: madeRow(demarcheTasks, "t1", { directiveId: "d1", postId: "post1", ...patch }),
    directive: madeRow(directives, "d1", asked),
    engagements: meetings.map((meeting, index) =>
      madeRow(engagements, `e${index + 1}`, { taskId: "t1", at, state: "held", ...meeting }),
    ),
    responses: answers.map((answer, index) =>
      madeRow(responses, `r${index + 1}`, { taskId: "t1", ...answer }),
    ),
    timeZone: "Africa/Nairobi",
  };
}

const minister = { level: "minister" } as const;
const paper = { writtenMaterial: "nonPaper" } as const;

describe("a task's evidence", () => {
  test.each<[string, TaskEvidence, number, string]>([
    ["nothing", known({}, []), 0, "noAction"],
    ["appointment sought", known({ appointmentRequestedAt: at }, []), 1, "requested"],
    ["scheduled", known({ scheduledFor: at }, []), 1, "planned"],
    ["meeting planned", known({}, [{ state: "planned" }]), 1, "planned"],
    [
      "meeting fell through",
      known({}, [{ state: "notHeld", notHeldReason: "Minister travelling" }]),
      1,
      "notHeld",
    ],
    ["held, no point marked", known({}, [{}]), 3, "asInstructed"],
    [
      "held, every point withheld",
      known({}, [{ points: { p1: { ...made, outcome: "notDelivered" } } }]),
      0,
      "noAction",
    ],
    ["below rank", known({}, [{ levelReached: "director" }], [], minister), 2, "belowRank"],
    ["at rank", known({}, [{ levelReached: "minister" }], [], minister), 3, "asInstructed"],
    ["above rank", known({}, [{ levelReached: "headOfGovernment" }], [], minister), 3, "asInstructed"],
    [
      "at the fallback's rank",
      known({ levelFallback: "deputyMinister" }, [{ levelReached: "deputyMinister" }], [], minister),
      3,
      "asInstructed",
    ],
    [
      "the task's own rank goes first",
      known({ level: "desk" }, [{ levelReached: "desk" }], [], minister),
      3,
      "asInstructed",
    ],
    ["rank not recorded", known({}, [{}], [], minister), 2, "rankUnknown"],
    ["any appropriate level", known({}, [{}], [], { level: "appropriate" }), 3, "asInstructed"],
    ["paper asked, oral only", known({}, [{ instrument: "noneOral" }], [], paper), 2, "orallyOnly"],
    ["paper asked, not recorded", known({}, [{}], [], paper), 2, "orallyOnly"],
    [
      "paper asked and refused",
      known({}, [{ instrument: "nonPaper", paper: "refused" }], [], paper),
      2,
      "paperRefused",
    ],
    [
      "paper asked and left",
      known({}, [{ instrument: "aideMemoire", paper: "accepted" }], [], paper),
      3,
      "asInstructed",
    ],
    ["oral asked", known({}, [{}], [], { writtenMaterial: "noneOral" }), 3, "asInstructed"],
    ["answered", known({}, [{}], [{ category: "noncommittal" }]), 4, "answered"],
    ["no ask made is a recorded response", known({}, [{}], [{ category: "noAskMade" }]), 4, "answered"],
    ["no response yet is none", known({}, [{}], [{ category: "noResponseYet" }]), 3, "asInstructed"],
    [
      "answered, but below rank stays at 2",
      known({}, [{ levelReached: "desk" }], [{}], minister),
      2,
      "belowRank",
    ],
    ["partly", known({ deliveredAt: at, partlyDelivered: true }, [{}], [{}]), 2, "partly"],
    ["noted but never logged", known({ deliveredAt: at }, []), 2, "notedOnly"],
    [
      "the better of two meetings counts",
      known({}, [{ levelReached: "minister" }, { levelReached: "desk" }], [], minister),
      3,
      "asInstructed",
    ],
  ])("%s", (_, facts, level, code) => {
    const found = taskEvidence(facts);
    expect([found.level, found.because.code]).toEqual([level, code]);
  });

  test("an engagement without a task counts for its post's task on the directive, one of another task does not", () => {
    const loose = known({}, [{ taskId: null, directiveId: "d1", postId: "post1" }]);
    const foreign = known({}, [{ taskId: "t2", directiveId: "d1", postId: "post1" }]);
    const elsewhere = known({}, [{ taskId: null, directiveId: "d1", postId: "post2" }]);
    expect([loose, foreign, elsewhere].map((row) => taskEvidence(row).level)).toEqual([3, 0, 0]);
  });

  test("the sentence carries its facts", () => {
    const found = taskEvidence(
      known({}, [{ levelReached: "director", timeZone: "Asia/Riyadh" }], [], minister),
    );
    expect(found).toEqual({
      level: 2,
      engagementId: "e1",
      because: {
        code: "belowRank",
        facts: {
          on: { instant: at, timeZone: "Asia/Riyadh" },
          asked: { label: "level.minister" },
          reached: { label: "level.director" },
        },
      },
    });
  });
});

const cell = (facts: TaskEvidence, id = "p1", points = [point, other, ifRaised, background]) => {
  const postPoint = pointsFor(facts.task, points).find((one) => one.point.id === id);
  const found = postPoint && pointEvidence(facts, postPoint);
  return found ? [found.level, found.because.code] : null;
};
const record = (
  outcome: Engagement["points"][string]["outcome"],
  leftInWriting = false,
): EngagementPatch => ({
  points: { p1: { outcome, note: "", leftInWriting } },
});

describe("a point's evidence", () => {
  test.each<[string, TaskEvidence, [number, string] | null]>([
    ["nothing", known({}, []), [0, "noAction"]],
    ["planned", known({}, [{ state: "planned" }]), [1, "planned"]],
    ["made", known({}, [record("delivered")]), [3, "asInstructed"]],
    ["made and answered", known({}, [record("delivered")], [{ engagementId: "e1" }]), [4, "answered"]],
    [
      "answered elsewhere",
      known({}, [record("delivered"), {}], [{ engagementId: "e2" }]),
      [3, "asInstructed"],
    ],
    ["in part", known({}, [record("partly")]), [2, "partly"]],
    ["host raised it", known({}, [record("hostRaised")]), [3, "hostRaised"]],
    ["withheld", known({}, [record("notDelivered")]), [1, "declined"]],
    ["not applicable", known({}, [record("notApplicable")]), null],
    ["met, point not marked", known({}, [{ points: { p2: made } }]), [1, "heldWithoutPoint"]],
    ["delivery noted, no meeting", known({ deliveredAt: at }, []), [1, "notedOnly"]],
    ["paper asked, this point left", known({}, [record("delivered", true)], [], paper), [3, "asInstructed"]],
    ["paper asked, not left", known({}, [record("delivered")], [], paper), [2, "orallyOnly"]],
    [
      "dropped for this post",
      known({ adaptations: { p1: { change: "drop", text: null, reason: "Known here" } } }, []),
      null,
    ],
    [
      "held for this post",
      known({ adaptations: { p1: { change: "hold", text: null, reason: "" } } }, []),
      null,
    ],
    [
      "dropped, yet said",
      known({ adaptations: { p1: { change: "drop", text: null, reason: "" } } }, [record("delivered")]),
      [3, "asInstructed"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(cell(facts)).toEqual(expected);
  });

  test("points said only if raised and background have no empty cell", () => {
    expect(cell(known({}, []), "p3")).toBeNull();
    expect(cell(known({}, []), "p4")).toBeNull();
    expect(cell(known({}, [{ points: { p3: { ...made, outcome: "hostRaised" } } }]), "p3")).toEqual([
      3,
      "hostRaised",
    ]);
  });

  test("the former text shows as such", () => {
    const revised = madeRow(talkingPoints, "p1b", {
      directiveId: "d1",
      order: 1,
      version: 2,
      supersedesId: "p1",
    });
    expect(cell(known({}, [record("delivered")]), "p1b", [point, revised])).toEqual([2, "olderText"]);
    expect(cell(known({}, [{ points: { p1: made, p1b: made } }]), "p1b", [point, revised])).toEqual([
      3,
      "asInstructed",
    ]);
  });
});

describe("the points of a post", () => {
  const task = { directiveId: "d1", postId: "post1", adaptations: {} };

  test("audience, order, withdrawn and superseded points", () => {
    const points = [
      other,
      point,
      madeRow(talkingPoints, "cairo", { directiveId: "d1", order: 9, audiencePostIds: ["cairo"] }),
      madeRow(talkingPoints, "mine", { directiveId: "d1", order: 8, audiencePostIds: ["x", "post1"] }),
      madeRow(talkingPoints, "gone", { directiveId: "d1", withdrawn: true }),
      madeRow(talkingPoints, "elsewhere", { directiveId: "d2" }),
      madeRow(talkingPoints, "p2b", { directiveId: "d1", order: 2, supersedesId: "p2" }),
      madeRow(talkingPoints, "p1b", { directiveId: "d1", order: 1, supersedesId: "p1", deleted: true }),
    ];
    expect(pointsFor(task, points).map((one) => one.point.id)).toEqual(["p1", "p2b", "mine"]);
  });

  test("a rewording replaces the text; one without text keeps the base's", () => {
    const reworded = {
      ...task,
      adaptations: {
        p1: { change: "reword", text: "Ours are copied.", reason: "tone" },
        p2: { change: "reword", text: null, reason: "" },
      },
    } as const;
    const [first, second] = pointsFor(reworded, [point, other]);
    expect(first).toMatchObject({ text: "Ours are copied.", variant: "reworded", reason: "tone" });
    expect(second).toMatchObject({ variant: "asGiven" });
  });

  test("a chain of versions that bites its tail ends", () => {
    const a = madeRow(talkingPoints, "a", { directiveId: "d1", supersedesId: "b" });
    const b = madeRow(talkingPoints, "b", { directiveId: "d1", supersedesId: "a" });
    const c = madeRow(talkingPoints, "c", { directiveId: "d1", supersedesId: "a" });
    expect(pointsFor(task, [a, b, c]).map((one) => one.formerIds)).toEqual([["a", "b"]]);
  });

  test("a point made before it was revised is not missing", () => {
    const revised = madeRow(talkingPoints, "p1b", { directiveId: "d1", order: 1, supersedesId: "p1" });
    const mine = pointsFor(task, [point, revised]);
    expect(missingMustSay([{ state: "held", points: { p1: made } }], mine)).toHaveLength(0);
    expect(
      missingMustSay([{ state: "held", points: { p1: { ...made, outcome: "partly" } } }], mine),
    ).toHaveLength(1);
  });

  test("must-say points that nobody made", () => {
    const mine = pointsFor(task, [point, other, ifRaised]);
    const held = (outcome: "delivered" | "partly" | "hostRaised" | "notApplicable") => ({
      state: "held" as const,
      points: { p1: { ...made, outcome } },
    });
    expect(missingMustSay([], mine).map((one) => one.point.id)).toEqual(["p1"]);
    expect(missingMustSay([held("partly")], mine)).toHaveLength(1);
    expect(missingMustSay([held("partly"), held("delivered")], mine)).toHaveLength(0);
    expect(missingMustSay([held("hostRaised")], mine)).toHaveLength(0);
    expect(missingMustSay([held("notApplicable")], mine)).toHaveLength(0);
    expect(missingMustSay([{ state: "planned", points: { p1: made } }], mine)).toHaveLength(1);
  });
});
