// Taking given characters off both ends of a text, in one pass whatever the text.

/** `text` without any of `chars` at its ends. */
export function stripEnds(text: string, chars: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && chars.includes(text.charAt(start))) start += 1;
  while (end > start && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
