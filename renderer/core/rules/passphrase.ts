// Whether a person's own passphrase is worth the trouble. It measures only what can be known without guessing at people.

export type PassphraseFault = "short" | "repeated" | "known";

/** What is counted is not letters but what is left of them once runs and well-known pieces count as one each. */
const fewestLetters = 15;
const fewestPieces = 11;
const fewestDifferent = 7;

/** Rows of a keyboard and the alphabet, forwards; a run of three or more along one counts as one letter. */
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const known =
  /pass(word|phrase|wort)?|letmein|welcome|admin(istrator)?|login|secret|default|chancery|embassy|ambassador|ministry|foreign|affairs|monkey|dragon|sunshine|iloveyou|princess|football|trustno|changeme|master|(19|20)\d\d/g;

/** Null where nothing speaks against it. */
export function passphraseFault(passphrase: string): PassphraseFault | null {
  const text = passphrase.normalize("NFKC").trim().toLowerCase();
  const letters = Array.from(text);
  if (letters.length < fewestLetters) return "short";
  if (new Set(letters).size < fewestDifferent || isPatterned(letters)) return "repeated";
  const pieces = piecesOf(text.replaceAll(known, "\u0000"));
  return pieces < fewestPieces ? "known" : null;
}

/** The same few letters again and again: "abcd1234abcd1234". */
function isPatterned(letters: readonly string[]): boolean {
  for (let period = 1; period * 2 <= letters.length; period += 1) {
    if (letters.every((letter, at) => at < period || letter === letters[at - period])) return true;
  }
  return false;
}

function piecesOf(text: string): number {
  const letters = Array.from(text);
  let pieces = 0;
  let run = "";
  for (const letter of letters) {
    const longer = run + letter;
    if (run !== "" && isRun(longer)) run = longer;
    else {
      pieces += run.length > 2 ? 1 : run.length;
      run = letter;
    }
  }
  return pieces + (run.length > 2 ? 1 : run.length);
}

function isRun(text: string): boolean {
  if (text.length < 2) return false;
  const backwards = Array.from(text).toReversed().join("");
  return (
    Array.from(text).every((letter) => letter === text[0]) ||
    rows.some((row) => row.includes(text) || row.includes(backwards))
  );
}
