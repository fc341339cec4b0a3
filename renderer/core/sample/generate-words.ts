// Where the generated workspace takes its words from, and the small generator of numbers behind its choices.

/**
 * A repeatable stream of numbers in [0, 1): a 32-bit state stepped by a fixed odd constant, its bits mixed by
 * shifts and multiplications (the scheme known as mulberry32). Good enough to vary a test workspace, nothing else.
 */
function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Choices drawn from one stream. */
export interface Dice {
  below(limit: number): number;
  pick<const T>(choices: readonly [T, ...T[]]): T;
  /** True with the given probability. */
  chance(share: number): boolean;
}

export function diceOf(seed: number): Dice {
  const next = randomStream(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    chance: (share) => next() < share,
  };
}

const starts = [
  "Al",
  "Ben",
  "Cas",
  "Dor",
  "El",
  "Fen",
  "Gar",
  "Hol",
  "Is",
  "Jor",
  "Kal",
  "Lin",
  "Mar",
  "Nor",
  "Os",
  "Per",
  "Quin",
  "Ros",
  "Sal",
  "Tor",
  "Ul",
  "Ver",
  "Wen",
  "Yar",
  "Zem",
] as const;
const middles = ["a", "e", "i", "o", "u", "an", "er", "il", "on", "ar"] as const;
const ends = [
  "bek",
  "dal",
  "ford",
  "grad",
  "ham",
  "ić",
  "kova",
  "lund",
  "mann",
  "nez",
  "oğlu",
  "pura",
  "ria",
  "sen",
  "ton",
  "vić",
  "wala",
  "yan",
  "ález",
  "ère",
] as const;

/** An invented surname or place name. */
export function inventedName(dice: Dice): string {
  return dice.pick(starts) + dice.pick(middles) + dice.pick(ends);
}

export const firstNames = [
  "Ada",
  "Amir",
  "Beatriz",
  "Chen",
  "Daria",
  "Emeka",
  "Farah",
  "Goran",
  "Hana",
  "Ines",
  "Jonas",
  "Keiko",
  "Leila",
  "Mateus",
  "Nadia",
  "Olga",
  "Paulo",
  "Qamar",
  "Rania",
  "Stefan",
  "Tuan",
  "Uma",
  "Viktor",
  "Wanda",
  "Yusuf",
  "Zofia",
] as const;
export const titles = [
  "Director for Economic Affairs",
  "Head of Division, Technology",
  "Deputy Director-General",
  "Desk Officer, North America",
  "Counsellor, International Organizations",
  "Adviser to the Minister",
  "State Secretary",
  "Head of Unit, Trade Policy",
] as const;
export const subjects = [
  "Export controls and licensing",
  "Safeguards of AI models",
  "Fisheries agreement",
  "Vote in the General Assembly",
  "Air services consultations",
  "Debt treatment",
  "Visa reciprocity",
  "Undersea cables",
  "Candidate for the agency's board",
  "Critical minerals",
] as const;
export const places = [
  "Ministry of Foreign Affairs",
  "Telephone",
  "Embassy",
  "Ministry of Economy",
  "Residence",
  "Video",
] as const;
export const counterArguments = [
  "The evidence has so far been described, not shown",
  "A regional line has to come first",
  "The matter belongs to the courts",
  "Affordable alternatives are needed",
  "The timing is poor before the budget",
  "Existing law is sufficient",
] as const;

const openings = [
  "The director received the officer for half an hour",
  "The conversation took place at the ministry's request",
  "The head of division had the paper before her",
  "The adviser stood in for the minister, who was travelling",
  "The desk officer took careful notes",
] as const;
const middlesOfReport = [
  "said that the government shares the concern in substance and wishes to see the evidence",
  "asked how other capitals had reacted and whether a common line is being prepared",
  "recalled an earlier note on the same subject and asked that it be cited",
  "explained that another ministry holds the pen and would have to be consulted",
  "said that the timing before the budget is difficult, though the matter is understood",
  "spoke at length about the domestic debate and the press of the last days",
  "thanked the embassy for coming early and promised to pass the points on",
  "drew a line between the technique and its misuse, and asked which of the two is meant",
] as const;
const closings = [
  "An answer was promised within two weeks",
  "No answer was promised",
  "A second meeting was suggested",
  "The paper was taken for the file",
  "Both sides agreed to stay in touch",
] as const;
const comments = [
  "The tone was better than the words.",
  "The answer will depend on another ministry.",
  "A second approach at a higher level may help.",
  "Nothing here suggests a change of position.",
  "The post recommends to wait until after the holiday.",
] as const;

/** Running text of three to eight sentences, as long as real reports are. */
export function reportText(dice: Dice): string {
  const sentences: string[] = [dice.pick(openings)];
  const count = 2 + dice.below(5);
  for (let at = 0; at < count; at += 1)
    sentences.push(`${dice.pick(["She", "He", "They"])} ${dice.pick(middlesOfReport)}`);
  sentences.push(dice.pick(closings));
  return `${sentences.join(". ")}.`;
}

export function commentText(dice: Dice): string {
  return dice.chance(0.4) ? `${dice.pick(comments)} ${dice.pick(comments)}` : dice.pick(comments);
}
