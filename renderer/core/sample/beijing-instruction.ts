// The separate instruction to Beijing: its own directive and points, in that post's scope.
import type { Change } from "../log/change.ts";
import type { PointKind } from "../model/enums.ts";
import { postScope } from "../model/scope.ts";
import type { Calendar } from "./calendar.ts";
import { cableFacts } from "./cable-for.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, capitalZone, change, deskOfficer, issueId } from "./teller.ts";

const id = "dir-beijing";
const scope = postScope("post-beijing");

const points: readonly (readonly [string, PointKind, string, string])[] = [
  [
    "a",
    "mustSay",
    "We are concerned by the extraction and distillation of American AI models by companies in China, and want you to hear this from us directly.",
    "security protocols and neutrality",
  ],
  [
    "b",
    "mustSay",
    "Our information concerns several companies, among them DeepSeek, Moonshot AI and MiniMax. We ask that the authorities look into it.",
    "performance claims",
  ],
  ["c", "maySay", "We wish to keep a channel open between technical experts on both sides.", ""],
  [
    "d",
    "ifRaised",
    "The statement of the embassy does not answer the substance. We are ready to describe what providers have observed.",
    "",
  ],
];

function pointRow([key, kind, text, topic]: (typeof points)[number], index: number): Change {
  return change("talkingPoints", `pt-bj-${key}`, scope, {
    directiveId: id,
    order: index + 1,
    label: key.toUpperCase(),
    kind,
    text,
    portion: "U",
    topics: topic === "" ? [] : [topic],
    entities: key === "b" ? ["DeepSeek", "Moonshot AI", "MiniMax"] : [],
    rebuts: kind === "ifRaised" ? "The accusation has been called groundless in public" : "",
  });
}

export function tellBeijingInstruction(calendar: Calendar): SampleWrite[] {
  const sent = calendar.at(0, "11:40", capitalZone);
  return [
    capitalWrites(calendar, 0, "11:50", [
      change("directives", id, scope, {
        mrn: cableFacts.septelMrn,
        subject: "DEMARCHE REQUEST: EXTRACTION AND DISTILLATION OF US AI MODELS",
        sentAt: sent,
        origin: "SECSTATE WASHDC",
        drafter: `EB/TECH: ${deskOfficer}`,
        approver: "Acting Under Secretary Miriam Tolland",
        precedence: "immediate",
        marking: "U",
        tags: cableFacts.tags,
        status: "transmitted",
        objectives: {
          protest: {
            kind: "protest",
            text: "Register concern with the Chinese authorities at the same time as elsewhere.",
          },
        },
        background: "Delivered apart from the instruction to all posts, and before other posts begin.",
        ask: "That the authorities look into the conduct of the companies named.",
        reportingRequirement: "Report at once, with the text of any answer.",
        level: "director",
        writtenMaterial: "nonPaper",
        contact: "Desk for Technology Policy, EB/TECH",
        deliverBy: {
          kind: "day",
          value: calendar.day(4),
          timeZone: "Asia/Shanghai",
          text: "BEFORE OTHER POSTS DELIVER",
        },
        reportBy: { kind: "soonest", value: null, timeZone: null, text: "SOONEST" },
        issueId,
      }),
      ...points.map(pointRow),
      change("demarcheTasks", "task-beijing-own", scope, {
        directiveId: id,
        postId: "post-beijing",
        addressed: "action",
        mode: "deliver",
        level: "director",
        writtenMaterial: "nonPaper",
        language: "Chinese",
        taskedAt: sent,
      }),
    ]),
  ];
}
