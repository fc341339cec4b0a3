// Capitals without accents and with plain quotes, for comparing; never longer or shorter than what was given.

const plainForms: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "−": "-",
  ß: "S",
};

/** Latin letters that may carry an accent; all others compare as they are. */
function isLatin(code: number): boolean {
  return (code >= 0xc0 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff);
}

function plainChar(char: string): string {
  const plain =
    plainForms[char] ?? (isLatin(char.charCodeAt(0)) ? char.normalize("NFD").charAt(0).toUpperCase() : char);
  return plain.length === 1 ? plain : char;
}

const beyondAscii = /[^\0-\x7f]/g;

/** `text` in capitals, accents dropped, curly quotes and dashes made plain; same length in UTF-16 code units. */
export function plainUpper(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper.replaceAll(beyondAscii, plainChar);
  // A few letters grow in capitals ("ŉ"); taken one by one they stay as they are.
  return text.replaceAll(beyondAscii, plainChar).replaceAll(/[\0-\x7f]+/g, (run) => run.toUpperCase());
}
