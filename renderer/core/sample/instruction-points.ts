// The talking points of the instruction, by kind, claim and the companies they name.
import type { Change } from "../log/change.ts";
import type { PointKind } from "../model/enums.ts";
import { pointIds, type PointKey } from "./points.ts";
import { change, directiveId } from "./teller.ts";

const companies = ["DeepSeek", "Moonshot AI", "MiniMax"] as const;
const performance = "performance claims";
const security = "security protocols and neutrality";

interface PointFacts {
  readonly key: PointKey;
  readonly kind: PointKind;
  /** As the cable numbers it. */
  readonly label: string;
  readonly text: string;
  readonly topics?: readonly string[];
  readonly names?: boolean;
  readonly inWriting?: boolean;
  readonly rebuts?: string;
  /** Stays inside the mission. */
  readonly internal?: boolean;
}

const points: readonly PointFacts[] = [
  {
    key: "concern",
    kind: "mustSay",
    label: "A",
    text: "The United States is concerned by the extraction and distillation of American AI models without the consent of those who made them.",
    topics: [performance, security],
    inWriting: true,
  },
  {
    key: "examples",
    kind: "mustSay",
    label: "B",
    text: "DeepSeek, Moonshot AI and MiniMax are companies whose conduct gives rise to this concern. They are examples and not a complete list.",
    names: true,
  },
  {
    key: "performance",
    kind: "mustSay",
    label: "C",
    text: "Models made by distillation may appear to perform on a par with the original on selected benchmarks, without matching it in full.",
    topics: [performance],
    names: true,
    inWriting: true,
  },
  {
    key: "security",
    kind: "mustSay",
    label: "D",
    text: "Distillation can strip a model of the security protocols of the original. Users may not see that the safeguards are gone.",
    topics: [security],
    inWriting: true,
  },
  {
    key: "neutrality",
    kind: "maySay",
    label: "E",
    text: "It can also undo the mechanisms meant to keep a model's answers neutral.",
    topics: [security],
    inWriting: true,
  },
  {
    key: "groundwork",
    kind: "maySay",
    label: "F",
    text: "We value your assessment, and expect to be in touch again as our work goes on.",
  },
  {
    key: "ifGroundless",
    kind: "ifRaised",
    label: "G",
    text: "The public denial does not speak to the substance. Providers have described what they observed, and we are ready to discuss it.",
    topics: [performance],
    rebuts: "The accusation has been called groundless in public",
  },
  {
    key: "ifProtection",
    kind: "ifRaised",
    label: "H",
    text: "Our concern is conduct and not openness. Distillation with consent is a common and useful technique, and many open-weight models are made without taking from others.",
    rebuts: "Rules must not fall on open-weight models as such",
  },
  {
    key: "ifAsked",
    kind: "ifRaised",
    label: "I",
    text: "We make no request at this time.",
  },
  {
    key: "background",
    kind: "background",
    label: "11",
    internal: true,
    text: "The Department expects public statements by others in the coming days. This is for the information of posts only, not a talking point.",
  },
  {
    key: "noLink",
    kind: "doNotRaise",
    label: "7",
    internal: true,
    text: "Link this subject to the meeting of the leaders.",
  },
  {
    key: "noOthers",
    kind: "doNotRaise",
    label: "7",
    internal: true,
    text: "Name companies other than those of point B.",
  },
  {
    key: "noTechnique",
    kind: "doNotRaise",
    label: "7",
    internal: true,
    text: "Characterize the use of distillation as such.",
  },
];

export function enterPoints(): Change[] {
  return points.map((point, index) =>
    change("talkingPoints", pointIds[point.key], "all", {
      directiveId,
      order: index + 1,
      label: point.label,
      kind: point.kind,
      text: point.text,
      portion: point.internal ? "SBU" : "U",
      verbatim: false,
      leaveInWriting: point.inWriting ?? false,
      topics: point.topics ?? [],
      entities: point.names ? companies : [],
      rebuts: point.rebuts ?? "",
      version: 1,
    }),
  );
}
