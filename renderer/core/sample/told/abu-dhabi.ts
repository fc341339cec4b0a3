// Abu Dhabi: relief granted, since a visiting delegation had said the same a week before the cable.
import type { Calendar } from "../calendar.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { capitalWrites, change, deskDeputy, postTeller } from "../teller.ts";

export function tellAbuDhabi(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("abu-dhabi"));
  return [
    t.writes(
      -16,
      "12:40",
      t.counterpart("hosaniya", {
        name: "Mariam Saeed Al-Hosaniya",
        nativeName: "مريم سعيد الحوسنية",
        offices: {
          now: {
            title: "Assistant Minister for Advanced Technology",
            organizationId: "org-ae-mfa",
            level: "deputyMinister",
            fromOn: t.day(-210),
            toOn: null,
          },
        },
        languages: ["Arabic", "English"],
      }),
    ),
    t.logs(-8, "17:10", 1, {
      // Before the case and no part of it: no directive, no task.
      directiveId: null,
      taskId: null,
      type: "meeting",
      state: "held",
      at: t.at(-8, "11:00"),
      place: "Ministry of Foreign Affairs",
      subject: "Visit of the delegation on advanced technology",
      ours: {
        head: { name: "Rosemary Kittredge", rank: "Head of the visiting delegation" },
        officer: { name: "Leila Farnsworth", rank: "Economic Officer" },
      },
      theirs: {
        "cp-hosaniya": {
          name: "Mariam Saeed Al-Hosaniya",
          title: "Assistant Minister for Advanced Technology",
        },
      },
      levelReached: "deputyMinister",
      language: "English",
      instrument: "noneOral",
      paper: "notOffered",
      reaction: "receptive",
      askOutcome: "noAskMade",
      report:
        "The delegation explained at length the concern about copied models and missing safeguards. Al-Hosaniya said that her country's own developers have the same interest in protecting their work.",
      comment: "The subject was covered in substance; only the names of companies were left out.",
    }),
    t.writes(
      3,
      "13:20",
      t.task({
        acknowledgedAt: t.at(3, "13:20"),
        owner: "Leila Farnsworth",
        note: "The post asks for relief: the delegation covered the subject eleven days ago.",
      }),
    ),
    capitalWrites(
      calendar,
      4,
      "10:40",
      [
        change("demarcheTasks", "task-abu-dhabi", t.scope, {
          mode: "exempt",
          exemptReason: "reliefGranted",
          exemptNote: "Covered at assistant minister's level by the delegation the week before the cable.",
          exemptClearedBy: "NEA/ARP: Samuel Prentiss",
        }),
      ],
      deskDeputy,
    ),
  ];
}
