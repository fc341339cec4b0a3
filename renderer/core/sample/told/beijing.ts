// Beijing: its own instruction, delivered on the first working day; the paper refused, a démarche in return.
import type { Calendar } from "../calendar.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const com = { name: "Franklin D. Averill", rank: "Ambassador" };
const officer = { name: "Marcus Ellingboe", rank: "Minister-Counselor for Economic Affairs" };
const theirs = {
  "cp-lu": { name: "Lu Zhenming", title: "Deputy Director-General, North American and Oceanian Affairs" },
};

const said = (note: string) => ({ outcome: "delivered" as const, note, leftInWriting: false });

export function tellBeijing(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, { ...officeOf("beijing"), directive: "dir-beijing" });
  return [
    t.writes(
      -14,
      "16:20",
      t.counterpart("lu", {
        name: "Lu Zhenming",
        nativeName: "陆振明",
        offices: {
          now: {
            title: "Deputy Director-General, North American and Oceanian Affairs",
            organizationId: "org-cn-americas",
            level: "director",
            fromOn: t.day(-470),
            toOn: null,
          },
        },
        languages: ["Chinese", "English"],
        protocolNote: "Reads from a text; answers come at a second meeting.",
      }),
    ),
    t.writes(
      2,
      "21:00",
      t.task({
        acknowledgedAt: t.at(1, "09:30"),
        owner: "Marcus Ellingboe",
        appointmentRequestedAt: t.at(1, "10:00"),
        scheduledFor: t.at(3, "15:00"),
      }),
    ),
    t.logs(
      3,
      "19:30",
      1,
      {
        type: "meeting",
        state: "held",
        at: t.at(3, "15:00"),
        place: "Ministry of Foreign Affairs, Chaoyangmen",
        subject: "Extraction and distillation of US AI models",
        ours: { com, officer },
        theirs,
        levelReached: "director",
        language: "Chinese",
        points: {
          "pt-bj-a": said(""),
          "pt-bj-b": said("Read out in full."),
          "pt-bj-c": said(""),
        },
        instrument: "nonPaper",
        paper: "refused",
        reaction: "hostile",
        askOutcome: "refused",
        counterArguments: [
          "The accusation has been called groundless in public",
          "This is a commercial dispute between companies",
        ],
        report:
          "The Ambassador made the points. Lu read from a text: the claims are groundless, Chinese companies innovate on their own strength, and matters of science should not be made political. He declined to take the paper and said that the Ambassador's words had been noted.",
        comment: 'As expected. He did not use the words "countermeasures" or "consequences".',
      },
      t.task({ deliveredAt: t.at(3, "15:00") }),
      t.response("table", {
        engagementId: "eng-beijing-1",
        counterpartId: "cp-lu",
        receivedAt: t.at(3, "15:00"),
        category: "rejected",
        authority: "onInstruction",
        text: "Rejects the claims as groundless; declines to discuss the companies by name.",
        quote: "有关指责毫无根据。",
        verbatim: true,
        confidence: "high",
      }),
      t.response("paper", {
        engagementId: "eng-beijing-1",
        counterpartId: "cp-lu",
        receivedAt: t.at(3, "15:40"),
        category: "refusedToReceive",
        authority: "onInstruction",
        text: "Declined to take the non-paper.",
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(3),
        stance: "opposed",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-lu",
        organizationId: "org-cn-mfa",
        engagementId: "eng-beijing-1",
        responseId: "resp-beijing-table",
        quote: "有关指责毫无根据。",
        verbatim: true,
      }),
    ),
    t.writes(
      4,
      "10:30",
      t.task({ reportedAt: t.at(4, "10:30"), answeredAt: t.at(3, "15:00"), replyMrn: "BEIJING 1190" }),
    ),
    t.logs(
      6,
      "20:15",
      2,
      {
        type: "receivedDemarche",
        state: "held",
        at: t.at(6, "17:00"),
        place: "Ministry of Foreign Affairs, Chaoyangmen",
        initiatedBy: "them",
        subject: "Representation on the instruction to posts",
        ours: { officer },
        theirs,
        levelReached: "director",
        language: "Chinese",
        paper: "notOffered",
        reaction: "hostile",
        askOutcome: "noAskMade",
        counterArguments: [
          "The instruction to posts runs against the understanding before the leaders' meeting",
        ],
        report:
          "Lu asked the Minister-Counselor to call. He said the instruction to posts, known from the press, runs against the spirit in which the leaders' meeting is being prepared, and asked that it be withdrawn. The Minister-Counselor said he would report this and repeated the concern in one sentence.",
        comment: "The link to the leaders' meeting is new. The preparation itself was not put in doubt.",
      },
      t.paper("statement", {
        name: "Text read by the ministry",
        kind: "statement",
        on: t.day(6),
        from: "Ministry of Foreign Affairs",
        language: "Chinese",
        engagementId: "eng-beijing-2",
        text: "中方要求停止对中国企业的无端指责，为即将举行的领导人会晤营造良好氛围。",
      }),
      t.followUp("record", {
        what: "Send the text of the representation to the capital",
        owner: "Marcus Ellingboe",
        priority: "high",
        dueOn: t.day(7),
        engagementId: "eng-beijing-2",
        counterpartId: "cp-lu",
      }),
      t.followUp("watch", {
        what: "Watch whether the subject returns in the preparation of the leaders' meeting",
        owner: "Marcus Ellingboe",
        dueOn: t.day(29),
        engagementId: "eng-beijing-2",
      }),
    ),
    t.writes(
      7,
      "11:10",
      t.amends("record", { status: "done", closedAt: t.at(7, "11:10"), outcome: "Sent as BEIJING 1204." }),
    ),
  ];
}
