// Paris: delivered and reported; the host will study and owes an answer. Its follow-up holds the one open conflict.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { capitalWrites, change, postTeller } from "../teller.ts";

export function tellParis(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("paris"));
  return [
    t.writes(
      -15,
      "16:40",
      t.counterpart("vasseur", {
        name: "Hélène Vasseur-Larrivée",
        offices: {
          now: {
            title: "Sous-directrice du numérique et des technologies critiques",
            organizationId: "org-fr-digital",
            level: "director",
            fromOn: t.day(-260),
            toOn: null,
          },
        },
        languages: ["French", "English"],
        protocolNote: "Open in French; she changes to English herself.",
      }),
      t.counterpart("maurignac", {
        name: "Étienne Maurignac",
        offices: {
          now: {
            title: "Rédacteur, technologies critiques",
            organizationId: "org-fr-digital",
            level: "desk",
            fromOn: t.day(-90),
            toOn: null,
          },
        },
        languages: ["French"],
      }),
    ),
    t.writes(3, "10:10", t.task({ acknowledgedAt: t.at(3, "10:10"), owner: "Julian Okafor-Reyes" })),
    t.writes(
      4,
      "09:30",
      t.task({
        appointmentRequestedAt: t.at(3, "11:00"),
        scheduledFor: t.at(6, "15:00"),
        language: "French",
      }),
    ),
    t.logs(
      6,
      "18:45",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(6, "15:00"),
        place: "Quai d'Orsay",
        subject: "Distillation de modèles d'IA américains",
        ours: {
          com: { name: "Constance B. Merriweather", rank: "Ambassador" },
          officer: { name: "Julian Okafor-Reyes", rank: "Digital Policy Officer" },
        },
        theirs: {
          "cp-vasseur": {
            name: "Hélène Vasseur-Larrivée",
            title: "Sous-directrice du numérique et des technologies critiques",
          },
          "cp-maurignac": { name: "Étienne Maurignac", title: "Rédacteur" },
        },
        levelReached: "director",
        language: "French",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: [
            "partly",
            "She interrupted to ask which benchmarks; the rest was left for the paper.",
            "left",
          ],
          security: "delivered",
          neutrality: ["partly", "Time was short; mentioned in one sentence."],
          groundwork: "delivered",
          ifProtection: ["delivered", "Used when she asked about open-weight models published in Europe."],
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "neutral",
        askOutcome: "willStudy",
        commitments: {
          answer: {
            by: "host",
            text: "Written answer after consultation with the other departments",
            dueOn: t.day(20),
            verified: "",
          },
        },
        counterArguments: [
          "Rules must not fall on open-weight models as such",
          "The evidence has so far been described, not shown",
        ],
        report:
          "Vasseur-Larrivée said France takes the protection of models seriously and has companies of its own that could be copied. She distinguished between breach of a provider's terms and a matter of security, and said that the first belongs to the courts. She would consult the economy ministry and the cyber agency and answer in writing within two weeks. She asked that nothing in a later initiative fall upon open-weight models as such.",
        comment:
          "She was careful to promise study and no more. The domestic interest in open-weight models will shape the answer.",
      },
      t.task({ deliveredAt: t.at(6, "15:00") }),
      t.response("table", {
        engagementId: "eng-paris-1",
        counterpartId: "cp-vasseur",
        receivedAt: t.at(6, "15:00"),
        category: "willStudy",
        authority: "official",
        text: "Will consult other departments and answer in writing within two weeks.",
        quote: "C'est une affaire de sécurité ou une affaire de contrat: il faudra nous dire laquelle.",
        verbatim: true,
        comment: "The distinction will return in the written answer.",
        confidence: "medium",
      }),
      t.followUp("answer", {
        what: "Obtain the written answer promised by the digital directorate",
        owner: "Julian Okafor-Reyes",
        waitingOn: "host",
        status: "waitingOnHost",
        priority: "high",
        dueOn: t.day(20),
        engagementId: "eng-paris-1",
        counterpartId: "cp-vasseur",
      }),
      t.followUp("annex", {
        what: "Send the list of benchmarks in French",
        owner: "Julian Okafor-Reyes",
        dueOn: t.day(11),
        engagementId: "eng-paris-1",
        pointId: "pt-c",
        counterpartId: "cp-maurignac",
      }),
    ),
    t.writes(7, "12:20", t.task({ reportedAt: t.at(7, "12:20"), replyMrn: "PARIS 3108" })),
    t.writes(
      11,
      "17:50",
      t.amends("annex", {
        status: "done",
        closedAt: t.at(11, "17:50"),
        outcome: "Sent by mail in French and English.",
      }),
      t.position("1", {
        on: t.day(6),
        stance: "neutral",
        basis: "stated",
        confidence: "medium",
        counterpartId: "cp-vasseur",
        engagementId: "eng-paris-1",
        quote: "One must know whether this is security or contract.",
        note: "No movement yet; answer in writing awaited.",
      }),
    ),
    // The desk moves the date before the leaders' meeting; the post, not having received that, moves it after; each
    // notes what became of it.
    capitalWrites(calendar, 17, "11:30", [
      change("followUps", "fu-paris-answer", t.scope, {
        dueOn: calendar.day(21),
        outcome: "The embassy in the capital was asked for it as well.",
      }),
    ]),
    {
      ...t.writes(
        18,
        "10:25",
        t.amends("answer", { dueOn: t.day(27), outcome: "Promised for the end of next week." }),
      ),
      unseen: ["capital"],
    },
    t.writes(
      18,
      "10:40",
      t.plans(2, {
        type: "videoConference",
        at: t.at(31, "11:00"),
        place: "Video",
        subject: "Written answer; benchmarks",
        theirs: { "cp-maurignac": { name: "Étienne Maurignac", title: "Rédacteur" } },
        ours: { officer: { name: "Julian Okafor-Reyes", rank: "Digital Policy Officer" } },
        language: "French",
      }),
    ),
  ];
}
