// The Hague: delivered orally at desk level, below what was asked, and not yet reported; the officer rotates.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { capitalWrites, change, deskDeputy, postTeller } from "../teller.ts";

const officer = { name: "Meredith Kwan", rank: "Economic Officer" };

export function tellHague(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("hague"));
  return [
    t.writes(
      -12,
      "09:50",
      t.counterpart("hoeve", {
        name: "Sanne van der Hoeve-Brinkhorst",
        offices: {
          now: {
            title: "Senior Policy Officer, New Technologies",
            organizationId: "org-nl-security",
            level: "desk",
            fromOn: t.day(-330),
            toOn: null,
          },
        },
        languages: ["Dutch", "English"],
      }),
    ),
    t.writes(4, "14:20", t.task({ acknowledgedAt: t.at(4, "14:20"), owner: "Meredith Kwan" })),
    t.writes(
      7,
      "10:10",
      t.task({ appointmentRequestedAt: t.at(5, "09:30"), scheduledFor: t.at(10, "14:00") }),
    ),
    t.logs(
      10,
      "17:25",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(10, "14:00"),
        place: "Rijnstraat",
        subject: "Distillation of AI models",
        ours: { officer },
        theirs: {
          "cp-hoeve": {
            name: "Sanne van der Hoeve-Brinkhorst",
            title: "Senior Policy Officer, New Technologies",
          },
        },
        levelReached: "desk",
        language: "English",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: "delivered",
          security: "delivered",
          neutrality: ["notDelivered", "The conversation ended before it."],
          groundwork: "delivered",
        }),
        instrument: "noneOral",
        paper: "notOffered",
        reaction: "receptive",
        askOutcome: "noAskMade",
        counterArguments: ["A common European line has to come first"],
        report:
          "Van der Hoeve-Brinkhorst stood in for her director, who was travelling. She said the Netherlands prefers to act within the Union and would raise the matter with colleagues there. She asked for nothing in writing at this stage and took notes.",
        comment:
          "A useful first contact, but one step below the level asked for. The director returns in the fifth week.",
      },
      t.task({ deliveredAt: t.at(10, "14:00") }),
      t.followUp("level", {
        what: "Repeat the points to the director and leave the paper",
        owner: "Meredith Kwan",
        dueOn: t.day(32),
        engagementId: "eng-hague-1",
        pointId: "pt-e",
        counterpartId: "cp-hoeve",
      }),
    ),
    t.writes(
      14,
      "16:30",
      t.plans(2, {
        type: "meeting",
        at: t.at(32, "10:00"),
        place: "Rijnstraat",
        subject: "Second conversation with the director",
        ours: { officer },
        theirs: {},
        language: "English",
      }),
    ),
    capitalWrites(
      calendar,
      17,
      "09:20",
      [
        change("followUps", "fu-hague-report", t.scope, {
          what: "Report the meeting of the second week by cable",
          owner: "Meredith Kwan",
          priority: "high",
          dueOn: calendar.day(18),
          postId: t.postId,
          directiveId: "dir-models",
          taskId: "task-hague",
          engagementId: "eng-hague-1",
        }),
      ],
      deskDeputy,
    ),
  ];
}
