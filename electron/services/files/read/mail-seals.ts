// What hides a message from whoever has no key or no Outlook, by its bytes.

/** CMS content types (RFC 5652, RFC 5083): signed data with the message in it, enveloped, and enveloped and authenticated. */
const cmsKinds = ["2a864886f70d010702", "2a864886f70d010703", "2a864886f70d0109100117"].map((hex) =>
  Buffer.from(hex, "hex"),
);

const tnefSignature = [0x78, 0x9f, 0x3e, 0x22];

export function isPgpMessage(text: string): boolean {
  return /^\s*-----BEGIN PGP MESSAGE-----/.test(text.slice(0, 1000));
}

/** A message in PGP, or in CMS as S/MIME sends it: a sequence that begins with its kind. */
export function isSealed(bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 1000));
  return (
    isPgpMessage(first.toString("latin1")) ||
    (first[0] === 0x30 && cmsKinds.some((kind) => first.subarray(0, 32).includes(kind)))
  );
}

/** "winmail.dat" (MS-OXTNEF). */
export function isTnef(bytes: Uint8Array): boolean {
  return tnefSignature.every((byte, at) => bytes[at] === byte);
}
