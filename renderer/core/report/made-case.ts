// A made-up directive with as many posts as asked for, in every state a report can meet: for tests and proofs of print.
import { counterparts } from "../model/counterpart.ts";
import { demarcheTasks, type DemarcheTask } from "../model/demarche-task.ts";
import { directives } from "../model/directive.ts";
import { engagements, type Engagement } from "../model/engagement.ts";
import type { PatchOf } from "../model/entity.ts";
import { followUps } from "../model/follow-up.ts";
import { issues } from "../model/issue.ts";
import { positions } from "../model/position.ts";
import { posts } from "../model/post.ts";
import { references } from "../model/reference.ts";
import { responses, type Response } from "../model/response.ts";
import { talkingPoints } from "../model/talking-point.ts";
import { madeRow } from "../rules/made-row.ts";
import type { ReportSnapshot } from "./snapshot.ts";

interface City {
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly zone: string;
}

const city = (name: string, country: string, region: string, zone: string): City => ({
  name,
  country,
  region,
  zone,
});
const cities: readonly City[] = [
  city("Paris", "France", "EUR", "Europe/Paris"),
  city("Riyadh", "Saudi Arabia", "NEA", "Asia/Riyadh"),
  city("Nairobi", "Kenya", "AF", "Africa/Nairobi"),
  city("Tokyo", "Japan", "EAP", "Asia/Tokyo"),
  city("Kathmandu", "Nepal", "SCA", "Asia/Kathmandu"),
  city("Bandar Seri Begawan", "Brunei Darussalam", "EAP", "Asia/Brunei"),
  city("Lima", "Peru", "WHA", "America/Lima"),
  city("Rome", "Italy", "EUR", "Europe/Rome"),
  city("Port of Spain", "Trinidad and Tobago", "WHA", "America/Port_of_Spain"),
  city("الرباط", "Morocco", "NEA", "Africa/Casablanca"),
  city("Auckland", "New Zealand", "EAP", "Pacific/Auckland"),
  city("The Mission to the International Organizations in Geneva", "Switzerland", "IO", "Europe/Zurich"),
  city("Ottawa", "Canada", "WHA", "America/Toronto"),
  city("Canberra", "Australia", "EAP", "Australia/Sydney"),
];

const said = [
  "We take note of the concern and will look at the terms under which our agencies use these models.",
  "The minister said that his government shares the concern over provenance and has itself restricted two of the models on public devices. He asked for technical material that his experts could examine.",
  "He promised to convey the points to the prime minister's office.",
  "She asked for evidence that could be examined by their own laboratory before any step was taken.",
  "His government does not choose between suppliers.",
];
const quotes = [
  "We have no wish to choose between suppliers.",
  "نتعامل مع الجميع، ونستمع إلى الجميع.",
  "Show us the evidence and we will act on it.",
];
const objections = [
  "This is protectionism",
  "There is no proof",
  "Our companies rely on these models",
  "this is protectionism!",
];
const categories = [
  "noncommittal",
  "supportiveInPrinciple",
  "willConvey",
  "questionsRaised",
  "rejected",
  "willStudy",
] as const;
const ranks = ["Ambassador", "Deputy Chief of Mission", "Economic Counselor", "Economic Officer"];
const titles = [
  "Minister of Digital Affairs",
  "Director General for Technology Policy",
  "Deputy Foreign Minister",
  "Head of the Directorate for International Organizations and Emerging Technologies",
];
const reachedLevels = ["minister", "director", "deputyMinister", "director"] as const;

const pick = <T>(values: readonly T[], at: number): T => {
  const value = values[at % values.length];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
};
const twoDigits = (value: number): string => String(value).padStart(2, "0");
const november = (day: number, hour = 9): string => `2026-11-${twoDigits(day)}T${twoDigits(hour)}:00:00Z`;

const made = { outcome: "delivered", note: "", leftInWriting: false } as const;

