// Nairobi: delivered together with the British and Australian missions.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellNairobi(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("nairobi"));
  return [
    t.writes(
      -10,
      "09:35",
      t.counterpart("kamotho", {
        name: "Wanjiru Kamotho-Odede",
        offices: {
          now: {
            title: "Director, Economic and Commercial Diplomacy",
            organizationId: "org-ke-mfa",
            level: "director",
            fromOn: t.day(-190),
            toOn: null,
          },
        },
        languages: ["English", "Swahili"],
      }),
    ),
    t.writes(4, "08:45", t.task({ acknowledgedAt: t.at(4, "08:45"), owner: "Imogen Castleberry" })),
    t.writes(
      7,
      "12:00",
      t.task({
        appointmentRequestedAt: t.at(6, "09:00"),
        scheduledFor: t.at(12, "10:00"),
        note: "The British High Commission suggested to go together; the Australian joined.",
      }),
    ),
    t.logs(
      12,
      "14:40",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(12, "10:00"),
        place: "Old Treasury Building",
        subject: "Models, safeguards and public services",
        ours: { officer: { name: "Imogen Castleberry", rank: "Economic Officer" } },
        theirs: {
          "cp-kamotho": {
            name: "Wanjiru Kamotho-Odede",
            title: "Director, Economic and Commercial Diplomacy",
          },
        },
        levelReached: "director",
        language: "English",
        jointWith: ["British High Commission", "Australian High Commission"],
        points: made({
          concern: "delivered",
          examples: "delivered",
          performanceRevised: "delivered",
          security: ["delivered", "The British colleague took this point.", "left"],
          neutrality: "delivered",
          groundwork: "delivered",
        }),
        instrument: "aideMemoire",
        paper: "accepted",
        reaction: "receptive",
        askOutcome: "willStudy",
        commitments: {
          convey: {
            by: "host",
            text: "Convey the aide-mémoire to the ministry for information",
            dueOn: t.day(29),
            verified: "",
          },
        },
        counterArguments: ["Developing countries need affordable models"],
        report:
          "Three missions called together. Kamotho-Odede said that price decides what public offices use, and that a warning helps only if an affordable alternative exists. She would convey the paper to the ministry for information and write to the three missions.",
        comment: "Going together made the point without making it a matter between two powers.",
      },
      t.task({ deliveredAt: t.at(12, "10:00") }),
      t.response("table", {
        engagementId: "eng-nairobi-1",
        counterpartId: "cp-kamotho",
        receivedAt: t.at(12, "10:00"),
        category: "willConvey",
        authority: "official",
        text: "Will convey the aide-mémoire and write to the three missions.",
        quote: "A warning is welcome. A price list would be more so.",
        verbatim: true,
        confidence: "medium",
      }),
      t.position("1", {
        on: t.day(12),
        stance: "neutral",
        basis: "assessed",
        confidence: "medium",
        counterpartId: "cp-kamotho",
        engagementId: "eng-nairobi-1",
      }),
      t.followUp("letter", {
        what: "Watch for the letter to the three missions",
        owner: "Imogen Castleberry",
        waitingOn: "host",
        status: "waitingOnHost",
        dueOn: t.day(29),
        engagementId: "eng-nairobi-1",
        counterpartId: "cp-kamotho",
      }),
    ),
    t.writes(13, "11:30", t.task({ reportedAt: t.at(13, "11:30"), replyMrn: "NAIROBI 0790" })),
  ];
}
