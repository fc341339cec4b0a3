// Mexico City: an appointment that did not come about; past its date, no meeting set.
import type { Calendar } from "../calendar.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Bradley Escamilla", rank: "Economic Officer" };

export function tellMexico(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("mexico"));
  const meeting = {
    type: "meeting",
    at: t.at(12, "17:00"),
    place: "Plaza Juárez",
    subject: "Modelos de inteligencia artificial",
    ours: { officer },
    theirs: {
      "cp-arizmendi": { name: "Ximena Arizmendi Olvera", title: "Directora General para América del Norte" },
    },
    language: "Spanish",
  } as const;
  return [
    t.writes(
      -9,
      "11:10",
      t.counterpart("arizmendi", {
        name: "Ximena Arizmendi Olvera",
        offices: {
          now: {
            title: "Directora General para América del Norte",
            organizationId: "org-mx-mfa",
            level: "director",
            fromOn: t.day(-75),
            toOn: null,
          },
        },
        languages: ["Spanish", "English"],
      }),
    ),
    t.writes(4, "12:00", t.task({ acknowledgedAt: t.at(4, "12:00"), owner: "Bradley Escamilla" })),
    t.writes(
      10,
      "13:45",
      t.plans(1, meeting),
      t.task({ appointmentRequestedAt: t.at(6, "10:30"), scheduledFor: t.at(12, "17:00") }),
    ),
    t.logs(
      12,
      "18:05",
      1,
      {
        ...meeting,
        state: "notHeld",
        notHeldReason: "The director general was sent abroad at noon; no deputy could receive us.",
      },
      t.task({ scheduledFor: null }),
      t.followUp("rebook", {
        what: "Ask for a new appointment, with the deputy if need be",
        owner: "Bradley Escamilla",
        priority: "high",
        dueOn: t.day(17),
        engagementId: "eng-mexico-1",
        counterpartId: "cp-arizmendi",
      }),
    ),
  ];
}