/** What the post at `index` has done: of every ten, some are quiet, late, part-way, refused, and most have delivered. */
function taskPatch(index: number): PatchOf<typeof demarcheTasks> {
  const tasked = { taskedAt: november(6, 21) };
  const acknowledged = {
    ...tasked,
    acknowledgedAt: november(7),
    owner: pick(["J. Moreno", "A. Lindqvist", "R. Okafor"], index),
  };
  const deliveredAt = november(10 + (index % 9), 10);
  switch (index % 10) {
    case 0:
      return tasked;
    case 1:
      return { ...acknowledged, appointmentRequestedAt: november(9) };
    case 2:
      return { ...acknowledged, deliveredAt, partlyDelivered: true };
    case 3:
      return index % 20 === 3
        ? { ...acknowledged, notDeliveredReason: "hostRefused", reportedAt: november(18) }
        : { ...acknowledged, scheduledFor: november(26) };
    case 4:
      return { ...acknowledged, deliveredAt };
    default:
      return {
        ...acknowledged,
        deliveredAt,
        reportedAt: november(12 + (index % 9), 15),
        ...(index % 10 === 7 ? { answeredAt: november(21) } : {}),
      };
  }
}

function meetingOf(task: DemarcheTask, index: number): Engagement[] {
  if (task.deliveredAt === null) return [];
  const counterpartId = `c${index}`;
  return [
    madeRow(engagements, `e${index}`, {
      postId: task.postId,
      directiveId: task.directiveId,
      taskId: task.id,
      state: "held",
      at: task.deliveredAt,
      timeZone: pick(cities, index).zone,
      ours: { o1: { name: "J. Moreno", rank: pick(ranks, index) } },
      theirs: { [counterpartId]: { name: `Official ${index}`, title: pick(titles, index) } },
      levelReached: pick(reachedLevels, index),
      points: {
        p1: made,
        p2: made,
        ...(task.partlyDelivered ? {} : { p3: made }),
        ...(index % 3 === 0 ? { p5: made } : {}),
      },
      instrument: "nonPaper",
      paper: index % 11 === 5 ? "refused" : "accepted",
      counterArguments: index % 4 === 0 ? [pick(objections, index / 4)] : [],
      commitments:
        index % 8 === 5
          ? {
              k1: {
                by: "host",
                text: "Will send the draft of its own guidance",
                dueOn: "2026-12-01",
                verified: "",
              },
              k2: {
                by: "us",
                text: "Provide the technical annex in French",
                dueOn: "2026-11-20",
                verified: "",
              },
            }
          : {},
      report: "Points were made in full.",
      comment:
        index % 9 === 6 ? "The post doubts that the ministry will act before the leaders’ meeting." : "",
    }),
  ];
}

function responseOf(task: DemarcheTask, index: number): Response[] {
  if (task.deliveredAt === null || index % 10 === 4) return [];
  return [
    madeRow(responses, `r${index}`, {
      postId: task.postId,
      directiveId: task.directiveId,
      taskId: task.id,
      engagementId: `e${index}`,
      counterpartId: `c${index}`,
      receivedAt: task.deliveredAt,
      category: pick(categories, index),
      authority: "official",
      text: pick(said, index),
      quote: index % 7 === 1 || index % 13 === 9 ? pick(quotes, index) : "",
      verbatim: index % 2 === 1,
    }),
  ];
}

