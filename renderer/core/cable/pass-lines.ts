// Lines that say who is to see a cable or hand it on: "ROME FOR FAO", "FOR AMBASSADOR FROM SISCO", "KUWAIT POUCH BAGHDAD".

const roles =
  "AMBASSADORS?|CHARGES?|DCMS?|COMS?|CHIEFS?|SECRETARY|UNDER|UNDERSECRETARY|ASSISTANT|ACTING|DEPUTY|COUNSELOR|PRINCIPAL|POL|ECON|" +
  "ADMIN|CONSULS?|MULTILATERAL|USDELS?|USREP|PERMREP|AMB|PRESIDENT|DIRECTOR";
const forRole = new RegExp(
  `^(?:EYES ONLY |PERSONAL |EXCLUSIVE |LITERALLY |STRICTLY )*(?:AND |FOR |FROM )+(?:THE )?(?:${roles})\\b`,
);
const opening =
  /^(?:PASS|PLEASE PASS|POUCH|EYES ONLY|PERSONAL FOR|PERSONAL FROM|EXCLUSIVE|LITERALLY EYES|STRICTLY EYES|JOINT |ATTN|ATTENTION|INFORM |REPEAT(?:ED)? |NO DISTRIBUTION|NO FOREIGN|MILITARY ADDRESSEES|FOLLOWING (?:SENT|REPEAT|TEL|MESSAGE|IS REPEAT)|FOL (?:IS )?RP?E?PEAT)/;
const handing = new Set(["FOR", "PASS", "POUCH", "TREAT", "HANDLE"]);
const fillers = new Set(["ALSO", "PLEASE", "PLS", "AND"]);
/** Words a list of names has not, and a sentence nearly always has before its sixth word. */
const ordinary = new Set(
  "THE A AN IS ARE WAS WERE WE I YOU OF IN TO ON HAS HAVE THIS THAT IT BE WILL SHOULD MAY NOT ALL HE SHE THEY OUR".split(
    " ",
  ),
);

/** Past this a line is text. */
const longestPassLine = 240;

/** True where a line by its own words can only be one for handing on. */
export function isPassLine(upper: string): boolean {
  if (upper.length > longestPassLine) return false;
  return forRole.test(upper) || opening.test(upper) || (!upper.startsWith("FOR ") && shortInner(upper));
}

/** "X FOR Y": names only before the word, or it is a sentence. */
function shortInner(upper: string): boolean {
  const words = upper.slice(0, longestPassLine).split(/[ ,:;]+/);
  let names = 0;
  for (const word of words) {
    if (handing.has(word)) return names > 0;
    if (ordinary.has(word) || names === 6) return false;
    if (!fillers.has(word)) names += 1;
  }
  return false;
}

/** True where a line may be one, given that the header goes on below it: lists of posts to pass a cable to can be long. */
export function maybePassLine(upper: string): boolean {
  return upper.length <= 4 * longestPassLine;
}
