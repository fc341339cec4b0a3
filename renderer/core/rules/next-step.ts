// What to do next about a task or one of its points: a code for the words, from what the evidence says is missing.
import type { EvidenceCode } from "./evidence.ts";
import type { Stage } from "./task-stages.ts";

/** Texts stand under `nextStep.<code>`. */
export const nextSteps = [
  "sendInstruction",
  "askReceipt",
  "seekAppointment",
  "chaseAppointment",
  "prepareMeeting",
  "newDate",
  "deliver",
  "deliverRest",
  "raiseNext",
  "raiseAgain",
  "useNewText",
  "seekRank",
  "recordRank",
  "leavePaper",
  "sendPaper",
  "logMeeting",
  "report",
  "chaseAnswer",
  "recordAnswer",
] as const;
export type NextStep = (typeof nextSteps)[number];

const byEvidence: Readonly<Record<EvidenceCode, NextStep>> = {
  noAction: "seekAppointment",
  requested: "chaseAppointment",
  planned: "prepareMeeting",
  notHeld: "newDate",
  heldWithoutPoint: "raiseNext",
  declined: "raiseAgain",
  notedOnly: "logMeeting",
  partly: "deliverRest",
  olderText: "useNewText",
  belowRank: "seekRank",
  rankUnknown: "recordRank",
  orallyOnly: "leavePaper",
  paperRefused: "sendPaper",
  asInstructed: "recordAnswer",
  hostRaised: "recordAnswer",
  answered: "recordAnswer",
};

/** What would raise the level of the evidence. At the top level there is nothing: null. */
export function stepForEvidence(code: EvidenceCode): NextStep | null {
  return code === "answered" ? null : byEvidence[code];
}

/** What takes a task over a stage it has not passed; delivery follows what the evidence says of it. */
export function stepForStage(stage: Stage, code: EvidenceCode): NextStep {
  switch (stage) {
    case "tasked":
      return "sendInstruction";
    case "acknowledged":
      return "askReceipt";
    case "appointment":
      return code === "requested" ? "chaseAppointment" : code === "notHeld" ? "newDate" : "seekAppointment";
    case "delivered":
      return code === "answered" || code === "asInstructed" || code === "hostRaised"
        ? "deliver"
        : byEvidence[code];
    case "reported":
      return "report";
    case "answered":
      return "chaseAnswer";
  }
}
