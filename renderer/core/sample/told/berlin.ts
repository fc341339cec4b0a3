// Berlin: friendly at the table, cooler in writing a week later; three written questions wait for the capital.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const title =
  "Ministerialdirigentin, Leiterin der Unterabteilung für internationale Digitalpolitik, Cyberaußenpolitik, technologische Souveränität und Grundsatzfragen der internationalen Zusammenarbeit in Wissenschaft und Forschung";

export function tellBerlin(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("berlin"));
  const theirs = { "cp-esslinger": { name: "Dr. Katrin Eßlinger-Voß", title } };
  return [
    t.writes(
      -14,
      "10:30",
      t.counterpart("esslinger", {
        name: "Dr. Katrin Eßlinger-Voß",
        offices: {
          before: {
            title: "Referatsleiterin Cyberaußenpolitik",
            organizationId: "org-de-mfa",
            level: "desk",
            fromOn: t.day(-1900),
            toOn: t.day(-500),
          },
          now: {
            title,
            organizationId: "org-de-digital",
            level: "director",
            fromOn: t.day(-499),
            toOn: null,
          },
        },
        languages: ["German", "English"],
        tags: { technology: true, "written questions": true },
        protocolNote:
          "Address as Frau Dr. Eßlinger-Voß. Answers follow in writing, as a rule within ten days.",
      }),
    ),
    t.writes(3, "09:20", t.task({ acknowledgedAt: t.at(3, "09:20"), owner: "Annika Delacroix" })),
    t.writes(
      3,
      "15:00",
      t.task({ appointmentRequestedAt: t.at(3, "10:00"), scheduledFor: t.at(5, "11:00") }),
    ),
    t.logs(
      5,
      "15:40",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(5, "11:00"),
        place: "Werderscher Markt",
        subject: "Destillation von US-amerikanischen KI-Modellen",
        ours: {
          com: { name: "Raymond P. Osterhaus", rank: "Ambassador" },
          officer: { name: "Annika Delacroix", rank: "First Secretary, Economic" },
        },
        theirs,
        levelReached: "director",
        language: "German",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: ["delivered", "", "left"],
          security: ["delivered", "", "left"],
          neutrality: ["hostRaised", "She brought up answers on historical questions before we did."],
          groundwork: "delivered",
        }),
        instrument: "aideMemoire",
        paper: "accepted",
        reaction: "receptive",
        askOutcome: "noAskMade",
        counterArguments: ["Data protection law already gives the tools that are needed"],
        report:
          "Eßlinger-Voß said the description matched what her own experts had told her. She mentioned the data protection authorities' earlier steps against one of the apps and said that security and neutrality of answers were a concern in schools and administration. She announced three written questions on the method by which distillation is detected.",
        comment: "Better than expected at the table. Her written answers tend to be cooler than her words.",
      },
      t.task({ deliveredAt: t.at(5, "11:00") }),
      t.response("table", {
        engagementId: "eng-berlin-1",
        counterpartId: "cp-esslinger",
        receivedAt: t.at(5, "11:00"),
        category: "supportiveInPrinciple",
        authority: "personal",
        text: "The description matches what German experts report; written questions will follow.",
        quote: "What you describe, my experts have described to me as well.",
        verbatim: false,
        comment: "She marked it as a personal view.",
        confidence: "medium",
      }),
      t.position("1", {
        on: t.day(5),
        stance: "leaningSupportive",
        basis: "stated",
        confidence: "medium",
        counterpartId: "cp-esslinger",
        engagementId: "eng-berlin-1",
        responseId: "resp-berlin-table",
        note: "Personal view at the table.",
      }),
    ),
    t.writes(6, "12:00", t.task({ reportedAt: t.at(6, "12:00"), replyMrn: "BERLIN 1877" })),
    t.logs(
      13,
      "17:30",
      2,
      {
        type: "noteExchange",
        state: "held",
        at: t.at(13, "14:00"),
        place: "Received by courier",
        initiatedBy: "them",
        subject: "Written answer and three questions",
        ours: { officer: { name: "Annika Delacroix", rank: "First Secretary, Economic" } },
        theirs,
        levelReached: "director",
        language: "German",
        points: made({ performance: ["hostRaised", "Two of the three questions ask for the benchmarks."] }),
        paper: "notOffered",
        reaction: "reserved",
        askOutcome: "noAskMade",
        counterArguments: [
          "The evidence has so far been described, not shown",
          "A common European line has to come first",
        ],
        report:
          "The ministry's paper says that Germany takes note of the concern, that possible measures would have to rest on European law, and that the assessment depends on the technical evidence. Three questions are attached: how distillation is recognised from outside, which benchmarks show the difference, and whether the findings may be shared with the federal security office.",
        comment:
          "Cooler than the meeting. The security office, not the ministry, holds the pen on the evidence.",
      },
      t.paper("answer", {
        name: "Written answer of the ministry, with three questions",
        kind: "nonPaper",
        on: t.day(13),
        from: "Auswärtiges Amt",
        language: "German",
        engagementId: "eng-berlin-2",
        text: "Die Bundesregierung nimmt die vorgetragenen Bedenken zur Kenntnis. Mögliche Schritte müssten auf europäischem Recht beruhen und setzen eine gemeinsame Bewertung der technischen Grundlagen voraus. Dazu bitten wir um Antwort auf die drei beigefügten Fragen.",
      }),
      t.response("written", {
        engagementId: "eng-berlin-2",
        documentId: "doc-berlin-answer",
        counterpartId: "cp-esslinger",
        receivedAt: t.at(13, "14:00"),
        category: "mixedConditional",
        authority: "onInstruction",
        text: "Takes note; any measure would rest on European law; depends on the technical evidence; three questions attached.",
        quote: "Mögliche Schritte müssten auf europäischem Recht beruhen.",
        verbatim: true,
        modifiable: "Yes, with evidence shared at expert level",
        comment: "Replaces the personal view of the meeting.",
        confidence: "high",
      }),
      t.task({ answeredAt: t.at(13, "14:00") }),
      t.position("2", {
        on: t.day(13),
        stance: "neutral",
        basis: "stated",
        confidence: "high",
        organizationId: "org-de-mfa",
        counterpartId: "cp-esslinger",
        engagementId: "eng-berlin-2",
        responseId: "resp-berlin-written",
        quote: "Mögliche Schritte müssten auf europäischem Recht beruhen.",
        verbatim: true,
        note: "On instruction; one step back from the meeting.",
      }),
      t.followUp("questions", {
        what: "Answer the three written questions on detection, benchmarks and sharing",
        owner: "Dana Whitfield",
        waitingOn: "capital",
        priority: "high",
        dueOn: t.day(18),
        engagementId: "eng-berlin-2",
        pointId: "pt-c",
        counterpartId: "cp-esslinger",
      }),
      t.followUp("second", {
        what: "Hand over the answers and ask for a second conversation",
        owner: "Annika Delacroix",
        dueOn: t.day(32),
        engagementId: "eng-berlin-2",
        counterpartId: "cp-esslinger",
        dependsOnId: "fu-berlin-questions",
      }),
    ),
    t.writes(
      14,
      "09:10",
      t.task({ note: "Second report BERLIN 1921 carries the written answer; it differs from the first." }),
    ),
  ];
}
