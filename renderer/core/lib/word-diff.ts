// What changed between two texts, word by word.

export interface DiffPart {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Beyond this many pairs of words the middle is shown as replaced whole: a table of them all would cost too much. */
const largest = 1_000_000;

/** The parts in reading order; what is gone stands before what came in its place. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const parts: DiffPart[] = [];
  add(parts, "same", a.slice(0, start));
  addMiddle(parts, a.slice(start, a.length - end), b.slice(start, b.length - end));
  add(parts, "same", a.slice(a.length - end));
  return parts;
}

/** Words with the space that follows them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

function add(parts: DiffPart[], kind: DiffPart["kind"], words: readonly string[]): void {
  if (words.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + words.join("") };
  else parts.push({ kind, text: words.join("") });
}

function addMiddle(parts: DiffPart[], a: readonly string[], b: readonly string[]): void {
  if (a.length * b.length > largest) {
    add(parts, "gone", a);
    add(parts, "new", b);
    return;
  }
  const common = commonLengths(a, b);
  let at = 0;
  let to = 0;
  while (at < a.length || to < b.length) {
    const [word, other] = [a[at], b[to]];
    if (word !== undefined && word === other) {
      add(parts, "same", [word]);
      at += 1;
      to += 1;
    } else if (word !== undefined && (other === undefined || lengthAt(at + 1, to) >= lengthAt(at, to + 1))) {
      add(parts, "gone", [word]);
      at += 1;
    } else if (other !== undefined) {
      add(parts, "new", [other]);
      to += 1;
    }
  }

  function lengthAt(row: number, column: number): number {
    return common[row * (b.length + 1) + column] ?? 0;
  }
}

/** Longest common run of words from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      lengths[here] =
        a[row] === b[column]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}
