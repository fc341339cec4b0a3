// Cairo: tasked, and nothing since. One officer, who leaves in the second week.
import type { Calendar } from "../calendar.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { capitalWrites, change, postTeller } from "../teller.ts";

export function tellCairo(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("cairo"));
  return [
    t.writes(
      -19,
      "10:30",
      t.counterpart("shafshak", {
        name: "Tarek Abdelmoneim Shafshak",
        nativeName: "طارق عبد المنعم شفشق",
        offices: {
          now: {
            title: "Deputy Assistant Minister for Cyber Affairs",
            organizationId: "org-eg-mfa",
            level: "director",
            fromOn: t.day(-640),
            toOn: null,
          },
        },
        languages: ["Arabic", "English", "French"],
      }),
    ),
    capitalWrites(calendar, 11, "09:00", [
      change("followUps", "fu-cairo-chase", t.scope, {
        what: "Call the embassy: nothing heard since the cable",
        owner: "Dana Whitfield",
        waitingOn: "capital",
        priority: "high",
        dueOn: calendar.day(12),
        postId: t.postId,
        directiveId: "dir-models",
        taskId: "task-cairo",
      }),
    ]),
  ];
}
