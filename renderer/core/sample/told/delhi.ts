// New Delhi: the first date fell through; delivered in the second week, questions came back, an answer is owed.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const title = "Joint Secretary, New and Emerging Strategic Technologies";

export function tellDelhi(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("delhi"));
  const meeting = {
    type: "meeting",
    place: "South Block",
    subject: "Distillation of AI models",
    ours: { officer: { name: "Rebecca Stanhope", rank: "First Secretary, Technology" } },
    theirs: { "cp-venkataraghavan": { name: "Anuradha Venkataraghavan", title } },
    language: "English",
  } as const;
  return [
    t.writes(
      -11,
      "16:00",
      t.counterpart("venkataraghavan", {
        name: "Anuradha Venkataraghavan",
        nativeName: "अनुराधा वेंकटराघवन",
        offices: {
          now: { title, organizationId: "org-in-nest", level: "director", fromOn: t.day(-365), toOn: null },
        },
        languages: ["English", "Hindi", "Tamil"],
      }),
      t.counterpart("chaturvedi", {
        name: "Pranav Chaturvedi",
        nativeName: "प्रणव चतुर्वेदी",
        offices: {
          now: {
            title: "Under Secretary, New and Emerging Strategic Technologies",
            organizationId: "org-in-nest",
            level: "desk",
            fromOn: t.day(-60),
            toOn: null,
          },
        },
        languages: ["Hindi", "English"],
      }),
    ),
    t.writes(3, "10:45", t.task({ acknowledgedAt: t.at(3, "10:45"), owner: "Rebecca Stanhope" })),
    t.writes(
      4,
      "12:30",
      t.plans(1, { ...meeting, at: t.at(5, "16:00") }),
      t.task({ appointmentRequestedAt: t.at(3, "15:00"), scheduledFor: t.at(5, "16:00") }),
    ),
    t.logs(
      5,
      "16:30",
      1,
      {
        ...meeting,
        at: t.at(5, "16:00"),
        state: "notHeld",
        notHeldReason:
          "Put off by the host on the day because of a visit; a date in the following week was offered.",
      },
      t.task({ scheduledFor: t.at(10, "11:30") }),
    ),
    t.logs(
      10,
      "15:10",
      2,
      {
        ...meeting,
        state: "held",
        at: t.at(10, "11:30"),
        levelReached: "director",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: ["delivered", "She asked for the figures behind it.", "left"],
          security: ["delivered", "", "left"],
          neutrality: ["delivered", "She spoke of maps, and said the point is understood."],
          groundwork: "delivered",
          ifProtection: [
            "delivered",
            "Used when she asked about Indian developers who use distillation lawfully.",
          ],
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "willStudy",
        commitments: {
          consult: {
            by: "host",
            text: "Consult the electronics ministry and revert",
            dueOn: t.day(30),
            verified: "",
          },
          figures: {
            by: "us",
            text: "Provide figures behind the point on performance",
            dueOn: t.day(28),
            verified: "",
          },
        },
        counterArguments: [
          "Distillation is a common technique and lawful in itself",
          "The evidence has so far been described, not shown",
        ],
        report:
          "Venkataraghavan drew a line between distillation as a technique, which Indian developers use every day, and the extraction of a model against its owner's terms. She asked for figures, for the meaning of neutrality in a country of many languages, and whether the instruction had gone to all posts. She would consult the electronics ministry.",
        comment: "The questions are fair and the tone was good. An answer depends on the figures.",
      },
      t.task({ deliveredAt: t.at(10, "11:30") }),
      t.response("table", {
        engagementId: "eng-delhi-2",
        counterpartId: "cp-venkataraghavan",
        receivedAt: t.at(10, "11:30"),
        category: "questionsRaised",
        authority: "official",
        text: "Three questions: figures, meaning of neutrality, how wide the instruction went. Will consult and revert.",
        quote: "The technique is everybody's; what matters is whose door was opened.",
        verbatim: true,
        undertakings: {
          revert: {
            text: "Revert after consulting the electronics ministry",
            dueOn: t.day(30),
            owner: "Anuradha Venkataraghavan",
            doneOn: null,
          },
        },
        confidence: "medium",
      }),
      t.position("1", {
        on: t.day(10),
        stance: "neutral",
        basis: "stated",
        confidence: "medium",
        counterpartId: "cp-venkataraghavan",
        engagementId: "eng-delhi-2",
        responseId: "resp-delhi-table",
      }),
      t.followUp("figures", {
        what: "Provide the figures behind the point on performance",
        owner: "Luis Aramburu",
        waitingOn: "capital",
        priority: "high",
        dueOn: t.day(28),
        engagementId: "eng-delhi-2",
        pointId: "pt-c",
        counterpartId: "cp-venkataraghavan",
      }),
      t.followUp("revert", {
        what: "Obtain the answer after the consultation with the electronics ministry",
        owner: "Rebecca Stanhope",
        waitingOn: "host",
        status: "waitingOnHost",
        dueOn: t.day(30),
        engagementId: "eng-delhi-2",
        counterpartId: "cp-venkataraghavan",
      }),
    ),
    t.writes(11, "12:10", t.task({ reportedAt: t.at(11, "12:10"), replyMrn: "NEW DELHI 4402" })),
  ];
}
