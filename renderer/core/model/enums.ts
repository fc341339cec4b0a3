// The closed lists of the field, as domain practice names them. Labels stand in locales/ under `enum.<list>.<member>`.

export const postTypes = [
  "embassy",
  "consulateGeneral",
  "consulate",
  "consularAgency",
  "branchOffice",
  "missionToOrganization",
  "interestsSection",
  "liaisonOffice",
] as const;
export type PostType = (typeof postTypes)[number];

export const organizationKinds = [
  "government",
  "ministry",
  "directorate",
  "desk",
  "international",
  "parliament",
  "company",
  "other",
] as const;

/** How a directive tasks one addressee; belongs to the pair of directive and post. */
export const taskingModes = [
  "deliver",
  "deliverUnlessObjection",
  "ifRaised",
  "briefOnly",
  "soundOut",
  "hold",
  "separateInstruction",
  "info",
  "exempt",
  "coordinate",
  "standing",
] as const;
export type TaskingMode = (typeof taskingModes)[number];

export const directiveStatuses = [
  "draft",
  "inClearance",
  "approved",
  "transmitted",
  "amended",
  "superseded",
  "rescinded",
  "closed",
] as const;
export type DirectiveStatus = (typeof directiveStatuses)[number];

export const objectiveKinds = [
  "inform",
  "warn",
  "persuade",
  "protest",
  "elicit",
  "prepareGround",
  "thank",
  "coordinate",
] as const;
export type ObjectiveKind = (typeof objectiveKinds)[number];

/** `mustSay` and `maySay` are delivered unasked; `ifRaised` and `fallback` never count as missing. */
export const pointKinds = [
  "mustSay",
  "maySay",
  "ifRaised",
  "fallback",
  "doNotRaise",
  "background",
  "textToHandOver",
  "question",
] as const;
export type PointKind = (typeof pointKinds)[number];

export const writtenMaterials = [
  "noneOral",
  "readNotLeft",
  "nonPaper",
  "boutDePapier",
  "aideMemoire",
  "letter",
  "noteVerbale",
  "firstPersonNote",
  "other",
] as const;
export type WrittenMaterial = (typeof writtenMaterials)[number];

export const paperFates = ["accepted", "refused", "notOffered"] as const;

export const levels = [
  "headOfState",
  "headOfGovernment",
  "minister",
  "deputyMinister",
  "director",
  "desk",
  "working",
  "appropriate",
] as const;
export type Level = (typeof levels)[number];

export const notDeliveredReasons = [
  "hostRefused",
  "counterproductive",
  "overtakenByEvents",
  "rescinded",
  "noAccess",
] as const;
export const exemptReasons = [
  "infoOnly",
  "reliefGranted",
  "notApplicable",
  "alreadyDone",
  "separateChannel",
] as const;

export const engagementTypes = [
  "meeting",
  "call",
  "calledIn",
  "reception",
  "noteExchange",
  "videoConference",
  "email",
  "receivedDemarche",
] as const;

export const engagementStates = ["planned", "held", "notHeld"] as const;
export type EngagementState = (typeof engagementStates)[number];

/** Keys on the log form: 1 delivered, 2 partly, 3 not, 4 host raised, 0 not applicable. */
export const pointOutcomes = ["delivered", "partly", "notDelivered", "hostRaised", "notApplicable"] as const;
export type PointOutcome = (typeof pointOutcomes)[number];

export const reactions = ["welcoming", "receptive", "neutral", "reserved", "hostile"] as const;

export const askOutcomes = ["accepted", "willStudy", "refused", "noAnswer", "noAskMade"] as const;

export const responseCategories = [
  "supportiveCommitted",
  "supportiveInPrinciple",
  "mixedConditional",
  "noncommittal",
  "willStudy",
  "willConvey",
  "questionsRaised",
  "counterProposal",
  "rejected",
  "refusedToReceive",
  "noResponseYet",
  "noAskMade",
] as const;
export type ResponseCategory = (typeof responseCategories)[number];

export const authorities = ["personal", "official", "onInstruction"] as const;

/** From with us to against us; the ledger orders by this list. */
export const stances = [
  "supportive",
  "leaningSupportive",
  "neutral",
  "leaningOpposed",
  "opposed",
  "unknown",
] as const;
export type Stance = (typeof stances)[number];

export const confidences = ["high", "medium", "low"] as const;

export const followUpStatuses = ["open", "waitingOnHost", "done", "dropped"] as const;

export const parties = ["us", "host", "capital"] as const;
export const priorities = ["high", "normal", "low"] as const;
export const clearanceKinds = ["full", "inDraft", "inSubstance", "forInformation", "partial"] as const;
export const deadlineKinds = ["day", "instant", "soonest", "relative", "event"] as const;
export const referenceKinds = [
  "cable",
  "statement",
  "article",
  "law",
  "counterStatement",
  "meeting",
  "other",
] as const;
export const documentKinds = [
  "aideMemoire",
  "nonPaper",
  "letter",
  "note",
  "memcon",
  "statement",
  "cable",
  "other",
] as const;

/** From the least to the most restrictive; rules/marking compares by position. */
export const markings = ["U", "SBU", "C", "S", "TS"] as const;
export type Marking = (typeof markings)[number];

/** The four precedences in force, and PRIORITY, which is read but not offered. */
export const precedences = ["flash", "niactImmediate", "immediate", "priority", "routine"] as const;
export type Precedence = (typeof precedences)[number];

export const addressKinds = ["action", "info", "exempt"] as const;
export type AddressKind = (typeof addressKinds)[number];

/** What a device of another office is to this one. */
export const officeStandings = ["trusted", "revoked"] as const;

/** What became of a pouch: sent from here; merged here; kept until what it lacks is there, or a person decides; decided. */
export const pouchStates = ["sent", "merged", "waiting", "forked", "settled"] as const;

/** Why a part of a pouch was not merged. */
export const pouchHolds = ["gap", "fork", "frozen", "ahead", "newer", "trespass"] as const;

export const accessActs = ["opened", "exported", "checked"] as const;
