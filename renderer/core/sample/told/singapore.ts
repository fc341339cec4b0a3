// Singapore: heard with interest, answered with a proposal of its own that waits for the capital.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Vincent Marchetti", rank: "Cyber and Digital Officer" };
const theirs = { "cp-cheong": { name: "Cheong Wei Lin", title: "Senior Director, Digital Governance" } };

export function tellSingapore(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("singapore"));
  return [
    t.writes(
      -13,
      "10:10",
      t.counterpart("cheong", {
        name: "Cheong Wei Lin",
        nativeName: "张薇琳",
        offices: {
          now: {
            title: "Senior Director, Digital Governance",
            organizationId: "org-sg-digital",
            level: "director",
            fromOn: t.day(-440),
            toOn: null,
          },
        },
        languages: ["English", "Mandarin"],
      }),
    ),
    t.writes(3, "09:40", t.task({ acknowledgedAt: t.at(3, "09:40"), owner: "Vincent Marchetti" })),
    t.writes(
      3,
      "17:15",
      t.task({ appointmentRequestedAt: t.at(3, "11:20"), scheduledFor: t.at(5, "09:00") }),
    ),
    t.logs(
      5,
      "12:30",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(5, "09:00"),
        place: "Digital Governance Office",
        subject: "Distillation and evaluation of models",
        ours: { officer },
        theirs,
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: ["delivered", "He noted that two of the companies have offices nearby."],
          performance: "delivered",
          security: "delivered",
          neutrality: "delivered",
          groundwork: "delivered",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "noAskMade",
        counterArguments: ["Testing should be open to models from every country"],
        report:
          "Cheong said the office judges models by tests and not by origin. He found the claim on benchmarks plausible and the claim on safeguards easy to test. He would write with a suggestion.",
        comment: "Careful balance, as always. The suggestion will be technical.",
      },
      t.task({ deliveredAt: t.at(5, "09:00") }),
      t.response("table", {
        engagementId: "eng-singapore-1",
        counterpartId: "cp-cheong",
        receivedAt: t.at(5, "09:00"),
        category: "questionsRaised",
        authority: "official",
        text: "Models are judged by tests and not by origin; a suggestion will follow.",
        confidence: "medium",
      }),
    ),
    t.writes(7, "10:30", t.task({ reportedAt: t.at(7, "10:30"), replyMrn: "SINGAPORE 0877" })),
    t.logs(
      12,
      "15:45",
      2,
      {
        type: "email",
        state: "held",
        at: t.at(12, "14:20"),
        place: "E-mail",
        initiatedBy: "them",
        subject: "Suggestion: common tests, open to all",
        ours: { officer },
        theirs,
        levelReached: "director",
        language: "English",
        paper: "notOffered",
        reaction: "receptive",
        askOutcome: "noAskMade",
        counterArguments: ["Testing should be open to models from every country"],
        report:
          "Cheong proposes a common set of safety tests, kept by a neutral body and open to models from every country, the companies named included. He would present it jointly.",
        comment:
          "A serious counter-proposal. It would give the named companies a hearing, which the capital must weigh.",
      },
      t.paper("proposal", {
        name: "Suggestion for common tests",
        kind: "letter",
        on: t.day(12),
        from: "Digital Governance Office",
        language: "English",
        engagementId: "eng-singapore-2",
        text: "We suggest a common set of safety tests, maintained by a neutral body, with results published for every model that is submitted, whatever its origin.",
      }),
      t.response("proposal", {
        engagementId: "eng-singapore-2",
        documentId: "doc-singapore-proposal",
        counterpartId: "cp-cheong",
        receivedAt: t.at(12, "14:20"),
        category: "counterProposal",
        authority: "onInstruction",
        text: "Proposes common safety tests kept by a neutral body, open to models from every country.",
        quote: "Whatever its origin, whoever submits it.",
        verbatim: true,
        modifiable: "Yes, as to the body that keeps the tests",
        confidence: "high",
      }),
      t.task({ answeredAt: t.at(12, "14:20") }),
      t.position("1", {
        on: t.day(12),
        stance: "neutral",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-cheong",
        engagementId: "eng-singapore-2",
        responseId: "resp-singapore-proposal",
      }),
      t.followUp("proposal", {
        what: "Answer the suggestion of common tests",
        owner: "Luis Aramburu",
        waitingOn: "capital",
        priority: "high",
        dueOn: t.day(30),
        engagementId: "eng-singapore-2",
        counterpartId: "cp-cheong",
      }),
      t.followUp("offices", {
        what: "Find out which of the companies have offices here",
        owner: "Vincent Marchetti",
        dueOn: t.day(27),
        engagementId: "eng-singapore-1",
        pointId: "pt-b",
      }),
    ),
    t.writes(
      17,
      "11:50",
      t.amends("offices", {
        status: "done",
        closedAt: t.at(17, "11:50"),
        outcome: "Two, from the public register; reported in SINGAPORE 0914.",
      }),
    ),
  ];
}