/** `acting` posts that are counted, and `exempt` posts that are not; with no posts at all there is only the directive. */
export function madeCase(acting: number, exempt: number): ReportSnapshot {
  const count = acting + exempt;
  const postRows = Array.from({ length: count }, (_, index) => {
    const place = pick(cities, index);
    const name =
      index < cities.length ? place.name : `${place.name} ${Math.floor(index / cities.length) + 1}`;
    return madeRow(posts, `post${index}`, {
      name,
      country: place.country,
      region: place.region,
      timeZone: place.zone,
    });
  });
  const tasks = postRows.map((post, index) =>
    madeRow(demarcheTasks, `t${index}`, {
      directiveId: "d1",
      postId: post.id,
      ...(index < acting
        ? taskPatch(index)
        : index === acting
          ? {
              addressed: "info",
              mode: "separateInstruction",
              exemptNote: "Delivers under its own instruction.",
            }
          : {
              addressed: "exempt",
              exemptReason: "reliefGranted",
              exemptNote: "The host has no ministry for the matter.",
              exemptClearedBy: "Regional bureau",
            }),
    }),
  );
  return {
    directive: madeRow(directives, "d1", {
      mrn: "STATE 115833",
      subject: "Extraction and distillation of American artificial intelligence models",
      sentAt: november(6, 20),
      status: "transmitted",
      objectives: {
        a: { kind: "warn", text: "Hosts know the risks of models distilled from proprietary ones." },
        b: { kind: "prepareGround", text: "The ground is laid for later outreach." },
      },
      level: "director",
      writtenMaterial: "nonPaper",
      issueId: "i1",
      deliverBy: { kind: "day", value: "2026-11-20", timeZone: null, text: "BY NOVEMBER 20" },
      reportBy: { kind: "day", value: "2026-11-23", timeZone: null, text: "BY NOVEMBER 23" },
    }),
    points: [
      madeRow(talkingPoints, "p1", {
        directiveId: "d1",
        order: 1,
        label: "A",
        text: "American models are being extracted against the terms of their owners, and distilled into others.",
      }),
      madeRow(talkingPoints, "p2", {
        directiveId: "d1",
        order: 2,
        label: "B",
        text: "Models made in this way may look equal on some benchmarks and not be so in use.",
      }),
      madeRow(talkingPoints, "p3", {
        directiveId: "d1",
        order: 3,
        label: "C",
        text: "Safeguards are taken out on the way.",
      }),
      madeRow(talkingPoints, "p4", {
        directiveId: "d1",
        order: 4,
        label: "D",
        kind: "fallback",
        text: "FALLBACK ONLY: ask for a delay instead.",
      }),
      madeRow(talkingPoints, "p5", {
        directiveId: "d1",
        order: 5,
        label: "E",
        kind: "ifRaised",
        text: "This is no trade measure.",
        rebuts: "This is protectionism",
      }),
      madeRow(talkingPoints, "p6", {
        directiveId: "d1",
        order: 6,
        label: "F",
        kind: "background",
        text: "BACKGROUND: two agencies differ.",
      }),
      madeRow(talkingPoints, "p7", {
        directiveId: "d1",
        order: 7,
        label: "G",
        kind: "doNotRaise",
        text: "DO NOT RAISE the leaders' meeting.",
      }),
    ],
    tasks,
    posts: postRows,
    engagements: tasks.slice(0, acting).flatMap(meetingOf),
    responses: tasks.slice(0, acting).flatMap(responseOf),
    positions: cities.slice(0, count).flatMap((place, index) => [
      madeRow(positions, `b${index}`, {
        issueId: "i1",
        country: place.country,
        on: "2026-11-01",
        stance: "neutral",
        baseline: true,
        basis: "assessed",
      }),
      ...(index % 3 === 1
        ? [
            madeRow(positions, `n${index}`, {
              issueId: "i1",
              country: place.country,
              on: "2026-11-18",
              stance: index % 2 === 0 ? "leaningOpposed" : "leaningSupportive",
              basis: "stated",
              confidence: "medium",
              quote: pick(said, index),
            }),
          ]
        : []),
    ]),
    followUps: tasks.slice(0, acting).flatMap((task, index) =>
      index % 9 === 2
        ? [
            madeRow(followUps, `f${index}`, {
              directiveId: "d1",
              taskId: task.id,
              postId: task.postId,
              what: "Make the remaining points at a second meeting",
              owner: task.owner,
              dueOn: `2026-11-${twoDigits(20 + (index % 9))}`,
              priority: index % 2 === 0 ? "high" : "normal",
            }),
          ]
        : [],
    ),
    counterparts: tasks
      .slice(0, acting)
      .map((task, index) =>
        madeRow(counterparts, `c${index}`, { name: `Official ${index}`, postId: task.postId }),
      ),
    references: [
      madeRow(references, "x1", {
        directiveId: "d1",
        label: "A",
        kind: "cable",
        title: "Earlier instruction on supply chains",
        issuer: "The capital",
        on: "2026-06-02",
        mrn: "STATE 58212",
      }),
      madeRow(references, "x2", {
        directiveId: "d1",
        label: "B",
        kind: "statement",
        title: "Statement on the protection of models",
        issuer: "The White House",
        on: "2026-11-05",
        link: "https://example.org/statement",
      }),
    ],
    issues: [madeRow(issues, "i1", { name: "Extraction of models" })],
    conflictCount: count > 0 ? 1 : 0,
  };
}
