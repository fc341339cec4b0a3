// Riyadh: delivered on a Sunday in the third week, one must-say point left out, no report yet.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellRiyadh(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("riyadh"));
  return [
    t.writes(
      -12,
      "10:00",
      t.counterpart("rumaih", {
        name: "Dr. Faris bin Sulaiman Al-Rumaih",
        nativeName: "د. فارس بن سليمان الرميح",
        offices: {
          now: {
            title: "Deputy Head, Data and Artificial Intelligence Office",
            organizationId: "org-sa-data",
            level: "deputyMinister",
            fromOn: t.day(-300),
            toOn: null,
          },
        },
        languages: ["Arabic", "English"],
        protocolNote: "Coffee first; papers are handed over at the end.",
      }),
    ),
    t.writes(5, "11:15", t.task({ acknowledgedAt: t.at(5, "11:15"), owner: "Gregory Hallstrom" })),
    t.writes(
      13,
      "13:00",
      t.task({ appointmentRequestedAt: t.at(9, "10:30"), scheduledFor: t.at(16, "12:00") }),
    ),
    t.logs(
      16,
      "16:35",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(16, "12:00"),
        place: "Data and Artificial Intelligence Office",
        subject: "نماذج الذكاء الاصطناعي",
        ours: { officer: { name: "Gregory Hallstrom", rank: "Economic Officer" } },
        theirs: {
          "cp-rumaih": { name: "Dr. Faris bin Sulaiman Al-Rumaih", title: "Deputy Head of the Office" },
        },
        levelReached: "deputyMinister",
        language: "Arabic",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performanceRevised: "delivered",
          security: ["notDelivered", "He was called to the telephone; the meeting did not resume."],
          neutrality: "notDelivered",
          groundwork: "delivered",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "noAskMade",
        counterArguments: ["The region does not wish to choose between suppliers"],
        report:
          "Dr. Al-Rumaih received us for twenty minutes. He said the Kingdom works with suppliers from every side and values clear information. He was called away before the points on safeguards and neutrality could be made; the paper, which has both, stayed with him.",
        comment: "To be completed at a second meeting; his office is looking for a date.",
      },
      t.task({ deliveredAt: t.at(16, "12:00"), partlyDelivered: true }),
      t.response("table", {
        engagementId: "eng-riyadh-1",
        counterpartId: "cp-rumaih",
        receivedAt: t.at(16, "12:00"),
        category: "noncommittal",
        authority: "official",
        text: "Values clear information; works with suppliers from every side.",
        quote: "نتعامل مع الجميع، ونستمع إلى الجميع.",
        verbatim: true,
        confidence: "low",
      }),
      t.followUp("second", {
        what: "Make the points on safeguards and neutrality at a second meeting",
        owner: "Gregory Hallstrom",
        dueOn: t.day(30),
        engagementId: "eng-riyadh-1",
        pointId: "pt-d",
        counterpartId: "cp-rumaih",
      }),
      t.followUp("report", {
        what: "Report the first meeting",
        owner: "Gregory Hallstrom",
        priority: "high",
        dueOn: t.day(27),
        engagementId: "eng-riyadh-1",
      }),
    ),
  ];
}
