// Ottawa: a telephone call on the first working days, an expert round, complete.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Simone Archambault", rank: "Economic Officer" };
const theirs = {
  "cp-thibodeau": {
    name: "Marc-André Thibodeau-Lafrenière",
    title: "Director General, Digital Economy and Cyber Policy",
  },
};

export function tellOttawa(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("ottawa"));
  return [
    t.writes(
      -17,
      "10:20",
      t.counterpart("thibodeau", {
        name: "Marc-André Thibodeau-Lafrenière",
        offices: {
          now: {
            title: "Director General, Digital Economy and Cyber Policy",
            organizationId: "org-ca-digital",
            level: "director",
            fromOn: t.day(-600),
            toOn: null,
          },
        },
        languages: ["English", "French"],
      }),
    ),
    t.writes(
      3,
      "09:00",
      t.task({
        acknowledgedAt: t.at(3, "09:00"),
        owner: "Simone Archambault",
        appointmentRequestedAt: t.at(3, "09:00"),
        scheduledFor: t.at(4, "11:00"),
      }),
    ),
    t.logs(
      4,
      "11:50",
      1,
      {
        type: "call",
        state: "held",
        at: t.at(4, "11:00"),
        place: "Telephone",
        subject: "Distillation of US AI models",
        ours: { officer },
        theirs,
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: "delivered",
          security: "delivered",
          neutrality: "delivered",
          groundwork: "delivered",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "receptive",
        askOutcome: "noAskMade",
        commitments: {
          experts: { by: "us", text: "Set up a call between experts", dueOn: t.day(14), verified: "Held" },
        },
        report:
          "Thibodeau-Lafrenière had read the public statement and asked for the paper by mail. He said Canadian laboratories had seen patterns of automated questions that fit the description. He proposed a call between experts.",
        comment: "He speaks for the department; the security agencies will want their own channel.",
      },
      t.task({ deliveredAt: t.at(4, "11:00") }),
      t.response("table", {
        engagementId: "eng-ottawa-1",
        counterpartId: "cp-thibodeau",
        receivedAt: t.at(4, "11:00"),
        category: "supportiveInPrinciple",
        authority: "official",
        text: "Canadian laboratories report similar patterns; proposes a call between experts.",
        confidence: "high",
      }),
      t.followUp("experts", {
        what: "Set up the call between experts",
        owner: "Simone Archambault",
        dueOn: t.day(14),
        engagementId: "eng-ottawa-1",
        counterpartId: "cp-thibodeau",
      }),
    ),
    t.writes(
      4,
      "15:30",
      t.task({ reportedAt: t.at(4, "15:30"), answeredAt: t.at(4, "11:00"), replyMrn: "OTTAWA 0712" }),
    ),
    t.logs(
      12,
      "16:40",
      2,
      {
        type: "videoConference",
        state: "held",
        at: t.at(12, "14:00"),
        place: "Video",
        subject: "Call between experts",
        ours: {
          officer,
          expert: { name: "Dr. Wendell Achterberg", rank: "Technical adviser, Washington" },
        },
        theirs,
        levelReached: "working",
        language: "English",
        points: made({
          performanceRevised: ["delivered", "With the revised wording."],
          security: "delivered",
        }),
        paper: "notOffered",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        report:
          "Experts compared what they can see of automated questioning. The Canadian side described two cases and will write them up. Both sides agreed that benchmarks alone prove little in either direction.",
        comment: "The write-up could serve posts that are asked for evidence.",
      },
      t.amends("experts", {
        status: "done",
        closedAt: t.at(12, "16:40"),
        outcome: "Held; a write-up will follow.",
      }),
      t.followUp("write-up", {
        what: "Ask whether the Canadian write-up may be shown to others",
        owner: "Simone Archambault",
        dueOn: t.day(28),
        engagementId: "eng-ottawa-2",
        counterpartId: "cp-thibodeau",
      }),
      t.position("1", {
        on: t.day(12),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-thibodeau",
        engagementId: "eng-ottawa-2",
        note: "Two cases of its own move Ottawa from leaning to open support.",
      }),
    ),
    t.writes(13, "10:00", t.task({ closedAt: t.at(13, "10:00") })),
  ];
}
