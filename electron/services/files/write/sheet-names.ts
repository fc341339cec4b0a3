// Names a spreadsheet program accepts for its sheets.

const longest = 31;

/**
 * One valid name for each wish, in order: at most 31 characters, none of `[]/\:*?`, no apostrophe at either end, no
 * two alike whatever their case. A wish with nothing usable in it becomes its number.
 */
export function sheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wishes.map((wish, index) => {
    const base = wish
      .replaceAll(/[[\]/\\:*?\n\t]/g, " ")
      .replaceAll(/\s+/g, " ")
      .replaceAll(/^[\s']+|[\s']+$/g, "");
    let name = cut(base === "" ? String(index + 1) : base, longest);
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`;
      name = cut(base, longest - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Between words where that leaves a name to speak of, and never through a surrogate pair.
  const head = text.slice(0, length);
  const space = head.lastIndexOf(" ");
  const short = space > length / 2 ? head.slice(0, space) : head;
  return short.replace(/[\ud800-\udbff]$/, "").replace(/[\s']+$/, "");
}
