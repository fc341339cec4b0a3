// A list of free words from what was typed or pasted.

/** Words of a pasted or typed text, each once, after those already there. */
export function withWords(value: readonly string[], text: string): readonly string[] {
  const words = text.split(/[,;\n\t]/).flatMap((word) => word.trim() || []);
  return [...new Set([...value, ...words])];
}
