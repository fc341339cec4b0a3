// The instruction of the case: issues, directive, references, and its way from draft to transmission.
import type { Calendar } from "./calendar.ts";
import { leadersMeetingOffset, reportByOffset } from "./calendar.ts";
import { enterPoints } from "./instruction-points.ts";
import { cableFacts, sampleCable, spansOf } from "./cable-for.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, capitalZone, change, deskOfficer, directiveId, issueId } from "./teller.ts";

const approver = "Acting Under Secretary Miriam Tolland";

function enterIssues(calendar: Calendar): SampleWrite {
  return capitalWrites(calendar, -2, "16:00", [
    change("issues", issueId, "all", {
      name: "Extraction and distillation of AI models",
      description:
        "Whether and how governments respond to the making of AI models from other companies' proprietary models without leave.",
    }),
    change("issues", "issue-apps", "all", {
      name: "Use of named AI apps on government devices",
      description: "National rules that limit the apps of companies named in the instruction.",
    }),
    change("issues", "issue-evaluation", "all", {
      name: "Common tests for AI models",
      description: "Who tests models, by what measure, and who may see the results.",
    }),
  ]);
}

const ref = (key: string, values: Parameters<typeof change<"references">>[3]) =>
  change("references", `ref-${key}`, "all", { directiveId, ...values });

function enterReferences(calendar: Calendar): SampleWrite {
  const { day } = calendar;
  return capitalWrites(calendar, 0, "12:20", [
    ref("statement", {
      label: "A",
      kind: "statement",
      title: "Statement on the protection of American AI models",
      issuer: "The White House",
      on: day(cableFacts.statementOffset),
      quote: "We will work with partners against the taking of models by extraction and distillation.",
      note: "Public. The instruction supplements it. The quoted line is the sample's own wording.",
    }),
    ref("septel", {
      label: "B",
      kind: "cable",
      title: "Separate request to Beijing",
      issuer: "Department of State",
      on: day(0),
      mrn: cableFacts.septelMrn,
      note: "Beijing acts on its own instruction.",
    }),
    ref("notice", {
      label: "C",
      kind: "cable",
      title: "Advance notice of an instruction on AI models",
      issuer: "Department of State",
      on: day(-50),
      mrn: cableFacts.noticeMrn,
    }),
    ref("rebuttal", {
      kind: "counterStatement",
      title: "Answer of the spokesperson to questions on AI companies",
      issuer: "Embassy of China in Washington",
      on: day(0),
      quote: "The claims are groundless.",
      note: "Public, on the day of the cable.",
    }),
    ref("meeting", {
      kind: "meeting",
      title: "Meeting of the leaders at Geneva",
      issuer: "",
      on: day(leadersMeetingOffset),
      note: "Deadlines are set with this day in view.",
    }),
    ref("italy", {
      kind: "law",
      title: "Measure of the data protection authority on the DeepSeek app",
      issuer: "Italy",
      note: "In force before the case.",
    }),
    ref("australia", {
      kind: "law",
      title: "Direction on DeepSeek products on government systems and devices",
      issuer: "Australia",
      note: "In force before the case.",
    }),
    ref("korea", {
      kind: "law",
      title: "Pause of downloads of the DeepSeek app",
      issuer: "South Korea",
      note: "Ended before the case.",
    }),
  ]);
}

const row = (values: Parameters<typeof change<"directives">>[3]) =>
  change("directives", directiveId, "all", values);

export function tellInstruction(calendar: Calendar): SampleWrite[] {
  const text = sampleCable(calendar.anchor);
  return [
    enterIssues(calendar),
    capitalWrites(calendar, -1, "11:00", [
      row({
        subject: cableFacts.subject,
        origin: "SECSTATE WASHDC",
        drafter: `EB/TECH: ${deskOfficer}`,
        approver,
        marking: "SBU",
        captions: ["SENSITIVE"],
        status: "draft",
        objectives: {
          warn: {
            kind: "warn",
            text: "Make host governments aware of the risks of models distilled from proprietary US models.",
          },
          ground: {
            kind: "prepareGround",
            text: "Lay the groundwork for potential follow-up and outreach.",
          },
        },
        background:
          "The instruction supplements the public statement of the same week. Three companies are named as examples and not as a list. Claims are of two kinds: performance that only looks equal on some benchmarks, and security protocols and neutrality that are lost on the way.",
        ask: "",
        reportingRequirement:
          "Report officials spoken with, reaction, counter-arguments heard and recommended next steps; keep the post's comment apart.",
        level: "appropriate",
        levelNote: "In the office responsible for technology; some posts are asked for a director.",
        writtenMaterial: "nonPaper",
        contact: "Desk for Technology Policy, EB/TECH",
        issueId,
      }),
      ...enterPoints(),
    ]),
    capitalWrites(calendar, -1, "17:30", [
      row({
        status: "inClearance",
        clearances: {
          regional: { by: "EAP/EX: Roland Whitcher", kind: "full", note: "" },
          legal: {
            by: "L/EB: Agnes Dunmore",
            kind: "inSubstance",
            note: "Asked that companies be named as examples.",
          },
          commerce: { by: "Commerce/BIS: Ivo Prestwich", kind: "inDraft", note: "" },
          press: { by: "PA: Celeste Marlowe", kind: "forInformation", note: "" },
          intelligence: { by: "INR: Tamsin Oakley", kind: "partial", note: "Paragraph on performance only." },
        },
      }),
    ]),
    capitalWrites(calendar, 0, "09:40", [row({ status: "approved" })]),
    capitalWrites(calendar, 0, "11:45", [
      row({
        status: "transmitted",
        mrn: cableFacts.mrn,
        sentAt: cableFacts.sentAt(calendar),
        precedence: cableFacts.precedence,
        tags: cableFacts.tags,
        infoTo: cableFacts.infoTo,
        deliverBy: cableFacts.deliverBy(calendar),
        reportBy: {
          kind: "day",
          value: calendar.day(reportByOffset),
          timeZone: capitalZone,
          text: cableFacts.reportByText(calendar),
        },
        sourceName: "sample-cable.txt",
        sourceText: text,
        sourceSpans: spansOf(text, calendar),
      }),
    ]),
    enterReferences(calendar),
    // The first wording was asked about in so many capitals that the desk put it more plainly.
    capitalWrites(calendar, 11, "10:20", [
      change("talkingPoints", "pt-c2", "all", {
        directiveId,
        order: 3,
        label: "C",
        kind: "mustSay",
        text: "Models made by distillation may appear to perform on a par with the original on selected benchmarks. Our tests show gaps outside of those benchmarks; a technical annex is available to government recipients.",
        portion: "U",
        leaveInWriting: true,
        topics: ["performance claims"],
        entities: ["DeepSeek", "Moonshot AI", "MiniMax"],
        version: 2,
        supersedesId: "pt-c",
      }),
    ]),
  ];
}
