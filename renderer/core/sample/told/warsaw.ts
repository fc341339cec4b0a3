// Warsaw: committed support, a promise to carry the subject into a regional format, complete.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Nathaniel Brzoska", rank: "Cyber and Digital Officer" };
const director = {
  name: "Małgorzata Źrebięcka-Święch",
  title: "Dyrektorka Departamentu Cyberbezpieczeństwa",
};

export function tellWarsaw(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("warsaw"));
  return [
    t.writes(
      -18,
      "13:30",
      t.counterpart("zrebiecka", {
        name: "Małgorzata Źrebięcka-Święch",
        offices: {
          now: {
            title: "Dyrektorka Departamentu Cyberbezpieczeństwa i Nowych Technologii",
            organizationId: "org-pl-cyber",
            level: "director",
            fromOn: t.day(-800),
            toOn: null,
          },
        },
        languages: ["Polish", "English"],
      }),
      t.counterpart("grzezlak", {
        name: "Bożydar Grzęźlak",
        offices: {
          now: {
            title: "Podsekretarz stanu, Ministerstwo Cyfryzacji",
            organizationId: "org-pl-digital",
            level: "deputyMinister",
            fromOn: t.day(-150),
            toOn: null,
          },
        },
        languages: ["Polish"],
        protocolNote: "Speaks through an interpreter in formal meetings.",
      }),
    ),
    t.writes(3, "08:50", t.task({ acknowledgedAt: t.at(3, "08:50"), owner: "Nathaniel Brzoska" })),
    t.writes(
      3,
      "12:10",
      t.task({ appointmentRequestedAt: t.at(3, "09:00"), scheduledFor: t.at(4, "13:00") }),
    ),
    t.logs(
      4,
      "16:00",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(4, "13:00"),
        place: "Aleja Szucha",
        subject: "Destylacja amerykańskich modeli AI",
        ours: { com: { name: "Evelyn T. Harrowgate", rank: "Ambassador" }, officer },
        theirs: { "cp-zrebiecka": director },
        levelReached: "director",
        language: "Polish",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: ["delivered", "", "left"],
          security: ["delivered", "", "left"],
          neutrality: ["delivered", "She gave an example of her own.", "left"],
          groundwork: "delivered",
          ifAsked: [
            "delivered",
            "She asked what Washington would want next; said that nothing is asked today.",
          ],
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        commitments: {
          regional: {
            by: "host",
            text: "Place the subject on the agenda of the regional cyber consultations",
            dueOn: t.day(33),
            verified: "",
          },
          brief: {
            by: "us",
            text: "Offer an expert briefing for the digital ministry",
            dueOn: t.day(14),
            verified: "Held",
          },
        },
        report:
          "Źrebięcka-Święch said the stripping of safeguards worried her more than lost revenue, because the resulting models are free and spread quickly. She said Poland would put the subject on the agenda of the regional cyber consultations and asked for an expert briefing at the digital ministry.",
        comment: "Clear support. Warsaw would probably join a common statement if one were proposed.",
      },
      t.task({ deliveredAt: t.at(4, "13:00") }),
      t.response("table", {
        engagementId: "eng-warsaw-1",
        counterpartId: "cp-zrebiecka",
        receivedAt: t.at(4, "13:00"),
        category: "supportiveCommitted",
        authority: "onInstruction",
        text: "Supports the concern and will place it on the agenda of the regional consultations.",
        quote: "Bezpieczeństwa nie da się wydestylować.",
        verbatim: true,
        undertakings: {
          agenda: {
            text: "Put the subject on the agenda of the regional cyber consultations",
            dueOn: t.day(33),
            owner: "Małgorzata Źrebięcka-Święch",
            doneOn: null,
          },
        },
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(4),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-zrebiecka",
        engagementId: "eng-warsaw-1",
        responseId: "resp-warsaw-table",
        quote: "Bezpieczeństwa nie da się wydestylować.",
        verbatim: true,
      }),
      t.followUp("agenda", {
        what: "Confirm that the subject stands on the regional agenda",
        owner: "Nathaniel Brzoska",
        waitingOn: "host",
        status: "waitingOnHost",
        dueOn: t.day(33),
        engagementId: "eng-warsaw-1",
        counterpartId: "cp-zrebiecka",
      }),
      t.followUp("briefing", {
        what: "Arrange the expert briefing for the digital ministry",
        owner: "Nathaniel Brzoska",
        dueOn: t.day(14),
        engagementId: "eng-warsaw-1",
        counterpartId: "cp-grzezlak",
      }),
    ),
    t.writes(
      5,
      "11:15",
      t.task({ reportedAt: t.at(5, "11:15"), answeredAt: t.at(4, "13:00"), replyMrn: "WARSAW 0966" }),
    ),
    t.logs(
      13,
      "20:50",
      2,
      {
        type: "reception",
        state: "held",
        at: t.at(13, "18:30"),
        place: "Ambassador's residence",
        subject: "Expert briefing and reception",
        ours: { officer },
        theirs: { "cp-grzezlak": { name: "Bożydar Grzęźlak", title: "Podsekretarz stanu" } },
        levelReached: "deputyMinister",
        language: "Polish",
        points: made({ performanceRevised: "delivered", security: "delivered" }),
        paper: "notOffered",
        reaction: "receptive",
        askOutcome: "noAskMade",
        report:
          "Grzęźlak attended the expert briefing with four of his staff. He asked how an agency that buys a service can tell which model stands behind it, and said his ministry would look at its purchase rules.",
        comment: "Interest at deputy minister's level is new.",
      },
      t.amends("briefing", {
        status: "done",
        closedAt: t.at(13, "20:50"),
        outcome: "Held at the residence; five attended.",
      }),
    ),
    t.writes(14, "12:00", t.task({ closedAt: t.at(14, "12:00") })),
  ];
}
