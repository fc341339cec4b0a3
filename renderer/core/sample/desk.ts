// What the desk itself does in three weeks: the revised point, its own follow-ups, promises kept to posts.
import type { Calendar } from "./calendar.ts";
import { leadersMeetingOffset } from "./calendar.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, change, deskDeputy, deskOfficer, directiveId } from "./teller.ts";

export function tellDesk(calendar: Calendar): SampleWrite[] {
  const { day, at } = calendar;
  const now = (offset: number, clock: string): string => at(offset, clock, "America/New_York");
  return [
    capitalWrites(calendar, 3, "10:30", [
      change("followUps", "fu-hq-report", "hq", {
        what: "Status report for the principal before the leaders' meeting",
        owner: deskOfficer,
        waitingOn: "us",
        priority: "high",
        dueOn: day(leadersMeetingOffset - 2),
        directiveId,
      }),
      change("followUps", "fu-hq-partners", "hq", {
        what: "Compare notes with the like-minded group of digital envoys",
        owner: deskDeputy,
        waitingOn: "us",
        dueOn: day(28),
        directiveId,
      }),
      change("followUps", "fu-hq-beijing", "hq", {
        what: "Weigh the second conversation in Beijing with the China desk",
        owner: deskOfficer,
        waitingOn: "capital",
        dueOn: day(8),
        directiveId,
      }),
      change("followUps", "fu-hq-evidence", "hq", {
        what: "Obtain release of the technical annex",
        owner: deskDeputy,
        waitingOn: "capital",
        priority: "high",
        dueOn: day(10),
        directiveId,
        pointId: "pt-c",
      }),
    ]),
    // Eleven posts had been heard from by then, most of them asked for the evidence.
    capitalWrites(calendar, 11, "10:00", [
      change("followUps", "fu-hq-evidence", "hq", {
        status: "done",
        closedAt: now(11, "10:00"),
        outcome: "Released for government recipients; sent to the posts that were asked.",
      }),
      change("followUps", "fu-hq-beijing", "hq", {
        status: "done",
        closedAt: now(11, "10:00"),
        outcome: "No change to the instruction; both desks watch the preparation of the meeting.",
      }),
    ]),
    capitalWrites(
      calendar,
      14,
      "17:45",
      [
        change("followUps", "fu-hq-rotation", "hq", {
          what: "Read the rotation dossier of The Hague before the officer leaves",
          owner: deskDeputy,
          waitingOn: "us",
          priority: "low",
          dueOn: day(17),
          postId: "post-hague",
        }),
        change("followUps", "fu-hq-evaluation", "hq", {
          what: "Paper on common tests: take Singapore's suggestion or offer another",
          owner: deskOfficer,
          waitingOn: "us",
          directiveId,
          dependsOnId: "fu-hq-partners",
        }),
      ],
      deskDeputy,
    ),
    capitalWrites(calendar, 18, "16:20", [
      change("followUps", "fu-berlin-questions", "post/post-berlin", {
        outcome: "Two of three answers are cleared; the third waits for the evaluation body.",
      }),
    ]),
    capitalWrites(
      calendar,
      20,
      "15:30",
      [
        change("followUps", "fu-hq-partners", "hq", {
          status: "done",
          closedAt: now(20, "15:30"),
          outcome: "Call of five capitals; notes with the case.",
        }),
      ],
      deskDeputy,
    ),
  ];
}
