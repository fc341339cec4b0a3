// London: delivered early with a paper left, a friendly answer, closed after a read-out.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const ambassadorsOfficer = { name: "Priya Castellano", rank: "Technology Attaché" };
const director = { name: "Eleanor Hartwell-Pryce", title: "Director, Technology and Analysis" };

export function tellLondon(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("london"));
  const meeting = {
    type: "meeting",
    at: t.at(4, "10:30"),
    place: "King Charles Street",
    subject: "Distillation of US AI models",
    ours: { officer: ambassadorsOfficer },
    theirs: { "cp-hartwell": director },
  } as const;
  return [
    t.writes(
      -16,
      "11:00",
      t.counterpart("hartwell", {
        name: "Eleanor Hartwell-Pryce",
        offices: {
          now: {
            title: "Director, Technology and Analysis",
            organizationId: "org-uk-tech",
            level: "director",
            fromOn: t.day(-410),
            toOn: null,
          },
        },
        languages: ["English"],
        tags: { technology: true },
        protocolNote: "Prefers a short paper the evening before.",
      }),
      t.counterpart("tregarth", {
        name: "Owen Tregarth",
        offices: {
          now: {
            title: "Desk Officer, Emerging Technology",
            organizationId: "org-uk-desk",
            level: "desk",
            fromOn: t.day(-120),
            toOn: null,
          },
        },
        languages: ["English", "Welsh"],
      }),
      // Entered a second time from a reception list, and joined with the first since.
      t.counterpart("tregarth-2", { name: "O. Tregarth", mergedIntoId: "cp-tregarth" }),
    ),
    t.writes(3, "09:05", t.task({ acknowledgedAt: t.at(3, "09:05"), owner: "Priya Castellano" })),
    t.writes(
      3,
      "12:00",
      t.plans(1, meeting),
      t.task({ appointmentRequestedAt: t.at(3, "09:40"), scheduledFor: t.at(4, "10:30") }),
    ),
    t.logs(
      4,
      "13:20",
      1,
      {
        ...meeting,
        state: "held",
        levelReached: "director",
        language: "English",
        points: made({
          concern: "delivered",
          examples: ["delivered", "All three companies were named.", "left"],
          performance: ["delivered", "", "left"],
          security: ["delivered", "", "left"],
          neutrality: "delivered",
          groundwork: "delivered",
          ifGroundless: ["delivered", "She had the embassy's statement on her desk and asked about it."],
          ifProtection: "notApplicable",
        }),
        instrument: "nonPaper",
        paper: "accepted",
        reaction: "welcoming",
        askOutcome: "noAskMade",
        counterArguments: ["The evidence has so far been described, not shown"],
        report:
          "Hartwell-Pryce said her government shares the concern and had followed the White House statement. She said officials had reached similar conclusions about weakened safeguards in one of the models named, from their own tests. She asked whether a technical annex would follow, since ministers would be asked in Parliament what the evidence was. She took the non-paper and said it would go to the security and economic departments the same day.",
        comment:
          "The reception was as warm as it could be. The request for an annex is real: without it, London will support the concern and stay silent on the evidence.",
      },
      t.task({ deliveredAt: t.at(4, "10:30") }),
      t.response("table", {
        engagementId: "eng-london-1",
        counterpartId: "cp-hartwell",
        receivedAt: t.at(4, "10:30"),
        category: "supportiveInPrinciple",
        authority: "official",
        text: "Shares the concern; will pass the paper to the departments concerned; would welcome a technical annex.",
        quote: "We are looking at the same thing from our side of the water, and we do not like it either.",
        verbatim: true,
        undertakings: {
          pass: {
            text: "Pass the non-paper to the security and economic departments",
            dueOn: t.day(5),
            owner: "Eleanor Hartwell-Pryce",
            doneOn: t.day(5),
          },
        },
        comment: "On instruction in substance, though she did not say so.",
        confidence: "high",
      }),
      t.followUp("annex", {
        what: "Send the technical annex once the capital releases it",
        owner: "Priya Castellano",
        priority: "high",
        dueOn: t.day(12),
        engagementId: "eng-london-1",
        pointId: "pt-c",
        counterpartId: "cp-hartwell",
      }),
    ),
    t.writes(
      5,
      "10:15",
      t.task({ reportedAt: t.at(5, "10:15"), answeredAt: t.at(4, "10:30"), replyMrn: "LONDON 2214" }),
    ),
    t.writes(
      12,
      "15:30",
      t.amends("annex", {
        status: "done",
        closedAt: t.at(12, "15:30"),
        outcome: "Annex handed to the desk in two copies; receipt confirmed by telephone.",
      }),
    ),
    t.logs(
      13,
      "16:05",
      2,
      {
        type: "call",
        at: t.at(13, "15:15"),
        place: "Telephone",
        subject: "Annex received; tests of the models",
        ours: { officer: ambassadorsOfficer },
        theirs: { "cp-tregarth": { name: "Owen Tregarth", title: "Desk Officer, Emerging Technology" } },
        levelReached: "desk",
        language: "English",
        points: made({
          performanceRevised: ["delivered", "Read from the revised text."],
          groundwork: "delivered",
        }),
        paper: "notOffered",
        reaction: "receptive",
        askOutcome: "noAskMade",
        commitments: {
          results: {
            by: "host",
            text: "Share a summary of the evaluation body's own test results",
            dueOn: t.day(27),
            verified: "",
          },
          names: {
            by: "us",
            text: "Name a technical contact in Washington",
            dueOn: t.day(17),
            verified: "Named by mail",
          },
        },
        report:
          "Tregarth confirmed that the annex had reached the evaluation body. He said a summary of its own results could be shared after clearance, in about two weeks, and asked for a technical contact.",
        comment:
          "A practical channel is open. Nothing further is needed from this post under the instruction.",
      },
      t.position("1", {
        on: t.day(13),
        stance: "supportive",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-tregarth",
        organizationId: "org-uk-mfa",
        engagementId: "eng-london-2",
        note: "Confirms the baseline and adds readiness to share test results.",
      }),
      t.followUp("results", {
        what: "Obtain the summary of the host's own tests",
        owner: "Priya Castellano",
        waitingOn: "host",
        status: "waitingOnHost",
        dueOn: t.day(27),
        engagementId: "eng-london-2",
        counterpartId: "cp-tregarth",
      }),
    ),
    t.writes(
      14,
      "11:00",
      t.task({ closedAt: t.at(14, "11:00"), note: "Closed after the read-out; one host promise remains." }),
    ),
  ];
}
