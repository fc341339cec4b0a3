// Wellington: on info; the host raised the subject at a reception and the post answered within its guidance.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellWellington(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("wellington"));
  return [
    t.writes(
      -6,
      "11:45",
      t.counterpart("tamatea", {
        name: "Aroha Tamatea-Briggs",
        offices: {
          now: {
            title: "Unit Manager, Emerging Security Issues",
            organizationId: "org-nz-mfa",
            level: "desk",
            fromOn: t.day(-230),
            toOn: null,
          },
        },
        languages: ["English", "Māori"],
      }),
    ),
    t.logs(
      8,
      "09:40",
      1,
      {
        type: "reception",
        state: "held",
        at: t.at(7, "18:00"),
        place: "National Library",
        initiatedBy: "them",
        subject: "Question about the instruction, at a reception",
        ours: { officer: { name: "Oscar Vandermeer", rank: "Political-Economic Officer" } },
        theirs: { "cp-tamatea": { name: "Aroha Tamatea-Briggs", title: "Unit Manager" } },
        levelReached: "desk",
        language: "English",
        points: made({
          concern: ["hostRaised", "She had heard of it from Canberra."],
          ifAsked: ["delivered", "Said that nothing is asked."],
        }),
        instrument: "noneOral",
        paper: "notOffered",
        reaction: "receptive",
        askOutcome: "noAskMade",
        report:
          "Tamatea-Briggs had heard of the instruction from colleagues in Canberra and asked whether New Zealand would be approached. The officer explained the concern in two sentences and said that nothing is asked.",
        comment: "The post is on info and took no initiative.",
      },
      t.response("reception", {
        engagementId: "eng-wellington-1",
        counterpartId: "cp-tamatea",
        receivedAt: t.at(7, "18:00"),
        category: "noAskMade",
        authority: "personal",
        text: "Interested; would like to see the public papers.",
        confidence: "medium",
      }),
      t.position("1", {
        on: t.day(7),
        stance: "leaningSupportive",
        basis: "assessed",
        confidence: "low",
        counterpartId: "cp-tamatea",
        engagementId: "eng-wellington-1",
        note: "The post's impression from a short talk.",
      }),
      t.followUp("papers", {
        what: "Send the public statement to the emerging security unit",
        owner: "Oscar Vandermeer",
        priority: "low",
        engagementId: "eng-wellington-1",
        counterpartId: "cp-tamatea",
      }),
    ),
  ];
}
