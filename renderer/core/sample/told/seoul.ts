// Seoul: delivered and reported in the first week, and silence since.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellSeoul(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("seoul"));
  return [
    t.writes(
      -8,
      "15:00",
      t.counterpart("seo", {
        name: "Seo Dan-bi",
        nativeName: "서단비",
        offices: {
          now: {
            title: "Director, Science and Technology Diplomacy Division",
            organizationId: "org-kr-science",
            level: "director",
            fromOn: t.day(-280),
            toOn: null,
          },
        },
        languages: ["Korean", "English"],
      }),
    ),
    t.writes(3, "10:20", t.task({ acknowledgedAt: t.at(3, "10:20"), owner: "Damian Rutherford" })),
    t.writes(
      4,
      "11:30",
      t.task({ appointmentRequestedAt: t.at(3, "14:00"), scheduledFor: t.at(6, "15:30") }),
    ),
    t.logs(
      6,
      "18:20",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(6, "15:30"),
        place: "Government Complex, Sejong-daero",
        subject: "미국 AI 모델의 증류 문제",
        ours: { officer: { name: "Damian Rutherford", rank: "Economic Officer" } },
        theirs: {
          "cp-seo": { name: "Seo Dan-bi", title: "Director, Science and Technology Diplomacy Division" },
        },
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: ["delivered", "She recalled that one of the apps had been paused for a time."],
          performance: "delivered",
          security: "delivered",
          neutrality: "delivered",
          groundwork: "delivered",
        }),
        instrument: "boutDePapier",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "noAnswer",
        report:
          "Seo listened, asked two factual questions about the dates of the public statements and said that the division would come back to us. She recalled the earlier pause of one of the apps for reasons of data protection, without linking the two.",
        comment: "No sign of disagreement. The answer depends on offices outside the ministry.",
      },
      t.task({ deliveredAt: t.at(6, "15:30") }),
      t.response("table", {
        engagementId: "eng-seoul-1",
        counterpartId: "cp-seo",
        receivedAt: t.at(6, "15:30"),
        category: "noResponseYet",
        authority: "official",
        text: "The division will come back to us.",
        confidence: "low",
      }),
      t.followUp("answer", {
        what: "Ask the division for its answer",
        owner: "Damian Rutherford",
        waitingOn: "host",
        status: "waitingOnHost",
        priority: "high",
        dueOn: t.day(16),
        engagementId: "eng-seoul-1",
        counterpartId: "cp-seo",
      }),
    ),
    t.writes(7, "11:40", t.task({ reportedAt: t.at(7, "11:40"), replyMrn: "SEOUL 1533" })),
    t.writes(
      17,
      "16:30",
      t.task({ note: "Called the division twice; the director is preparing a visit and cannot say when." }),
    ),
  ];
}
