// Canberra: nothing was asked and nothing needed answering; closed within a week.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellCanberra(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("canberra"));
  return [
    t.writes(
      -7,
      "09:30",
      t.counterpart("ridgewater", {
        name: "Callum Ridgewater",
        offices: {
          now: {
            title: "Assistant Secretary, Cyber and Critical Technology",
            organizationId: "org-au-cyber",
            level: "director",
            fromOn: t.day(-540),
            toOn: null,
          },
        },
        languages: ["English"],
      }),
    ),
    t.writes(
      3,
      "10:00",
      t.task({
        acknowledgedAt: t.at(3, "09:10"),
        owner: "Lorraine McAllister",
        appointmentRequestedAt: t.at(3, "10:00"),
        scheduledFor: t.at(4, "09:30"),
      }),
    ),
    t.logs(
      4,
      "12:15",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(4, "09:30"),
        place: "R. G. Casey Building",
        subject: "Distillation of US AI models",
        ours: { officer: { name: "Lorraine McAllister", rank: "Technology Officer" } },
        theirs: { "cp-ridgewater": { name: "Callum Ridgewater", title: "Assistant Secretary" } },
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: ["hostRaised", "He described the rule for government devices before we came to it."],
          performance: "delivered",
          security: "delivered",
          neutrality: "delivered",
          groundwork: "delivered",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        report:
          "Ridgewater said Australia had acted early on government devices and saw nothing in the paper to disagree with. He asked to be told if the instruction is followed by a request. Both sides agreed that no answer is owed.",
        comment: "The conversation was among friends; the post proposes to close.",
      },
      t.task({ deliveredAt: t.at(4, "09:30") }),
      t.response("table", {
        engagementId: "eng-canberra-1",
        counterpartId: "cp-ridgewater",
        receivedAt: t.at(4, "09:30"),
        category: "noAskMade",
        authority: "official",
        text: "Nothing was asked; nothing in the paper to disagree with.",
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(4),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-ridgewater",
        engagementId: "eng-canberra-1",
        note: "As at the start.",
      }),
    ),
    t.writes(
      5,
      "11:00",
      t.task({ reportedAt: t.at(5, "11:00"), answeredAt: t.at(4, "09:30"), replyMrn: "CANBERRA 0431" }),
    ),
    t.writes(7, "09:20", t.task({ closedAt: t.at(7, "09:20") })),
  ];
}
