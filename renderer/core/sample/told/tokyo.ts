// Tokyo: "will convey" at the table, a friendly answer by telephone nine days later.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Elliot Nakashima-Boyd", rank: "Science and Technology Counselor" };
const theirs = { "cp-kurosaki": { name: "Kurosaki Haruomi", title: "Director, Economic Security Division" } };

export function tellTokyo(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("tokyo"));
  return [
    t.writes(
      -15,
      "17:10",
      t.counterpart("kurosaki", {
        name: "Kurosaki Haruomi",
        nativeName: "黒崎 晴臣",
        offices: {
          before: {
            title: "Counsellor, Embassy of Japan in Ottawa",
            organizationId: "org-jp-mfa",
            level: "working",
            fromOn: t.day(-1500),
            toOn: t.day(-420),
          },
          now: {
            title: "Director, Economic Security Division",
            organizationId: "org-jp-economic",
            level: "director",
            fromOn: t.day(-419),
            toOn: null,
          },
        },
        languages: ["Japanese", "English"],
        protocolNote: "Send the points in Japanese the day before.",
      }),
      t.counterpart("minase", {
        name: "Minase Yūko",
        nativeName: "水無瀬 悠子",
        offices: {
          now: {
            title: "Principal Deputy Director, Economic Security Division",
            organizationId: "org-jp-economic",
            level: "desk",
            fromOn: t.day(-200),
            toOn: null,
          },
        },
        languages: ["Japanese", "English"],
      }),
    ),
    t.writes(
      3,
      "09:15",
      t.task({ acknowledgedAt: t.at(3, "09:15"), owner: "Elliot Nakashima-Boyd", language: "Japanese" }),
    ),
    t.writes(
      3,
      "16:40",
      t.task({ appointmentRequestedAt: t.at(3, "10:30"), scheduledFor: t.at(5, "10:00") }),
    ),
    t.logs(
      5,
      "14:30",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(5, "10:00"),
        place: "Kasumigaseki",
        subject: "米国AIモデルの蒸留について",
        ours: { officer, com: { name: "Geraldine Foxworthy", rank: "Ambassador" } },
        theirs: {
          ...theirs,
          "cp-minase": { name: "Minase Yūko", title: "Principal Deputy Director" },
        },
        levelReached: "director",
        language: "Japanese",
        points: made({
          concern: "delivered",
          examples: ["delivered", "", "left"],
          performance: ["delivered", "", "left"],
          security: ["delivered", "", "left"],
          neutrality: ["delivered", "Minase added an example on territorial questions.", "left"],
          groundwork: "delivered",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "receptive",
        askOutcome: "noAskMade",
        commitments: {
          convey: {
            by: "host",
            text: "Convey the paper to the ministries for economy and digital affairs",
            dueOn: t.day(12),
            verified: "By telephone",
          },
        },
        report:
          "Kurosaki took careful notes and said the paper would be conveyed to the ministries for economy and digital affairs. He asked whether the companies named were examples or a list, and was told that they are examples. He asked that anything said in public be shared beforehand.",
        comment: "The question about a list shows that Tokyo is thinking of what might follow.",
      },
      t.task({ deliveredAt: t.at(5, "10:00") }),
      t.response("table", {
        engagementId: "eng-tokyo-1",
        counterpartId: "cp-kurosaki",
        receivedAt: t.at(5, "10:00"),
        category: "willConvey",
        authority: "official",
        text: "Will convey the paper to the other ministries; asks for early notice of public statements.",
        confidence: "high",
      }),
      t.followUp("notice", {
        what: "Give notice before the next public statement",
        owner: "Dana Whitfield",
        waitingOn: "capital",
        dueOn: t.day(30),
        engagementId: "eng-tokyo-1",
        pointId: "pt-f",
        counterpartId: "cp-kurosaki",
      }),
    ),
    t.writes(6, "11:00", t.task({ reportedAt: t.at(6, "11:00"), replyMrn: "TOKYO 2690" })),
    t.logs(
      14,
      "17:00",
      2,
      {
        type: "call",
        state: "held",
        at: t.at(14, "16:15"),
        place: "Telephone",
        initiatedBy: "them",
        subject: "Answer of the ministries",
        ours: { officer },
        theirs,
        levelReached: "director",
        language: "English",
        points: made({ groundwork: ["hostRaised", "He asked when further contact is to be expected."] }),
        paper: "notOffered",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        report:
          "Kurosaki called to say that the ministries share the concern about removed safeguards and are reviewing the guidance for public bodies. He suggested to take the subject up in the bilateral dialogue in the new year.",
        comment: "A clear answer, earlier than expected.",
      },
      t.task({ answeredAt: t.at(14, "16:15") }),
      t.response("answer", {
        engagementId: "eng-tokyo-2",
        counterpartId: "cp-kurosaki",
        receivedAt: t.at(14, "16:15"),
        category: "supportiveInPrinciple",
        authority: "onInstruction",
        text: "The ministries share the concern about removed safeguards; guidance for public bodies is under review.",
        quote: "On the safeguards we see what you see.",
        verbatim: true,
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(14),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-kurosaki",
        organizationId: "org-jp-mfa",
        engagementId: "eng-tokyo-2",
        responseId: "resp-tokyo-answer",
      }),
      t.followUp("dialogue", {
        what: "Put the subject on the agenda of the bilateral dialogue",
        owner: "Elliot Nakashima-Boyd",
        waitingOn: "host",
        status: "waitingOnHost",
        priority: "low",
        dueOn: t.day(35),
        engagementId: "eng-tokyo-2",
        counterpartId: "cp-kurosaki",
      }),
    ),
    t.writes(17, "10:00", t.task({ closedAt: t.at(17, "10:00"), note: "Answer reported in TOKYO 2741." })),
  ];
}
