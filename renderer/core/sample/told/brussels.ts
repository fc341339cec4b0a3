// Brussels: the host called the first appointment off; past its date, a second one is set.
import type { Calendar } from "../calendar.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Tobias Wrenfield", rank: "Political-Economic Officer" };
const theirs = {
  "cp-colmant": { name: "Lieve Verstraeten-Colmant", title: "Head of Division, Digital Diplomacy" },
};

export function tellBrussels(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("brussels"));
  const first = {
    type: "meeting",
    at: t.at(11, "09:30"),
    place: "Egmont Palace",
    subject: "Distillation of AI models",
    ours: { officer },
    theirs,
    language: "English",
  } as const;
  return [
    t.writes(
      -11,
      "14:00",
      t.counterpart("colmant", {
        name: "Lieve Verstraeten-Colmant",
        offices: {
          now: {
            title: "Head of Division, Digital Diplomacy",
            organizationId: "org-be-digital",
            level: "director",
            fromOn: t.day(-45),
            toOn: null,
          },
        },
        languages: ["Dutch", "French", "English"],
        protocolNote: "New in the post; asks for an agenda beforehand.",
      }),
    ),
    t.writes(5, "16:15", t.task({ acknowledgedAt: t.at(5, "16:15"), owner: "Tobias Wrenfield" })),
    t.writes(
      6,
      "11:40",
      t.plans(1, first),
      t.task({ appointmentRequestedAt: t.at(6, "09:00"), scheduledFor: t.at(11, "09:30") }),
    ),
    t.logs(
      11,
      "10:20",
      1,
      {
        ...first,
        state: "notHeld",
        notHeldReason:
          "Called off by the host an hour before: the division was summoned to a committee of the Parliament.",
      },
      t.task({ scheduledFor: null }),
      t.followUp("rebook", {
        what: "Obtain a new appointment with the digital division",
        owner: "Tobias Wrenfield",
        priority: "high",
        dueOn: t.day(14),
        engagementId: "eng-brussels-1",
        counterpartId: "cp-colmant",
      }),
      t.followUp("paper", {
        what: "Send the paper by mail instead of a meeting",
        owner: "Tobias Wrenfield",
        dueOn: t.day(13),
        engagementId: "eng-brussels-1",
        counterpartId: "cp-colmant",
      }),
    ),
    t.writes(
      12,
      "15:10",
      t.amends("paper", {
        status: "dropped",
        closedAt: t.at(12, "15:10"),
        outcome: "The capital prefers a meeting; the paper is to be left, not mailed.",
      }),
    ),
    t.writes(
      19,
      "16:45",
      t.plans(2, { ...first, at: t.at(24, "14:30") }),
      t.task({ scheduledFor: t.at(24, "14:30") }),
      t.amends("rebook", {
        status: "done",
        closedAt: t.at(19, "16:45"),
        outcome: "New appointment confirmed by mail.",
      }),
    ),
  ];
}
