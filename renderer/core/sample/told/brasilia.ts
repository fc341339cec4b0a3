// Brasilia: the host called us in before we had asked for an appointment, and rejected the approach in a note.
import type { Calendar } from "../calendar.ts";
import { made } from "../points.ts";
import { officeOf } from "../posts.ts";
import type { SampleWrite } from "../shape.ts";
import { postTeller } from "../teller.ts";

const officer = { name: "Corinne Valdespino", rank: "Deputy Economic Counselor" };
const charge = { name: "Andrew Thackeray", rank: "Chargé d'Affaires" };
const theirs = {
  "cp-quintanilha": {
    name: "Thaís Quintanilha Bragança de Assunção",
    title: "Diretora do Departamento de Ciência, Tecnologia e Propriedade Intelectual",
  },
};

export function tellBrasilia(calendar: Calendar): SampleWrite[] {
  const t = postTeller(calendar, officeOf("brasilia"));
  return [
    t.writes(
      -10,
      "15:20",
      t.counterpart("quintanilha", {
        name: "Thaís Quintanilha Bragança de Assunção",
        offices: {
          now: {
            title: "Diretora do Departamento de Ciência, Tecnologia e Propriedade Intelectual",
            organizationId: "org-br-science",
            level: "director",
            fromOn: t.day(-365),
            toOn: null,
          },
        },
        languages: ["Portuguese", "English", "Spanish"],
      }),
    ),
    t.writes(4, "10:15", t.task({ acknowledgedAt: t.at(4, "10:15"), owner: "Corinne Valdespino" })),
    t.logs(
      5,
      "18:10",
      1,
      {
        type: "calledIn",
        state: "held",
        at: t.at(5, "16:00"),
        place: "Itamaraty Palace",
        initiatedBy: "them",
        subject: "Press reports of an American approach on AI companies",
        ours: { com: charge, officer },
        theirs,
        levelReached: "director",
        language: "Portuguese",
        points: made({
          concern: ["hostRaised", "She had read of the instruction in the press and asked for its content."],
          examples: ["hostRaised", "She named the three companies from the press reports."],
          groundwork: "notDelivered",
          ifAsked: ["delivered", "Said that nothing is asked of Brazil today."],
          ifGroundless: ["delivered", "She quoted the Chinese embassy's statement."],
        }),
        paper: "notOffered",
        reaction: "hostile",
        askOutcome: "noAskMade",
        counterArguments: [
          "This is a commercial dispute between companies",
          "The accusation has been called groundless in public",
        ],
        report:
          "Quintanilha Bragança de Assunção called the chargé in over press reports. She said Brazil chooses its technology on the merits and does not wish to be part of a dispute between others. She quoted the Chinese embassy's statement that the claims are groundless and asked whether evidence exists.",
        comment:
          "She was under pressure from reports in two newspapers. The door is not shut for a proper conversation.",
      },
      t.followUp("press", {
        what: "Give the spokesman a line for questions in Portuguese",
        owner: "Andrew Thackeray",
        priority: "high",
        dueOn: t.day(6),
        engagementId: "eng-brasilia-1",
      }),
    ),
    t.writes(
      6,
      "19:00",
      t.amends("press", {
        status: "done",
        closedAt: t.at(6, "19:00"),
        outcome: "Line agreed; two newspapers used it.",
      }),
      t.task({ appointmentRequestedAt: t.at(6, "09:30"), scheduledFor: t.at(10, "10:00") }),
    ),
    t.logs(
      10,
      "13:15",
      2,
      {
        type: "meeting",
        state: "held",
        at: t.at(10, "10:00"),
        place: "Itamaraty Palace",
        subject: "Distillation of AI models",
        ours: { com: charge, officer },
        theirs,
        levelReached: "director",
        language: "Portuguese",
        points: made({
          concern: "delivered",
          examples: "delivered",
          performance: "delivered",
          security: "delivered",
          neutrality: ["delivered", "She said every model carries the views of its makers."],
          groundwork: "delivered",
          ifProtection: ["delivered", "Used in answer to the remark on open models."],
        }),
        instrument: "nonPaper",
        paper: "refused",
        reaction: "reserved",
        askOutcome: "noAskMade",
        counterArguments: [
          "This is a commercial dispute between companies",
          "Rules must not fall on open-weight models as such",
          "Developing countries need affordable models",
        ],
        report:
          "The chargé made the points. Quintanilha Bragança de Assunção heard them to the end and returned the paper unread, saying that taking it would suggest agreement. Brazil, she said, rejects the idea that a company's contract binds third countries, and needs affordable open models. A note would follow.",
        comment: "Firm, and on instruction. The refusal of the paper was prepared.",
      },
      t.task({ deliveredAt: t.at(10, "10:00"), writtenMaterial: "nonPaper" }),
      t.response("table", {
        engagementId: "eng-brasilia-2",
        counterpartId: "cp-quintanilha",
        receivedAt: t.at(10, "10:00"),
        category: "rejected",
        authority: "onInstruction",
        text: "Rejects the approach: contracts do not bind third countries; affordable open models are needed.",
        quote: "Não somos parte nessa disputa e não queremos ser.",
        verbatim: true,
        modifiable: "Not before the leaders' meeting",
        confidence: "high",
      }),
      t.position("1", {
        on: t.day(10),
        stance: "opposed",
        basis: "stated",
        confidence: "high",
        counterpartId: "cp-quintanilha",
        organizationId: "org-br-mfa",
        engagementId: "eng-brasilia-2",
        responseId: "resp-brasilia-table",
        quote: "Não somos parte nessa disputa e não queremos ser.",
        verbatim: true,
      }),
    ),
    t.writes(
      11,
      "12:30",
      t.task({ reportedAt: t.at(11, "12:30"), answeredAt: t.at(10, "10:00"), replyMrn: "BRASILIA 0588" }),
    ),
    t.writes(
      14,
      "17:20",
      t.paper("note", {
        name: "Note of the ministry on models and contracts",
        kind: "note",
        on: t.day(14),
        from: "Itamaraty",
        language: "Portuguese",
        engagementId: "eng-brasilia-2",
        text: "O Ministério das Relações Exteriores reitera que a contratação de serviços de inteligência artificial por entes brasileiros se rege pela legislação nacional e que controvérsias contratuais entre empresas competem aos tribunais.",
      }),
      t.followUp("note", {
        what: "Translate the note and propose an answer to the capital",
        owner: "Corinne Valdespino",
        dueOn: t.day(31),
        engagementId: "eng-brasilia-2",
        counterpartId: "cp-quintanilha",
      }),
    ),
  ];
}
