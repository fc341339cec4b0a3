// Rome: a host that already restricts one of the apps; full support, complete.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellRome(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("rome"));
  return [
    t.writes(
      -13,
      "12:15",
      t.counterpart("bellodi", {
        name: "Gianmarco Bellodi",
        offices: {
          now: {
            title: "Direttore per l'innovazione e la ricerca",
            organizationId: "org-it-innovation",
            level: "director",
            fromOn: t.day(-700),
            toOn: null,
          },
        },
        languages: ["Italian", "English", "French"],
      }),
    ),
    t.writes(3, "11:30", t.task({ acknowledgedAt: t.at(3, "11:30"), owner: "Gabriel Sandoval" })),
    t.writes(
      5,
      "10:00",
      t.task({ appointmentRequestedAt: t.at(4, "09:15"), scheduledFor: t.at(7, "12:00") }),
    ),
    t.logs(
      7,
      "16:10",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(7, "12:00"),
        place: "Farnesina",
        subject: "Distillation of AI models; national steps",
        ours: { counselor: { name: "Gabriel Sandoval", rank: "Economic Counselor" } },
        theirs: {
          "cp-bellodi": { name: "Gianmarco Bellodi", title: "Direttore per l'innovazione e la ricerca" },
        },
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: ["hostRaised", "He named DeepSeek first and described the national measure."],
          performance: "delivered",
          security: ["delivered", "", "left"],
          neutrality: ["delivered", "", "left"],
          groundwork: "delivered",
          ifGroundless: "notApplicable",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        commitments: {
          g7: {
            by: "host",
            text: "Suggest the subject for the next meeting of like-minded digital envoys",
            dueOn: t.day(30),
            verified: "",
          },
        },
        report:
          "Bellodi said Italy had acted on one of the apps for reasons of data protection and now sees the wider question. He said the claim on safeguards was the stronger of the two, because anyone can test it. He offered to suggest the subject for the next meeting of digital envoys and asked to be kept informed of other capitals' views.",
        comment: "A committed partner. He was speaking with his minister's consent.",
      },
      t.task({ deliveredAt: t.at(7, "12:00") }),
      t.response("table", {
        engagementId: "eng-rome-1",
        counterpartId: "cp-bellodi",
        receivedAt: t.at(7, "12:00"),
        category: "supportiveCommitted",
        authority: "onInstruction",
        text: "Supports the concern; will suggest the subject among like-minded envoys.",
        quote: "We did not wait, and we would rather not stand alone.",
        verbatim: true,
        undertakings: {
          envoys: {
            text: "Suggest the subject for the next meeting of digital envoys",
            dueOn: t.day(30),
            owner: "Gianmarco Bellodi",
            doneOn: null,
          },
        },
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(7),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-bellodi",
        engagementId: "eng-rome-1",
        responseId: "resp-rome-table",
        note: "From leaning to open support.",
      }),
      t.followUp("thanks", {
        what: "Thank the directorate in writing and share the read-out of other capitals",
        owner: "Gabriel Sandoval",
        priority: "low",
        dueOn: t.day(14),
        engagementId: "eng-rome-1",
        counterpartId: "cp-bellodi",
      }),
    ),
    t.writes(
      10,
      "09:45",
      t.task({ reportedAt: t.at(10, "09:45"), answeredAt: t.at(7, "12:00"), replyMrn: "ROME 1440" }),
    ),
    t.writes(
      12,
      "17:00",
      t.amends("thanks", {
        status: "done",
        closedAt: t.at(12, "17:00"),
        outcome: "Letter delivered by hand.",
      }),
      t.task({ closedAt: t.at(12, "17:00") }),
    ),
  ];
}
