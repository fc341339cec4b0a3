// Jakarta: delivered late in the second week, a non-committal hearing, no report yet.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const longName =
  "Kanjeng Raden Tumenggung Harya Bagaskara Wirahadiningrat Kusumaatmadja Soerjosoemarno bin Raden Mas Prawirodirdjo";

export function tellJakarta(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("jakarta"));
  return [
    t.writes(
      -12,
      "13:20",
      t.counterpart("bagaskara", {
        name: longName,
        offices: {
          now: {
            title: "Direktur Amerika",
            organizationId: "org-id-mfa",
            level: "director",
            fromOn: t.day(-310),
            toOn: null,
          },
        },
        languages: ["Indonesian", "Javanese", "English"],
        protocolNote: "Goes by Pak Bagas in conversation; the full name on invitations.",
      }),
      t.counterpart("larasati", {
        name: "Siti Larasati Kusumaningdyah",
        offices: {
          now: {
            title: "Sekretaris Direktorat, Kementerian Komunikasi dan Digital",
            organizationId: "org-id-digital",
            level: "working",
            fromOn: null,
            toOn: null,
          },
        },
        languages: ["Indonesian", "English"],
      }),
    ),
    t.writes(5, "09:00", t.task({ acknowledgedAt: t.at(5, "09:00"), owner: "Sabrina Holtzman" })),
    t.writes(
      7,
      "15:10",
      t.task({ appointmentRequestedAt: t.at(6, "10:00"), scheduledFor: t.at(11, "10:00") }),
    ),
    t.logs(
      11,
      "16:50",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(11, "10:00"),
        place: "Pejambon",
        subject: "Model kecerdasan artifisial dan distilasi",
        ours: { officer: { name: "Sabrina Holtzman", rank: "Economic Officer" } },
        theirs: {
          "cp-bagaskara": { name: longName, title: "Direktur Amerika" },
          "cp-larasati": { name: "Siti Larasati Kusumaningdyah", title: "Sekretaris Direktorat" },
        },
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: "delivered",
          security: "delivered",
          neutrality: ["partly", "Shortened, since the digital ministry uses one of the models in a trial."],
          groundwork: "delivered",
          ifProtection: ["delivered", "Used in answer to the remark on affordable models."],
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "noAskMade",
        counterArguments: [
          "Developing countries need affordable models",
          "The region does not wish to choose between suppliers",
        ],
        report:
          "Pak Bagas thanked us for the information and said that Indonesia follows the development of the technology with open eyes on all sides. His colleague from the digital ministry said that one of the models is in a trial because it is affordable. Neither took a position.",
        comment: "Polite and non-committal. The trial at the digital ministry makes a clear word unlikely.",
      },
      t.task({ deliveredAt: t.at(11, "10:00") }),
      t.response("table", {
        engagementId: "eng-jakarta-1",
        counterpartId: "cp-bagaskara",
        receivedAt: t.at(11, "10:00"),
        category: "noncommittal",
        authority: "official",
        text: "Took note; follows the technology with open eyes on all sides.",
        comment: "The trial at the digital ministry is the reason.",
        confidence: "medium",
      }),
      t.position("1", {
        on: t.day(11),
        stance: "leaningOpposed",
        basis: "assessed",
        confidence: "low",
        engagementId: "eng-jakarta-1",
        note: "The post's reading of the trial; nobody said so.",
      }),
      t.followUp("report", {
        what: "Report the meeting with the directorate for the Americas",
        owner: "Sabrina Holtzman",
        priority: "high",
        dueOn: t.day(14),
        engagementId: "eng-jakarta-1",
      }),
    ),
  ];
}
