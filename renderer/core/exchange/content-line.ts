// Lines of cards and calendars as RFC 6350 and RFC 5545 want them: escaped, folded at 75 octets, ended by CRLF.

/** A text value: what parts or ends a value is escaped. */
export function escaped(text: string): string {
  return withoutControls(text)
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, "\\n");
}

/** No format has a way to write these. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** A parameter's value, quoted where it must be. */
export function parameter(text: string): string {
  const plain = withoutControls(text)
    .replaceAll(/[\r\n\t]+/g, " ")
    .replaceAll('"', "'");
  return /[:;,]/.test(plain) ? `"${plain}"` : plain;
}

const longest = 75;

/** One property, folded where its line is longer than 75 octets; never within a letter. */
export function contentLine(head: string, value: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of `${head}:${value}`) {
    const size = octetsOf(letter);
    if (octets + size > longest) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** An instant to the second, in UTC: "20261124T101500Z". Empty where the text is none. */
export function stamp(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? "" : new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}
