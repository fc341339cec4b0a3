// Texts that plainly belong to the other door: a list of rows where a cable is opened, a cable where rows are brought in.
import Papa from "papaparse";

const linesLookedAt = 12;

/** True where each of the first lines parts into as many cells as the first, and at least three. */
export function isList(text: string): boolean {
  const lines = firstLines(text);
  if (lines.length < 3) return false;
  return [",", ";", "\t"].some((delimiter) => {
    const { data } = Papa.parse<string[]>(lines.join("\n"), { delimiter, newline: "\n" });
    const [head = []] = data;
    return (
      head.length >= 3 &&
      data.every((row) => row.length === head.length) &&
      head.every((cell) => cell.length < 80)
    );
  });
}

/** How the lines of a cable's head begin. */
const cableLines: readonly RegExp[] = [
  /^\s*(?:UNCLAS(?:SIFIED)?|C O N F I D E N T I A L|CONFIDENTIAL|SECRET|S E C R E T|SENSITIVE|SBU)\b/,
  /^\s*(?:FM|FROM:?)\s/i,
  /^\s*(?:TO:?|INFO:?|ACTION:?)\s/i,
  /^\s*SUBJ(?:ECT)?:/i,
  /^\s*(?:REFS?|TAGS|E\.? ?O\.? ?\d{5}|MRN|DTG|DATE\/DTG|PASS|CLASSIFICATION)\b\s{0,3}[:/(A-Z0-9]/i,
  /^\s*[ZOPR]{1,2} \d{6}Z [A-Z]{3} \d{2}\b/,
  /^\s*1\.\s/,
];

/** True where three different kinds of a cable's lines stand in the text, or it is running text; and it is no list. */
export function isCable(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/);
  const kinds = cableLines.filter((kind) => lines.some((line) => kind.test(line)));
  return (kinds.length >= 3 || isProse(lines)) && !isList(text);
}

/** Long lines, next to none with a sign that could part cells: a comma in running text has a blank behind it. */
function isProse(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "");
  const parted = filled.filter((line) => /[;\t|]|,(?=\S)/.test(line));
  const letters = filled.reduce((sum, line) => sum + line.length, 0);
  return filled.length >= 3 && parted.length * 5 < filled.length && letters >= filled.length * 60;
}

function firstLines(text: string): readonly string[] {
  return text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, linesLookedAt);
}
