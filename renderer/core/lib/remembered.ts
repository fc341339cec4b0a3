// Answers of a pure function of a few words, kept for the next time they are asked.

/** Enough for every day and zone of a large workspace; then the memory starts anew. */
const mostKept = 50_000;

/** `answer` must depend on its arguments alone, and none of them may hold a line break. */
export function remembered<A extends readonly (string | number)[], R>(
  answer: (...asked: A) => R,
): (...asked: A) => R {
  const known = new Map<string, R>();
  return (...asked) => {
    const key = asked.length === 1 ? String(asked[0]) : asked.join("\n");
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= mostKept) known.clear();
    const fresh = answer(...asked);
    known.set(key, fresh);
    return fresh;
  };
}
