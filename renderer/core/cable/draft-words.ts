// From the words of a cable to members of the closed lists: objectives, levels, paper, kinds of cited papers.
import { plainUpper } from "./plain-upper.ts";
import type { CitedCable } from "./reading.ts";
import type { Level, ObjectiveKind, WrittenMaterial } from "../model/enums.ts";

type Rule<T> = readonly [RegExp, T];

function firstMatch<T>(text: string, rules: readonly Rule<T>[]): T | null {
  const upper = plainUpper(text);
  return rules.find(([pattern]) => pattern.test(upper))?.[1] ?? null;
}

const objectiveRules: readonly Rule<ObjectiveKind>[] = [
  [/\b(?:GROUNDWORK|LAY THE GROUND|PREPARE|PAVE)/, "prepareGround"],
  [/\b(?:WARN|ALERT|RISKS? OF|CAUTION)/, "warn"],
  [/\b(?:PROTEST|OBJECT TO|DEPLORE|CONDEMN)/, "protest"],
  [/\b(?:THANK|APPRECIATION|GRATITUDE)/, "thank"],
  [/\b(?:COORDINATE|CONCERT|ALIGN)/, "coordinate"],
  [/\b(?:ASSESSMENT|VIEWS|INFORMATION FROM|ASCERTAIN|SOUND OUT|LEARN)\b/, "elicit"],
  [/\b(?:OBTAIN|SUPPORT|ENDORSE|PERSUADE|URGE|ENCOURAGE|REFRAIN|PREVENT|SECURE|OPPOSE|VOTE)/, "persuade"],
];

export function objectiveKindOf(text: string): ObjectiveKind {
  return firstMatch(text, objectiveRules) ?? "inform";
}

const levelRules: readonly Rule<Level>[] = [
  [
    /\b(?:DEPUTY|VICE|ACTING ASSISTANT|STATE SECRETARY) ?(?:FOREIGN )?MINISTER|\bSTATE SECRETARY\b/,
    "deputyMinister",
  ],
  [/\b(?:PRIME MINISTER|CHANCELLOR|HEAD OF GOVERNMENT|PREMIER)\b/, "headOfGovernment"],
  [/\b(?:PRESIDENT|KING|QUEEN|EMIR|HEAD OF STATE|CHIEF OF STATE)\b/, "headOfState"],
  [/\b(?:MINISTER|FONMIN|MINISTERIAL|FOREIGN SECRETARY)\b/, "minister"],
  [/\bDIRECTOR/, "director"],
  [/\bDESK (?:LEVEL|OFFICER)/, "desk"],
  [/\bWORKING LEVEL/, "working"],
  [/\bLEVELS?\b/, "appropriate"],
];

/** Null where the wording names a person or a rank of ours only. */
export function levelOf(text: string): Level | null {
  return firstMatch(text, levelRules);
}

const writtenRules: readonly Rule<WrittenMaterial>[] = [
  [/\b(?:ORALLY ONLY|ORAL ONLY|NOT LEAVE|NOTHING IN WRITING)\b/, "noneOral"],
  [/\bBOUT DE PAPIER\b/, "boutDePapier"],
  [/\bAIDE[- ]MEMOIRE\b/, "aideMemoire"],
  [/\bNON[- ]?PAPER\b/, "nonPaper"],
  [/\bNOTE VERBALE\b/, "noteVerbale"],
  [/\bFIRST[- ]PERSON NOTE\b/, "firstPersonNote"],
  [/\b(?:LETTERS?|MESSAGE)\b/, "letter"],
  [/\b(?:ORALLY|ORAL PRESENTATION)\b/, "noneOral"],
];

export function writtenMaterialOf(text: string): WrittenMaterial | null {
  return firstMatch(text, writtenRules);
}

/** What a reference list cites: a cable by its number, a public statement by its name, else some other paper. */
export function paperOf(cited: CitedCable): "cable" | "statement" | "other" {
  if (/\b(?:STATEMENT|SPEECH|ADDRESS|PRESS|COMMUNIQUE|REMARKS|DECLARATION)\b/i.test(cited.mrn))
    return "statement";
  return /^(?:\d{2,4} )?[A-Z][A-Z .-]{1,40} \d{1,6}(?:\/\d{1,6})?$|(?:^| )A-\d/.test(cited.mrn)
    ? "cable"
    : "other";
}
