// Pretoria: the post asks to change the wording and holds until the capital answers.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

export function tellPretoria(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("pretoria"));
  return [
    t.writes(
      -9,
      "14:30",
      t.counterpart("dlangalala", {
        name: "Nomathemba Dlangalala",
        offices: {
          now: {
            title: "Chief Director, Americas",
            organizationId: "org-za-mfa",
            level: "director",
            fromOn: t.day(-520),
            toOn: null,
          },
        },
        languages: ["English", "isiZulu", "isiXhosa"],
      }),
    ),
    t.writes(4, "09:25", t.task({ acknowledgedAt: t.at(4, "09:25"), owner: "Desmond Pruitt" })),
    t.logs(
      6,
      "15:55",
      1,
      {
        type: "call",
        state: "held",
        at: t.at(6, "15:00"),
        place: "Telephone",
        subject: "Whether a meeting is timely",
        ours: { officer: { name: "Desmond Pruitt", rank: "Economic Officer" } },
        theirs: { "cp-dlangalala": { name: "Nomathemba Dlangalala", title: "Chief Director, Americas" } },
        levelReached: "director",
        language: "English",
        points: made({
          concern: ["notDelivered", "The officer did not go into the points."],
          examples: "notDelivered",
          performance: "notDelivered",
          security: "notDelivered",
        }),
        paper: "notOffered",
        reaction: "reserved",
        askOutcome: "noAskMade",
        counterArguments: ["The region does not wish to choose between suppliers"],
        report:
          "The officer asked, without going into the points, when a talk on AI models would suit. Dlangalala said that the weeks before a national conference on AI are a poor time for a conversation about one country's companies.",
        comment: "Delivered as written, the points on named companies would be read as a campaign.",
      },
      t.task({
        onHold: true,
        amendmentRequest:
          'The post asks to deliver without naming companies, and to speak of safeguards first and of neutrality only if raised. It proposes: "Some models in free circulation appear to have been made from others without leave, and without the safeguards of the original." It would deliver after the national conference.',
      }),
      t.followUp("wording", {
        what: "Decide on Pretoria's wording and date",
        owner: "Dana Whitfield",
        waitingOn: "capital",
        priority: "high",
        dueOn: t.day(13),
        engagementId: "eng-pretoria-1",
        pointId: "pt-b",
      }),
    ),
  ];
}
