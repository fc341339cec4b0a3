// Files as mails carried them before there was MIME: three bytes to four letters, line by line.

/** The bytes between "begin" and "end"; null where no line begins them. */
export function uudecoded(text: string): Uint8Array | null {
  const lines = text.split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return null;
  const bytes = new Uint8Array(text.length);
  let made = 0;
  for (const line of lines.slice(begin + 1)) {
    if (line === "end") break;
    // Each line says how many of its bytes count.
    const length = Math.min(sixBits(line, 0), line.length);
    for (let at = 0; at < length; at += 1) {
      const from = 1 + Math.floor(at / 3) * 4 + (at % 3);
      const pair = (sixBits(line, from) << 6) | sixBits(line, from + 1);
      bytes[made] = (pair >> (4 - (at % 3) * 2)) & 0xff;
      made += 1;
    }
  }
  return bytes.slice(0, made);
}

/** What is cut off at the end of a line is nothing. */
function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 0x3f : 0;
}
