// Windows-1252, by the WHATWG index: Node's own decoder takes it for Latin-1 and loses the 27 signs between 0x80 and 0x9F.

/** 0x80 to 0x9F; a space where the code page has no sign. */
const upperControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** The text, or null where a byte stands for nothing. */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let isWhole = true;
  const text = latin1.replaceAll(/[\u0080-\u009f]/g, (control) => {
    const sign = upperControls.charAt(control.charCodeAt(0) - 0x80);
    if (sign === " ") isWhole = false;
    return sign;
  });
  return isWhole ? text : null;
}
